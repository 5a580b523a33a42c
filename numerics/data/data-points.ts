import { requireAffineSpan } from '../kernels/several/affine-span.js';
import { pointRows } from '../kernels/several/points.js';
import { numericColumn } from './column.js';
import type { Table } from './csv.js';
import { dataProblem, DataError } from './data-error.js';
import { listed } from './listed.js';
import { MOST_INPUTS } from './limits.js';

/** Points (x_j, y_j) of a table, in the order of the file. */
export interface DataPoints {
  readonly file: string;
  /** Names of the input columns. */
  readonly inputs: readonly string[];
  /** points × inputs, row by row. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The line of the file that each point is on. */
  readonly lines: readonly number[];
}

/**
 * A table's last column as the target, those before it as the inputs.
 * @throws DataError unless there are two columns or more of finite numbers with at least two distinct points
 */
export function dataPoints(table: Table): DataPoints {
  const { file, columns, rows } = table;
  if (columns.length === 1)
    throw new DataError(`${file}: one column; expected inputs, and the target in the last: add the inputs`);
  const [inputs, target] = [columns.slice(0, -1), columns.length - 1];
  if (inputs.length > MOST_INPUTS) {
    throw new DataError(
      `${file}: ${inputs.length} inputs; expected at most ${MOST_INPUTS}, and the target in the last column: leave some out`,
    );
  }
  const x = numericColumns(
    table,
    inputs.map((_, k) => k),
  );
  const y = numericColumn(table, target);
  const distinct = new Set(firstAtPlace(x, inputs.length)).size;
  if (distinct < 2) {
    const what = inputs.length === 1 ? inputs[0] : `(${listed(inputs)})`;
    throw new DataError(`${file}: ${distinct} distinct value of ${what}; expected at least two: add points`);
  }
  return { file, inputs, x, y, lines: rows.map(({ line }) => line) };
}

/** The numbers in some columns (0-based) of a table, row by row. @throws DataError */
export function numericColumns(table: Table, columns: readonly number[]): number[] {
  const values = columns.map((column) => numericColumn(table, column));
  return table.rows.flatMap((_, j) => values.map((column) => column[j]));
}

/** For each point (points × inputs numbers) the index of the first one at the same place. */
export function firstAtPlace(x: readonly number[], inputs: number): number[] {
  const first = new Map<string, number>();
  return Array.from({ length: x.length / inputs }, (_, j) => {
    // 0 and −0 give the same text
    const key = x.slice(j * inputs, (j + 1) * inputs).join();
    const k = first.get(key) ?? j;
    first.set(key, k);
    return k;
  });
}

/** `x = 1`, or `(x1, x2) = (1, 2)` */
export function placeText(inputs: readonly string[], x: readonly number[], j: number): string {
  const at = x.slice(j * inputs.length, (j + 1) * inputs.length);
  return inputs.length === 1
    ? `${inputs[0]} = ${at[0]}`
    : `(${listed(inputs)}) = (${listed(at.map(String))})`;
}

/**
 * Makes sure that some function takes all the values: no two points with the same x but different y.
 * @throws DataError naming both lines; `remedy` says what would be possible instead
 */
export function requireFunction({ file, inputs, x, y, lines }: DataPoints, remedy: string): void {
  firstAtPlace(x, inputs.length).forEach((k, j) => {
    if (y[k] === y[j]) return;
    throw new DataError(
      `${file}: lines ${lines[k]} and ${lines[j]} have the same ${placeText(inputs, x, j)} but targets ${y[k]} and ` +
        `${y[j]}, and no function takes both; ${remedy}`,
    );
  });
}

/**
 * Makes sure that the points determine an affine map: that they do not all lie on a line (plane, hyperplane).
 * @throws DataError; `remedy` says what would be possible instead
 */
export function requireSpanning({ file, inputs, x }: DataPoints, remedy: string): void {
  const first = firstAtPlace(x, inputs.length);
  const distinct = pointRows(x, inputs.length).filter((_, j) => first[j] === j);
  try {
    dataProblem(() => requireAffineSpan(distinct));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(`${file}: ${error.message} (${remedy})`, { cause: error });
  }
}
