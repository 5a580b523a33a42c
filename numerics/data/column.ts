import type { Table } from './csv.js';
import { DataError } from './data-error.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LONGEST = 40;

/**
 * The numbers in one column (0-based).
 * @throws DataError naming file, line and column where a cell is blank, not a number, or not finite
 */
export function numericColumn({ file, columns, rows }: Table, column: number): number[] {
  return rows.map(({ line, cells }) => {
    const cell = cells[column];
    const value = NUMBER.test(cell) ? Number(cell) : NaN;
    if (Number.isFinite(value)) return value;
    throw new DataError(
      `${file}:${line}: column ${JSON.stringify(columns[column])} holds ${described(cell)}; ` +
        'expected a finite number such as -1.5 or 2e-3: mend or remove the line',
    );
  });
}

function described(cell: string): string {
  if (cell === '') return 'a blank cell';
  return JSON.stringify(cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell);
}
