import fc from 'fast-check';
import { expect, it } from 'vitest';
import { projectedCubeMoment } from '../../../../numerics/kernels/several/projected-cube-moment.js';

const power = (base: bigint, exponent: number): bigint =>
  exponent === 0 ? 1n : base * power(base, exponent - 1);

/** E|Σ A_i ξ_i|³ for whole A_i > 0 by the sum over corners, 6/((d+3)! 2^d ΠA_i) Σ_ε Πε_i s^(d+3) sgn s, in exact arithmetic. */
function overCorners(sizes: readonly number[]): number {
  const d = sizes.length;
  let sum = 0n;
  for (let corner = 0; corner < 1 << d; corner++) {
    const signs = sizes.map((_, i) => ((corner >> i) & 1 ? -1 : 1));
    const s = BigInt(sizes.reduce((total, a, i) => total + signs[i] * a, 0));
    const sign = BigInt(signs.reduce<number>((product, each) => product * each, 1)) * (s < 0n ? -1n : 1n);
    sum += sign * power(s, d + 3);
  }
  const factorial = Array.from({ length: d + 3 }, (_, k) => BigInt(k + 1)).reduce((p, q) => p * q);
  const below = factorial * power(2n, d) * sizes.reduce((product, a) => product * BigInt(a), 1n);
  return Number((6n * sum * power(10n, 20)) / below) / 1e20;
}

it('is the sum over the corners of the cube, in up to six terms of sizes up to a million apart', () => {
  const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1_000_000 }));
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), (sizes) => {
      const exact = overCorners(sizes);
      expect(Math.abs(projectedCubeMoment(sizes) - exact)).toBeLessThan(20 * Number.EPSILON * exact);
    }),
  );
});

it('in two terms A ≥ B is (5A⁴ + 10A²B² + B⁴)/(20A)', () => {
  const size = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(size, size, (p, q) => {
      const [a, b] = [Math.max(p, q), Math.min(p, q)];
      if (a < 1e-60) return;
      const expected = (5 * a * a * a + 10 * a * b * b + (b / a) * b * b * b) / 20;
      expect(Math.abs(projectedCubeMoment([p, q]) - expected)).toBeLessThanOrEqual(
        8 * Number.EPSILON * expected,
      );
    }),
  );
});

it('leaves out terms of size 0', () => {
  expect(projectedCubeMoment([0, 0])).toBe(0);
  expect(projectedCubeMoment([])).toBe(0);
  expect(projectedCubeMoment([0, 2, 0])).toBe(2);
  expect(projectedCubeMoment([3, 0, 2, 2])).toBe(projectedCubeMoment([2, 2, 3]));
});
