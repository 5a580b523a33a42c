import { checkDraws, type DrawCheck } from '../numerics/design/check-draws.js';
import type { DesignedLaw } from '../numerics/design/designed-law.js';
import { streams } from '../numerics/random/streams.js';
import { designSpec, type DesignSpec } from '../theory/initializations/designed-spec.js';
import { Failure } from './failure.js';
import { penaltyOf, lawDesigned } from './law.js';
import { EXIT, type Outcome } from './outcome.js';

export interface DesignOptions {
  readonly penalty?: string;
  readonly range?: readonly number[];
  readonly table?: string;
  readonly seed: number;
  readonly draw?: number;
}

const SAMPLE = 100_000;
const INTERVALS = 10;
/** A sampler that is right fails the check with at most this probability. */
const FALSE_ALARM = 1e-6;

/**
 * Designs a law for a penalty: prints and checks it, or draws from it.
 * @throws Failure, SpecError, DataError
 */
export function designOutcome(options: DesignOptions): Outcome {
  const spec = specOf(options);
  const penalty = penaltyOf(spec);
  const law = lawDesigned(spec, penalty);
  const random = streams(options.seed).stream('design');
  if (options.draw !== undefined) {
    const rows = Array.from({ length: options.draw }, () => law.draw(random).join(','));
    return { output: `w,b\n${rows.map((row) => `${row}\n`).join('')}`, exitCode: EXIT.passed };
  }
  const check = checkDraws(law, penalty, SAMPLE, INTERVALS, random);
  const agrees = check.probability > FALSE_ALARM;
  return {
    output: `${lawText(spec, law)}\n${checkText(check, options.seed, agrees)}`,
    exitCode: agrees ? EXIT.passed : EXIT.refuted,
  };
}

function specOf({ penalty, range, table }: DesignOptions): DesignSpec {
  if (table !== undefined && penalty === undefined && range === undefined)
    return { kind: 'table', file: table };
  if (penalty === undefined || range === undefined || table !== undefined) {
    throw new Failure('expected --penalty with --range, or --table alone; give one of the two');
  }
  if (range.length !== 2) {
    throw new Failure(`--range has ${range.length} numbers; expected two, such as --range=-1,1`);
  }
  return designSpec(penalty, range[0], range[1]);
}

function lawText(spec: DesignSpec, { constant, text, range: [from, to] }: DesignedLaw): string {
  const rho = spec.kind === 'expression' ? spec.text : `the table ${spec.file}, log-linear between its rows`;
  const lines = [
    ['penalty', `1/ζ ∝ ρ(x) = ${rho} on [${from}, ${to}]`],
    ['kinks', `C has density p_C(x) = 1/(Z ρ(x)), Z = ∫1/ρ = ${constant}`],
    ['weights', 'W = ±1 with probability 1/2 each, independent of C'],
    ['biases', 'B = −C W'],
    ['ζ', 'ζ(x) = E[W²] p_C(x) = 1/(Z ρ(x)) on the range, 0 outside: data must lie in the range'],
    ['SPEC', text],
  ];
  return lines.map(([name, value]) => `${name.padEnd(8)} ${value}\n`).join('');
}

/** ζ as drawn and as wanted, interval by interval, and the verdict. */
function checkText({ intervals, distance, probability }: DrawCheck, seed: number, agrees: boolean): string {
  const cells = intervals.map(({ from, to, drawn, wanted }) => [
    `[${from.toPrecision(4)}, ${to.toPrecision(4)}]`,
    (wanted / (to - from)).toPrecision(4),
    (drawn / (to - from)).toPrecision(4),
  ]);
  const rows = [['interval', '1/(Zρ), mean', 'ζ as drawn'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const table = rows.map(
    (row) =>
      `${row
        .map((cell, k) => cell.padEnd(widths[k]))
        .join('  ')
        .trimEnd()}\n`,
  );
  return (
    `${SAMPLE} draws, seed ${seed}:\n${table.join('')}\n` +
    `check    ζ as drawn ${agrees ? 'agrees' : 'does not agree'} with 1/ρ: Kolmogorov distance of the kinks ` +
    `${distance.toPrecision(3)}, probability at least so large by chance ≤ ${probability.toPrecision(2)}\n`
  );
}
