import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kinkKernel } from '../../../numerics/kernels/kink-kernel.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { greenActivations } from '../../../theory/activations/green.js';

it('is the mean over signs and kinks, by adaptive quadrature too', () => {
  const inputs = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...greenActivations),
      fc.double({ min: 0.3, max: 9, noNaN: true }),
      inputs,
      inputs,
      ({ activation }, a, x, y) => {
        const { value } = activation;
        const integrand = (c: number): number => value(x - c) * value(y - c) + value(c - x) * value(c - y);
        const mean = integrate(integrand, -a, a, { breaks: [x, y] }).value / (4 * a);
        const kernel = kinkKernel(activation, a);
        expect(Math.abs(kernel(x, y) - mean)).toBeLessThan(1e-13 * (1 + Math.abs(mean)));
        expect(kernel(x, y)).toBe(kernel(y, x));
      },
    ),
  );
});

it.each([0, -1, NaN, Infinity])('refuses kinks up to %d', (a) => {
  expect(() => kinkKernel(greenActivations[0].activation, a)).toThrow(/expected a positive finite number/);
});
