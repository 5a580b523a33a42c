import type { BoundLaw } from '../theory/initializations/law.js';
import { Failure } from './failure.js';

/**
 * ζ at the inputs.
 * @throws Failure where it is not finite, since JSON would print null
 */
export function finiteZeta(law: BoundLaw, x: readonly number[]): number[] {
  return x.map((input) => {
    const zeta = law.zeta(input);
    if (Number.isFinite(zeta)) return zeta;
    throw new Failure(
      `ζ at ${input} is ${zeta} for ${law.text}, expected a finite number: its closed form leaves the range of ` +
        'floating point; use parameters nearer to 1',
    );
  });
}
