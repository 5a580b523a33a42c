/** Runs of a property: few in the suite; FC_RUNS=n for a night's work. */
export const runs = (few: number): number => Math.max(few, Number(process.env.FC_RUNS ?? 0));

/** CPU time that reading a text may take, in ms. A hang takes minutes: the bound is far from both. */
const MOST_CPU = 5000;

/**
 * The value of `read`, or undefined if it refused as it should: an error of the given class, whose message is one line.
 * @throws on another error, or if it took too long
 */
export function readOrRefused<T>(read: () => T, refusal: new (message: string) => Error): T | undefined {
  const start = process.cpuUsage();
  try {
    return read();
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
    if (/[\n\r\u2028\u2029]/.test(error.message) || error.message === '')
      throw new Error(`not one line: ${JSON.stringify(error.message)}`, { cause: error });
    return undefined;
  } finally {
    const { user, system } = process.cpuUsage(start);
    if (user + system > 1000 * MOST_CPU) throw new Error(`took ${(user + system) / 1000} ms of CPU time`);
  }
}
