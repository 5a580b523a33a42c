import type { Measured, Row } from './claim.js';

/**
 * The rows as JSON keeps them, so that evidence read back is the evidence measured: −0 becomes 0.
 * @throws RangeError where a number is not finite, or for a promise of rows, which a plugin in JavaScript may give
 */
export function storable(measured: Measured): Measured {
  if (measured instanceof Promise)
    throw new RangeError('measure() gave a promise, expected rows: it must not be async');
  const rows = (list: readonly Row[]): Row[] =>
    list.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, kept(name, value)])),
    );
  return Object.fromEntries(
    Object.entries(measured).map(([hypothesis, list]) => [hypothesis, rows(list ?? [])]),
  );
}

function kept(name: string, value: number | string): number | string {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value))
    throw new RangeError(`${name} is ${value}, expected a finite number; mend the claim's measure()`);
  return value + 0;
}
