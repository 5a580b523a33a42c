import type { Row } from '../proofs-check/claim.js';
import { groupBy } from '../proofs-check/decisions/identity.js';
import { hypothesesOf, type Pool, type Stratum } from './pool.js';

/** Decisions with an interval behind them; an identity or an order has no chance, a sampled score has known noise. */
export type DecisionType = 'rate' | 'level' | 'comparison' | 'reproduction';

/** Runs of one group at one place of the plan. */
export interface Cell {
  /** Width, or what else the error is a power of; 0 where there is no such thing. */
  readonly place: number;
  /** Independent runs in one run of the suite. */
  readonly runs: number;
  /** What runs of the pilots measured: log error, log ratio or level. */
  readonly values: readonly number[];
}

/** What chance does to one group of one hypothesis. */
export interface Noise {
  readonly type: DecisionType;
  readonly claim: string;
  readonly hypothesis: string;
  readonly group: string;
  readonly cells: readonly Cell[];
}

/** Columns of what an error may be a power of. */
const PLACES = ['width', 'ratio', 'gaps', 'divisor', 'points', 'frequency', 'size'];

/** The noise of every group of a claim and of its controls. */
export function noiseOf(pool: Pool): Noise[] {
  const units = new Map<Stratum, number>();
  for (const { stratum } of pool.plan) units.set(stratum, (units.get(stratum) ?? 0) + 1);
  return hypothesesOf(pool.claim).flatMap((hypothesis) => {
    const outcomes = [...units].flatMap(([stratum, count]) =>
      stratum.flatMap((measured, k) =>
        (measured[hypothesis] ?? []).flatMap((row) => {
          const type = typeOf(row);
          // All units of a stratum have the same rows: those of the first stand for the runs of the plan.
          return type ? [{ row, type, group: `${type} ${row.group}`, runs: k === 0 ? count : 0 }] : [];
        }),
      ),
    );
    return groupBy(outcomes).map(([, members]) => ({
      type: members[0].type,
      claim: pool.claim.id,
      hypothesis,
      group: String(members[0].row.group),
      cells: cellsOf(members),
    }));
  });
}

interface Outcome {
  readonly row: Row;
  readonly type: DecisionType;
  readonly runs: number;
}

/** In ascending order of place: that one of the columns that varies. */
function cellsOf(outcomes: readonly Outcome[]): Cell[] {
  const column = placeColumn(outcomes.map(({ row }) => row));
  const placed = outcomes.map((each) => ({
    ...each,
    group: column === undefined ? '0' : String(each.row[column]),
  }));
  return groupBy(placed)
    .map(([place, members]) => ({
      place: Number(place),
      runs: members.reduce((sum, { runs }) => sum + runs, 0),
      values: members.map(({ row, type }) => outcomeOf(row, type)),
    }))
    .toSorted((p, q) => p.place - q.place);
}

/** The column that varies among rows of one group, if one does. */
const placeColumn = (rows: readonly Row[]): string | undefined =>
  PLACES.find((each) => new Set(rows.map((row) => row[each])).size > 1);

/** That column by group. */
export const placeColumns = (rows: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(
    groupBy(rows.map((row) => ({ group: String(row.group), row }))).flatMap(([group, members]) => {
      const column = placeColumn(members.map(({ row }) => row));
      return column === undefined ? [] : [[group, column]];
    }),
  );

/** The kind of interval that a row counts for, if there is one. */
export function typeOf(row: Row): DecisionType | undefined {
  if ('smaller' in row) return undefined;
  if ('error' in row) return 'size' in row ? 'reproduction' : 'rate';
  if ('level' in row) return 'level';
  return 'logRatio' in row ? 'comparison' : undefined;
}

function outcomeOf(row: Row, type: DecisionType): number {
  if (type === 'level') return Number(row.level) - Number(row.predicted);
  return type === 'comparison' ? Number(row.logRatio) : Math.log(Number(row.error));
}
