import { parseCsv } from '../numerics/data/csv.js';
import { grid, queryPoints } from '../numerics/data/queries.js';
import { univariateData, type UnivariateData } from '../numerics/data/univariate.js';
import { DEFAULT_GRID, type DataOptions } from './commands/data-options.js';
import { readText } from './files.js';

/** The data, and the inputs to evaluate at. */
export function readData(options: DataOptions): {
  readonly data: UnivariateData;
  readonly queries: readonly number[];
} {
  const data = univariateData(parseCsv(readText(options.data), options.data));
  const queries =
    options.at === undefined
      ? grid(data.x, options.grid ?? DEFAULT_GRID)
      : queryPoints(parseCsv(readText(options.at), options.at), data.input);
  return { data, queries };
}
