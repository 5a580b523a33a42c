import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { ActivationError, activations, homogeneousActivation } from '../../../theory/activations/index.js';

/** The mth derivative of ψ(z) = e^{−(z−c)²/2}: (−1)^m He_m(z − c) ψ(z). */
function bumpDerivative(m: number, z: number): number {
  let [value, previous] = [1, 0];
  for (let k = 0; k < m; k++) [value, previous] = [z * value - k * previous, value];
  return (m % 2 === 0 ? 1 : -1) * value * Math.exp((-z * z) / 2);
}

const NAMES = ['relu', 'leaky-relu(slope=-1)', 'leaky-relu(slope=0.3)', 'leaky-relu(slope=2)'].concat(
  [1, 2, 3, 4, 5, 6].map((k) => `relu-power(k=${k})`),
);

describe.each(NAMES)('the Green’s function %s', (name) => {
  const { greens, value, homogeneity } = homogeneousActivation(name);

  it('has jump·δ as its derivative of that order, tested against smooth bumps', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (c) => {
        const { order, jump } = greens;
        const side = (from: number, to: number): number =>
          integrate((z) => value(z) * bumpDerivative(order, z - c), from, to, { absoluteTolerance: 1e-13 })
            .value;
        const tested = (order % 2 === 0 ? 1 : -1) * (side(-12, 0) + side(0, 12));
        // The terms that cancel are at most some thousands for the sixth power.
        expect(Math.abs(tested - jump * Math.exp((-c * c) / 2))).toBeLessThan(1e-11 * (1 + Math.abs(jump)));
      }),
      { numRuns: 20 },
    );
  });

  it('has the order of its degree plus 1', () => {
    expect(greens.order).toBe(homogeneity + 1);
  });
});

it.each(['leaky-relu(slope=1)', ...activations.map((a) => a.name).filter((name) => name !== 'relu')])(
  'refuses %s, to which Corollary 4 does not apply',
  (name) => {
    expect(() => homogeneousActivation(name)).toThrow(ActivationError);
    expect(() => homogeneousActivation(name)).toThrow(/expected relu/);
  },
);
