import { numericColumn } from './column.js';
import type { Table } from './csv.js';
import { DataError } from './data-error.js';

/**
 * Where a prediction is wanted: a table's only column, or the one that is named as the data's input.
 * @throws DataError when there are several columns and none has that name, or a value is not a finite number
 */
export function queryPoints(table: Table, input: string): number[] {
  const { file, columns } = table;
  const column = columns.length === 1 ? 0 : columns.indexOf(input);
  if (column < 0) {
    throw new DataError(
      `${file}:1: no column is named ${JSON.stringify(input)} (got ${columns.join(', ')}); rename it`,
    );
  }
  return numericColumn(table, column);
}

/** `count` ≥ 2 equally spaced points from the least of `x` to the greatest, both ends exact. */
export function grid(x: readonly number[], count: number): number[] {
  const low = x.reduce((least, value) => Math.min(least, value));
  const high = x.reduce((greatest, value) => Math.max(greatest, value));
  const last = count - 1;
  // a convex combination: exact at both ends, and no overflow of high − low
  return Array.from({ length: count }, (_, k) => low * ((last - k) / last) + high * (k / last));
}
