import { DataError } from './data-error.js';
import { placeText } from './data-points.js';

/**
 * Queries (points × inputs, row by row) and predictions as CSV: header `<inputs>,prediction`, numbers in the shortest
 * form that reads back equal.
 * @throws DataError where a prediction overflowed
 */
export function predictionCsv(
  inputs: readonly string[],
  x: readonly number[],
  prediction: ArrayLike<number>,
): string {
  const lines = Array.from(prediction, (value, j) => {
    if (!Number.isFinite(value)) {
      throw new DataError(
        `the prediction at ${placeText(inputs, x, j)} is ${value}, beyond double precision; rescale the data to order one`,
      );
    }
    return `${x.slice(j * inputs.length, (j + 1) * inputs.length).join()},${value}`;
  });
  return `${[`${inputs.map(quoted).join()},prediction`, ...lines].join('\n')}\n`;
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
