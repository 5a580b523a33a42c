import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, differences, theoremCheck } from './command.js';

export const PHASES = ['start-up', 'measuring', 'writing the report', 'clearing up'] as const;
export type Phase = (typeof PHASES)[number];

export interface Chain {
  /** In which phase each kill met the run. */
  readonly kills: readonly Phase[];
  /** What was wrong with the report of the run that was let finish; empty if nothing. */
  readonly wrong: readonly string[];
}

/** A random number from 0 to 1. The moments need no seed: they are never the same twice anyway. */
export type Uniform = () => number;

/**
 * Starts a run, kills it at a random moment, resumes it, kills it again, `times` in all; then lets it finish and
 * compares its report with the one in `whole`, which took `duration` (ms) unbroken.
 */
export async function killed(
  out: string,
  whole: string,
  duration: number,
  times: number,
  random: Uniform,
): Promise<Chain> {
  rmSync(out, { recursive: true, force: true });
  const kills: Phase[] = [];
  for (let k = 0; k < times;) {
    const resume = k > 0 ? ['--resume'] : [];
    const moment = random() < 0.3 ? atReport(out, random) : after(random() * duration);
    const { code } = await theoremCheck(['run', ...CLAIMS, '--out', out, ...resume], {}, moment);
    if (code === null) kills[k++] = phaseOf(out);
    else rmSync(out, { recursive: true, force: true }); // it ended before its moment came: that was no kill
  }
  const { code, error } = await theoremCheck(['run', ...CLAIMS, '--out', out, '--resume']);
  const wrong = [...(code === 0 ? [] : [`exit code ${code}: ${error}`]), ...differences(whole, out)];
  return { kills, wrong };
}

type Moment = (kill: () => void) => () => void;

const after =
  (time: number): Moment =>
  (kill) => {
    const timer = setTimeout(kill, time);
    return () => clearTimeout(timer);
  };

/** While the report is being written, which is too short to be met by chance. */
const atReport =
  (out: string, random: Uniform): Moment =>
  (kill) => {
    const timer = setInterval(() => {
      if (!isReportBegun(out)) return;
      clearInterval(timer);
      setTimeout(kill, random() * random() * 100);
    }, 1);
    return () => clearInterval(timer);
  };

const isReportBegun = (out: string): boolean =>
  existsSync(out) && readdirSync(out).some((name) => name.includes('.md'));

function phaseOf(out: string): Phase {
  if (!existsSync(join(out, '.lock')))
    return existsSync(join(out, 'manifest.json')) ? 'clearing up' : 'start-up';
  if (existsSync(join(out, 'manifest.json'))) return 'clearing up';
  if (isReportBegun(out)) return 'writing the report';
  return existsSync(join(out, 'units')) ? 'measuring' : 'start-up';
}
