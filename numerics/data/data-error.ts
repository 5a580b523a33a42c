/** User data that cannot be used; the message is one line: where, what was got, what was expected, how to mend it. */
export class DataError extends Error {}

/**
 * The value of `solve`, whose refusals are the data's doing, such as inputs too close for double precision.
 * @throws DataError with the solver's message; a TypeError or ReferenceError, which is a defect of ours, as it is
 */
export function dataProblem<T>(solve: () => T): T {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError)
      throw error;
    throw new DataError(error.message, { cause: error });
  }
}
