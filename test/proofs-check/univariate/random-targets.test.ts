import fc from 'fast-check';
import { expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { randomTarget } from '../../../proofs-check/univariate/random-targets.js';

it('derivatives of random targets are those of difference quotients', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (seed, smoothness, order, x) => {
        const { derivative } = randomTarget(streams(seed).stream('target'), smoothness);
        const step = 1e-4;
        const quotient = (derivative(order - 1)(x + step) - derivative(order - 1)(x - step)) / (2 * step);
        // The quotient’s error is step²/6 of a third derivative; amplitudes are below 6, frequencies at most 6.
        const third = 6 * 6 * Math.max(1, Math.exp((order + 2 - smoothness) * Math.log(6)));
        expect(Math.abs(derivative(order)(x) - quotient)).toBeLessThan(
          (step * step * third) / 6 + 1e-9 * third,
        );
      },
    ),
  );
});
