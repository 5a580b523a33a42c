/** User data that cannot be used; the message is one line: where, what was got, what was expected, how to mend it. */
export class DataError extends Error {}

/**
 * The value of `solve`, whose refusals are the data's doing, such as inputs too close for double precision.
 * @throws DataError with the message of the solver's Error or RangeError; any other error as it is
 */
export function dataProblem<T>(solve: () => T): T {
  try {
    return solve();
  } catch (error) {
    const refusal = error instanceof RangeError || (error instanceof Error && error.constructor === Error);
    throw refusal ? new DataError(error.message, { cause: error }) : error;
  }
}
