import type { Row } from './claim.js';

/** The largest value of a column; NaN, which keeps to no bound, where there are no rows or one of them lacks it. */
export const largest = (rows: readonly Row[], column: string): number =>
  rows.length > 0 ? Math.max(...rows.map((row) => Number(row[column]))) : NaN;

/** The different texts of a column, in order of first appearance. */
export const distinct = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => String(row[column]))),
];
