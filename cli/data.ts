import { integerPower } from '../theory/integer-power.js';
import { parseCsv } from '../numerics/data/csv.js';
import { dataPoints, type DataPoints } from '../numerics/data/data-points.js';
import { gridPoints, queryPoints } from '../numerics/data/queries.js';
import { DEFAULT_GRID, LARGEST_GRID, type DataOptions } from './commands/data-options.js';
import { Failure } from './failure.js';
import { readText } from './files.js';

/** Points of the default grid in several inputs, at most (or 2 for each input). */
const DEFAULT_POINTS = 2000;

/** The data, and the inputs to evaluate at (points × inputs, row by row). */
export function readData({ data: file, at, grid }: DataOptions): {
  readonly data: DataPoints;
  readonly queries: readonly number[];
} {
  const data = dataPoints(parseCsv(readText(file), file));
  const { inputs } = data;
  const queries =
    at === undefined
      ? gridPoints(data.x, inputs.length, gridSize(grid, inputs.length))
      : queryPoints(parseCsv(readText(at), at), inputs);
  return { data, queries };
}

/** Values of each input in the grid. @throws Failure when the grid has too many points */
function gridSize(asked: number | undefined, inputs: number): number {
  if (inputs === 1) return asked ?? DEFAULT_GRID;
  const count = asked ?? Math.max(2, largestBelow(DEFAULT_POINTS, inputs));
  if (integerPower(count, inputs) <= LARGEST_GRID) return count;
  const most = largestBelow(LARGEST_GRID, inputs);
  throw new Failure(
    `${asked === undefined ? 'the smallest grid' : `--grid ${count}`}: ${count} values of each of ${inputs} inputs make ` +
      `${integerPower(count, inputs).toPrecision(3)} points; expected at most ${LARGEST_GRID}: ` +
      `${most >= 2 ? `take --grid ${most} or less, or ` : ''}give the points by --at`,
  );
}

/** The largest n with n^d ≤ `most`. */
function largestBelow(most: number, inputs: number): number {
  let count = 1;
  while (integerPower(count + 1, inputs) <= most) count++;
  return count;
}
