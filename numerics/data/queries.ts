import { quoted } from '../../theory/quoted.js';
import type { Table } from './csv.js';
import { DataError } from './data-error.js';
import { numericColumns } from './data-points.js';
import { listed } from './listed.js';

/**
 * Where a prediction is wanted (points × inputs, row by row): the columns that are named as the data's inputs, or all
 * of a table's columns in their order if there are as many as inputs and none has such a name.
 * @throws DataError when there is no such column, or a value is not a finite number
 */
export function queryPoints(table: Table, inputs: readonly string[]): number[] {
  const { file, columns } = table;
  const named = inputs.map((input) => columns.indexOf(input));
  if (columns.length === inputs.length && named.every((column) => column < 0))
    return numericColumns(
      table,
      columns.map((_, k) => k),
    );
  const missing = named.findIndex((column) => column < 0);
  if (missing >= 0) {
    const expected = inputs.length === 1 ? '' : `expected ${listed(inputs)}: `;
    throw new DataError(
      `${file}:1: no column is named ${quoted(inputs[missing])} (got ${listed(columns)}); ${expected}rename it`,
    );
  }
  return numericColumns(table, named);
}

/** `count` ≥ 2 equally spaced values from the least of `x` to the greatest, both ends exact. */
export function grid(x: readonly number[], count: number): number[] {
  const low = x.reduce((least, value) => Math.min(least, value));
  const high = x.reduce((greatest, value) => Math.max(greatest, value));
  const last = count - 1;
  // a convex combination: exact at both ends, and no overflow of high − low
  return Array.from({ length: count }, (_, k) => low * ((last - k) / last) + high * (k / last));
}

/** `count` values of each input over the box of the points `x` (points × inputs), in every combination, the last input fastest. */
export function gridPoints(x: readonly number[], inputs: number, count: number): number[] {
  let rows: number[][] = [[]];
  for (let i = 0; i < inputs; i++) {
    const values = grid(
      x.filter((_, k) => k % inputs === i),
      count,
    );
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows.flat();
}
