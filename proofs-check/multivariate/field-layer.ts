import type { Layer, Row } from '../claim.js';

/** A field over two columns of the rows, which may come in any order; no value where there is no row. */
export function fieldLayer(
  rows: readonly Row[],
  [xName, yName]: readonly [string, string],
  value: (row: Row) => number,
  looks: {
    readonly panel: string;
    readonly series: string;
    readonly disk?: number;
    readonly diverging?: boolean;
  },
): Layer {
  const [x, y] = [distinct(rows, xName), distinct(rows, yName)];
  const found = new Map(rows.map((row) => [`${row[xName]},${row[yName]}`, value(row)]));
  const values = y.flatMap((b) => x.map((a) => found.get(`${a},${b}`) ?? null));
  return { mark: 'field', ...looks, x, y, values };
}

/** The values of a column, ascending. */
export const distinct = (rows: readonly Row[], column: string): number[] =>
  [...new Set(rows.map((row) => Number(row[column])))].sort((a, b) => a - b);

/** Data points of two inputs. */
export const dataLayer = ({ x }: { readonly x: readonly number[] }): Layer => ({
  mark: 'points',
  series: 'data',
  x: x.filter((_, k) => k % 2 === 0),
  y: x.filter((_, k) => k % 2 === 1),
});
