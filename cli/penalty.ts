import { isDesigned } from '../theory/initializations/designed-spec.js';
import { bindVectorLaw } from '../theory/initializations/several/vector-law.js';
import { quoted } from '../theory/quoted.js';
import { directionFor } from './direction.js';
import { Failure } from './failure.js';
import { finiteZeta } from './finite-zeta.js';
import { lawNamed } from './law.js';

export interface PenaltyOptions {
  readonly init: string;
  readonly at: readonly number[];
  readonly inputs: number;
  readonly direction?: readonly number[];
}

/**
 * What `penalty` prints: ζ(x) in one input, ζ(V, c) per unit surface measure in several.
 * @throws SpecError, DataError, Failure
 */
export function penaltyAnswer({ init, at, inputs, direction }: PenaltyOptions): object {
  if (inputs === 1) {
    if (direction)
      throw new Failure('--direction is for several inputs: leave it out, or give --inputs 2 or more');
    const { zeta, text } = lawNamed(init);
    return { init, x: at, zeta: finiteZeta(zeta, at, text) };
  }
  refuseDesigned(init, inputs);
  const law = bindVectorLaw(init, inputs);
  const unit = directionFor(law, direction);
  const zeta = finiteZeta((c) => law.zeta(unit, c), at, law.text);
  return { init, inputs, ...(direction && { direction: unit }), x: at, zeta };
}

/** @throws Failure for a designed law, which has one input */
export function refuseDesigned(init: string, inputs: number): void {
  if (!isDesigned(init)) return;
  throw new Failure(
    `--init ${quoted(init.trim())}: designed laws have one input, not ${inputs}; choose another law, such as sphere-uniform(aB=2), ` +
      'or leave out --inputs',
  );
}
