import { compile } from '../../theory/expression/compile.js';
import type { DesignSpec } from '../../theory/initializations/designed-spec.js';
import { numericColumn } from '../data/column.js';
import type { Table } from '../data/csv.js';
import { DataError } from '../data/data-error.js';
import { knotInterval } from '../splines/knots.js';

/** A wanted penalty function ρ on [from, to], up to a factor. */
export interface Penalty {
  readonly at: (x: number) => number;
  readonly from: number;
  readonly to: number;
  /** Points inside at which ρ may not be smooth. */
  readonly breaks: readonly number[];
}

/** The penalty of an expression in x. */
export function expressionPenalty({
  penalty,
  from,
  to,
}: Extract<DesignSpec, { kind: 'expression' }>): Penalty {
  return { at: compile(penalty, ['x']), from, to, breaks: [] };
}

/**
 * The penalty that takes the given positive values at strictly increasing x; its logarithm is linear in between, so
 * that it is positive and the reciprocals of the values give the reciprocal function.
 */
export function tablePenalty(x: readonly number[], values: readonly number[]): Penalty {
  const knots = Float64Array.from(x);
  const logs = values.map(Math.log);
  const last = x.length - 1;
  return {
    from: x[0],
    to: x[last],
    breaks: x.slice(1, -1),
    at(t) {
      const j = Math.min(Math.max(knotInterval(knots, t), 0), last - 1);
      const share = (t - x[j]) / (x[j + 1] - x[j]);
      return Math.exp(logs[j] * (1 - share) + logs[j + 1] * share);
    },
  };
}

/**
 * The penalty of a CSV table: a column of increasing x, then one of positive values.
 * @throws DataError naming file and line
 */
export function penaltyOfTable(table: Table): Penalty {
  const { file, columns, rows } = table;
  if (columns.length !== 2) {
    throw new DataError(
      `${file}: ${columns.length} columns; expected two, x and the penalty at x: keep these alone`,
    );
  }
  const [x, values] = [numericColumn(table, 0), numericColumn(table, 1)];
  if (x.length < 2) throw new DataError(`${file}: one row; expected at least two: add a row`);
  x.forEach((value, j) => {
    const where = `${file}:${rows[j].line}:`;
    if (j > 0 && !(value > x[j - 1]))
      throw new DataError(`${where} x = ${value} follows ${x[j - 1]}; expected increasing x: sort the rows`);
    if (!(values[j] > 0))
      throw new DataError(`${where} the penalty at ${value} is ${values[j]}; expected a positive number`);
  });
  return tablePenalty(x, values);
}
