import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, computingOf, differences, theoremCheck, type Moment } from './command.js';

export const PHASES = ['start-up', 'measuring', 'writing the report', 'clearing up'] as const;
export type Phase = (typeof PHASES)[number];

/** The share of kills that are aimed at the writing of the report, which is too short to be met often by chance. */
const AIMED = 0.2;

export interface Chain {
  /** In which phase each kill met the run. */
  readonly kills: readonly Phase[];
  /** What was wrong with the report of the run that was let finish; empty if nothing. */
  readonly wrong: readonly string[];
}

/** A random number from 0 to 1. */
export type Uniform = () => number;

/**
 * Starts a run, kills it at a random moment, resumes it, kills it again, `times` in all; then lets it finish and
 * compares its report with the one in `whole`, which took `computing` (ms of processor time) unbroken.
 */
export async function killed(
  out: string,
  whole: string,
  computing: number,
  times: number,
  random: Uniform,
): Promise<Chain> {
  const kills: Phase[] = [];
  rmSync(out, { recursive: true, force: true });
  while (kills.length < times) {
    const aimed = random() < AIMED;
    for (let met = false; !met;) {
      const moment = aimed ? atReport(out, random) : after(random() * computing);
      const { code } = await theoremCheck(['run', ...CLAIMS, '--out', out, '--resume'], {}, moment);
      met = code === null;
      if (met) kills.push(phaseOf(out));
      // A resumed run that ended before its moment came was not killed: the next one starts afresh.
      else rmSync(out, { recursive: true, force: true });
    }
  }
  const { code, error } = await theoremCheck(['run', ...CLAIMS, '--out', out, '--resume']);
  const wrong = [...(code === 0 ? [] : [`exit code ${code}: ${error}`]), ...differences(whole, out)];
  return { kills, wrong };
}

/** When the process has computed for that time (ms): the load of the machine does not shift the moments. */
const after =
  (computing: number): Moment =>
  (kill, pid) => {
    const timer = setInterval(() => {
      if (computingOf(pid) >= computing) kill();
    }, 2);
    return () => clearInterval(timer);
  };

/** While the report is being written. */
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
