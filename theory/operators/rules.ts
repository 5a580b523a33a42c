import { rational } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { backprojectionFactor, derivative, HILBERT, laplacian, modulus, RADON } from './term.js';
import type { Operator } from './term.js';

/** What stands in the place of the operators that a rule has matched. */
export interface Replacement {
  readonly coefficient: Expr;
  readonly operators: readonly Operator[];
}

/** Rewrites the first operators of a list, in d inputs. Rules propose; the multipliers of both sides decide. */
export interface Rule {
  readonly title: string;
  /** How many operators it looks at. */
  readonly length: number;
  readonly rewrite: (operators: readonly Operator[], d: number) => Replacement | undefined;
}

const ONE = rational(1);
const isEven = (n: number): boolean => n % 2 === 0;
/** (−1)^n */
const alternating = (n: number): Expr => rational(isEven(n) ? 1 : -1);

/** The Fourier slice theorem: on the line in direction V, (−Δ)^{s/2} is |σ|^s. */
export const slice: Rule = {
  title: 'slice theorem',
  length: 2,
  rewrite: ([first, second]) =>
    first.kind === 'radon' && second.kind === 'laplacian'
      ? { coefficient: ONE, operators: [modulus(second.power), RADON] }
      : undefined,
};

/** |σ|^s for an even s is a derivative; for an odd one it is non-local, with one Hilbert transform. */
export const parity: Rule = {
  title: 'even powers of |σ| are local, odd ones are not',
  length: 1,
  rewrite([operator]) {
    if (operator.kind !== 'modulus' || operator.power < 1) return undefined;
    const s = operator.power;
    return isEven(s)
      ? { coefficient: alternating(s / 2), operators: [derivative(s)] }
      : {
          coefficient: alternating((s - 1) / 2),
          operators: s === 1 ? [HILBERT, derivative(1)] : [derivative(s - 1), HILBERT, derivative(1)],
        };
  },
};

/** An even derivative, or integral, as a power of |σ|. */
export const evenDerivative: Rule = {
  title: 'an even derivative is a power of |σ|',
  length: 1,
  rewrite: ([operator]) =>
    operator.kind === 'derivative' && isEven(operator.order)
      ? { coefficient: alternating(operator.order / 2), operators: [modulus(operator.order)] }
      : undefined,
};

/** Powers of one operator add up. */
export const merge: Rule = {
  title: 'powers add up',
  length: 2,
  rewrite([first, second]) {
    const merged = (power: number, of: (power: number) => Operator): Replacement => ({
      coefficient: ONE,
      operators: power === 0 ? [] : [of(power)],
    });
    if (first.kind === 'laplacian' && second.kind === 'laplacian')
      return merged(first.power + second.power, laplacian);
    if (first.kind === 'modulus' && second.kind === 'modulus')
      return merged(first.power + second.power, modulus);
    if (first.kind === 'derivative' && second.kind === 'derivative')
      return merged(first.order + second.order, derivative);
    return undefined;
  },
};

/** R*R = 2(2π)^{d−1}(−Δ)^{−(d−1)/2}. */
export const normal: Rule = {
  title: 'polar coordinates',
  length: 2,
  rewrite: ([first, second], d) =>
    first.kind === 'backprojection' && second.kind === 'radon'
      ? { coefficient: backprojectionFactor(d), operators: d === 1 ? [] : [laplacian(1 - d)] }
      : undefined,
};

/** The slice theorem from right to left. */
export const sliceBack: Rule = {
  title: 'slice theorem, from right to left',
  length: 2,
  rewrite: ([first, second]) =>
    first.kind === 'modulus' && second.kind === 'radon'
      ? { coefficient: ONE, operators: [RADON, laplacian(first.power)] }
      : undefined,
};
