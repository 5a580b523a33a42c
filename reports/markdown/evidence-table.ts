import type { Row } from '../../proofs-check/claim.js';
import { significant } from '../format.js';
import { table } from './table.js';
import { text } from './text.js';

/** Rows of evidence as a table; a column for each key, in the order in which keys first appear. */
export function evidenceTable(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return table(
    columns.map(text),
    rows.map((row) => columns.map((column) => cell(row[column]))),
  );
}

function cell(value: number | string | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? significant(value) : text(value);
}
