import { numericColumn } from './column.js';
import type { Table } from './csv.js';
import { DataError } from './data-error.js';

/** Points (x_j, y_j) of one input, in the order of the file. */
export interface UnivariateData {
  readonly file: string;
  /** Name of the input column. */
  readonly input: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The line of the file that each point is on. */
  readonly lines: readonly number[];
}

/**
 * A table's last column as the target, the one before it as the input.
 * @throws DataError unless there are two columns of finite numbers with at least two distinct inputs
 */
export function univariateData(table: Table): UnivariateData {
  const { file, columns, rows } = table;
  if (columns.length !== 2) {
    const found =
      columns.length === 1
        ? 'one column'
        : `${columns.length - 1} inputs (${columns.slice(0, -1).join(', ')})`;
    throw new DataError(
      `${file}: ${found}; expected one input column and the target in the last: keep two columns`,
    );
  }
  const x = numericColumn(table, 0);
  const y = numericColumn(table, 1);
  const distinct = new Set(x).size;
  if (distinct < 2) {
    throw new DataError(
      `${file}: ${distinct} distinct value of ${columns[0]}; expected at least two: add points`,
    );
  }
  return { file, input: columns[0], x, y, lines: rows.map(({ line }) => line) };
}

/**
 * Makes sure that some function takes all the values: no two points with the same x but different y.
 * @throws DataError naming both lines; `remedy` says what would be possible instead
 */
export function requireFunction({ file, input, x, y, lines }: UnivariateData, remedy: string): void {
  const first = new Map<number, number>();
  x.forEach((value, j) => {
    const k = first.get(value);
    if (k === undefined) first.set(value, j);
    else if (y[k] !== y[j]) {
      throw new DataError(
        `${file}: lines ${lines[k]} and ${lines[j]} have the same ${input} = ${value} but targets ${y[k]} and ${y[j]}, ` +
          `and no function takes both; ${remedy}`,
      );
    }
  });
}
