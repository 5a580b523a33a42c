import { Failure } from './failure.js';

/**
 * ζ at some places, for the law of that name.
 * @throws Failure where it is not finite, since JSON would print null
 */
export function finiteZeta(zeta: (at: number) => number, places: readonly number[], law: string): number[] {
  return places.map((at) => {
    const value = zeta(at);
    if (Number.isFinite(value)) return value;
    throw new Failure(
      `ζ at ${at} is ${value} for ${law}, expected a finite number: its closed form leaves the range of ` +
        'floating point; use parameters nearer to 1',
    );
  });
}
