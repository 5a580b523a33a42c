import type { RandomStream } from '../numerics/random/streams.js';
import type { Measured, Row } from '../proofs-check/claim.js';
import { decideRate } from '../proofs-check/decisions/rate.js';
import { placeColumns, typeOf } from './noise.js';
import { drawUnits, type Pool } from './pool.js';

/** Verdicts of a whole decision, all groups of a claim together, whose truths all lie exactly at their bounds. */
export interface JointNull {
  readonly claim: string;
  readonly groups: number;
  readonly draws: number;
  /** Draws that were decided, which is wrong either way, by the level allowed for that. */
  readonly decided: readonly { readonly level: number; readonly count: number }[];
}

/**
 * Draws whole runs in which every group of the claim’s rates has the slope 0, with its noise and its dependence on the other
 * groups, and has the bound 0 decided. Undefined for a claim without rates.
 */
export function jointNull(
  pool: Pool,
  levels: readonly number[],
  draws: number,
  random: RandomStream,
): JointNull | undefined {
  const flat = flattened(pool);
  if (!flat) return undefined;
  const decided = levels.map(() => 0);
  let groups = 0;
  for (let k = 0; k < draws; k++) {
    const rows = drawUnits(flat, random).flatMap(({ measured }) => measured.claim ?? []);
    levels.forEach((level, j) => {
      const decision = decideRate(rows, level, { exponent: 0, tolerance: 0 });
      groups = decision.groups.length;
      if (decision.verdict !== 'inconclusive') decided[j]++;
    });
  }
  return {
    claim: pool.claim.id,
    groups,
    draws,
    decided: levels.map((level, j) => ({ level, count: decided[j] })),
  };
}

/** The pool with rows of the claim’s rates alone, log errors about the mean of their group and width. */
function flattened(pool: Pool): Pool | undefined {
  const strata = [...new Set(pool.plan.map(({ stratum }) => stratum))];
  const rates = ({ claim = [] }: Measured): Row[] => claim.filter((row) => typeOf(row) === 'rate');
  const all = strata.flatMap((stratum) => stratum.flatMap(rates));
  if (all.length === 0) return undefined;
  const columns = placeColumns(all);
  const placeOf = (row: Row): number => Number(row[columns.get(String(row.group)) ?? '']);
  const sums = new Map<string, { sum: number; count: number }>();
  const keyOf = (row: Row): string => `${placeOf(row)} ${row.group}`;
  for (const row of all) {
    const { sum, count } = sums.get(keyOf(row)) ?? { sum: 0, count: 0 };
    sums.set(keyOf(row), { sum: sum + Math.log(Number(row.error)), count: count + 1 });
  }
  const flat = (row: Row): Row => {
    const { sum, count } = sums.get(keyOf(row)) ?? { sum: 0, count: 1 };
    return {
      group: row.group,
      width: placeOf(row),
      error: Math.exp(Math.log(Number(row.error)) - sum / count),
    };
  };
  const flatStrata = new Map(
    strata.map((stratum) => [
      stratum,
      stratum.map((measured): Measured => ({ claim: rates(measured).map(flat) })),
    ]),
  );
  return {
    ...pool,
    plan: pool.plan.map(({ unit, stratum }) => ({ unit, stratum: flatStrata.get(stratum) ?? [] })),
  };
}
