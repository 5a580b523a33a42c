import type { RandomStream } from '../numerics/random/streams.js';
import type { Measured, Row } from '../proofs-check/claim.js';

/** Far below any noise, far above round-off. */
const APART = 1e-9;

/**
 * What one unit measured, told apart from a second draw of the same: decisions take runs that repeat one another to the last
 * bit for one run counted twice. All outcomes of the unit change by one factor.
 */
export function toldApart(measured: Measured, decided: readonly string[], random: RandomStream): Measured {
  const factor = 1 + APART * (random.uniform() - 0.5);
  const changed = (row: Row): Row => {
    const outcome = (Object.keys(OUTCOMES) as Outcome[]).find((each) => each in row);
    return outcome ? { ...row, [outcome]: factor * Number(row[outcome]) } : row;
  };
  const apart: Partial<Record<string, readonly Row[]>> = { ...measured };
  for (const id of decided) {
    const rows = measured[id];
    if (rows) apart[id] = rows.map(changed);
  }
  return apart;
}

/** Columns that a decision takes a mean of, and the scale on which it does. */
const OUTCOMES = { error: 'log', logRatio: 'linear', level: 'linear' } as const;
type Outcome = keyof typeof OUTCOMES;

/**
 * Draws from n values have on average (n − 1)/n of the variance of what the values were drawn from: residuals about
 * the mean, row by row of the decided hypotheses, are multiplied by √(n/(n − 1)). Errors are scaled in their logarithm. Every
 * unit must have the same rows. Bounds that each run keeps to (`deviation`) and facts are left as they are.
 */
export function inflated(pool: readonly Measured[], decided: readonly string[]): Measured[] {
  const n = pool.length;
  if (n < 2) return [...pool];
  const factor = Math.sqrt(n / (n - 1));
  const result = pool.map((measured): Partial<Record<string, readonly Row[]>> => ({ ...measured }));
  for (const id of decided) {
    const lists = pool.map((measured) => measured[id] ?? []);
    const scaled = lists[0].map((first, k) =>
      (Object.keys(OUTCOMES) as Outcome[])
        .filter((outcome) => outcome in first)
        .reduce(
          (rows, outcome) => scale(rows, outcome, factor),
          lists.map((rows) => rows[k]),
        ),
    );
    if (lists[0].length > 0) result.forEach((measured, j) => (measured[id] = scaled.map((rows) => rows[j])));
  }
  return result;
}

function scale(rows: readonly Row[], outcome: Outcome, factor: number): Row[] {
  const [to, from] = OUTCOMES[outcome] === 'log' ? [Math.log, Math.exp] : [Number, Number];
  const values = rows.map((row) => Number(row[outcome]));
  // An exact zero has no logarithm; such a column is no error with noise.
  if (OUTCOMES[outcome] === 'log' && values.some((value) => !(value > 0))) return [...rows];
  const scores = values.map(to);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return rows.map((row, j) => ({ ...row, [outcome]: from(mean + factor * (scores[j] - mean)) }));
}
