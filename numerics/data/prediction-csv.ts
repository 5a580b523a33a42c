import { DataError } from './data-error.js';

/**
 * Queries and predictions as CSV: header `<input>,prediction`, numbers in the shortest form that reads back equal.
 * @throws DataError where a prediction overflowed
 */
export function predictionCsv(input: string, x: readonly number[], prediction: ArrayLike<number>): string {
  const lines = x.map((value, j) => {
    if (!Number.isFinite(prediction[j])) {
      throw new DataError(
        `the prediction at ${input} = ${value} is ${prediction[j]}, beyond double precision; rescale the data to order one`,
      );
    }
    return `${value},${prediction[j]}`;
  });
  return `${[`${quoted(input)},prediction`, ...lines].join('\n')}\n`;
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
