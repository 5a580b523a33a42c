import { mkdirSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { wholeNumber } from '../cli/arguments.js';
import { errorText, exitCodeOf } from '../cli/failure.js';
import { PROFILES } from '../proofs-check/claim.js';
import { renderFigure } from '../reports/figures/figure.js';
import { calibrateAll, type Options } from './calibrate-all.js';
import { coverageFigure, marginFigure, uniformityFigure } from './figures.js';
import { makeFreshRuns } from './fresh-runs.js';
import { page } from './page.js';

const say = (message: string): void => void process.stderr.write(`${message}\n`);
const number = (flags: string, what: string, value: number, low = 0): Option =>
  new Option(flags, what).default(value).argParser(wholeNumber(low));

interface Flags extends Omit<Options, 'say'> {
  readonly runs: number;
  readonly firstSeed: number;
}

const program = new Command('calibrate')
  .description(
    'Measures false alarms, power, p-values and coverage of the gate, and writes docs/calibration.md.',
  )
  .addOption(
    new Option('--folder <dir>', 'reports of runs with fresh seeds, made and to be made').default(
      'calibration-runs',
    ),
  )
  .addOption(new Option('--profile <profile>', 'of all runs').choices(PROFILES).default('quick'))
  .addOption(number('--runs <n>', 'make runs until seeds first-seed … first-seed + n − 1 are there', 0))
  .addOption(number('--first-seed <n>', 'of the fresh runs', 601))
  .addOption(number('--synthetic <n>', 'synthetic runs', 1000, 1))
  .addOption(number('--draws <n>', 'draws from each null', 10_000, 1000))
  .addOption(number('--tail-draws <n>', 'draws from the nulls with the worst intervals', 1_000_000, 1000))
  .addOption(number('--seed <n>', 'of all draws', 1))
  .exitOverride()
  .configureOutput({ writeErr: () => undefined });

try {
  const flags = program.parse().opts<Flags>();
  const { folder, profile, runs, firstSeed } = flags;
  await makeFreshRuns({ folder, profile, firstSeed, count: runs, say });
  const results = calibrateAll({ ...flags, say });
  const docs = new URL('../../docs/', import.meta.url);
  mkdirSync(new URL('calibration/', docs), { recursive: true });
  for (const figure of [uniformityFigure(results), coverageFigure(results), marginFigure(results)]) {
    writeFileSync(new URL(`calibration/${figure.id}.svg`, docs), `${renderFigure(figure)}\n`);
  }
  writeFileSync(new URL('calibration.md', docs), page(results));
  say('docs/calibration.md');
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (process.exitCode !== 0) process.stderr.write(errorText(error, Boolean(process.env.DEBUG)));
}
