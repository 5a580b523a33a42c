import { numberIn } from '../../theory/number-text.js';
import { quoted } from '../../theory/quoted.js';
import type { Table } from './csv.js';
import { DataError } from './data-error.js';

/**
 * The numbers in one column (0-based).
 * @throws DataError naming file, line and column where a cell is blank, not a number, or not finite
 */
export function numericColumn({ file, columns, rows }: Table, column: number): number[] {
  return rows.map(({ line, cells }) => {
    const cell = cells[column];
    const value = numberIn(cell);
    if (!Number.isNaN(value)) return value;
    throw new DataError(
      `${file}:${line}: column ${quoted(columns[column])} holds ${cell === '' ? 'a blank cell' : quoted(cell)}; ` +
        'expected a finite number such as -1.5 or 2e-3: mend or remove the line',
    );
  });
}
