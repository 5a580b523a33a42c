import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits } from '../../../theory/expression/digits.js';
import type { SymbolDomain } from '../../../theory/expression/domain.js';
import { boxOf, orthants } from '../../../theory/expression/domain.js';
import { drawsFor } from '../../../theory/expression/draws.js';
import { parse } from '../../../theory/expression/parse.js';
import type { Range } from '../../../theory/expression/range.js';
import { isPositive, keepsSign, rangeOf } from '../../../theory/expression/range.js';
import { toNumber } from '../../../theory/expression/rational.js';
import { sampleDouble, sampleFar, sampleNear, sampleRational } from '../../../theory/expression/sample.js';
import { Undefined, Unsure } from '../../../theory/expression/undecidable.js';
import { expressions } from './arbitrary.js';

const ranges: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom('real', 'positive', 'nonnegative').map((domain) => boxOf({ x: domain }, ['x'])['x']),
  fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .map(([lo, width]) => boxOf({ x: [lo, lo + width] }, ['x'])['x']),
);

describe('rangeOf', () => {
  it('encloses every value', () => {
    fc.assert(
      fc.property(
        expressions,
        fc.tuple(ranges, ranges, ranges, ranges),
        fc.string(),
        (e, [x, y, s1, sigma], seed) => {
          const box = { x, y, s1, sigma };
          const draws = drawsFor(seed);
          const at = Object.fromEntries(
            Object.entries(box).map(([name, r]) => [name, sampleDouble(r, draws)] as const),
          );
          try {
            const { value, scale } = digits(e, at);
            const { lo, hi, zero } = rangeOf(e, box);
            // Beyond 10^300 the doubles of the enclosure give out.
            fc.pre(value.abs().lt('1e300') && value.abs().gt(scale.times('1e-45')));
            expect(value.toNumber()).toBeGreaterThanOrEqual(lo);
            expect(value.toNumber()).toBeLessThanOrEqual(hi);
            expect(zero || !value.isZero()).toBe(true);
          } catch (error) {
            if (!(error instanceof Undefined) && !(error instanceof Unsure)) throw error;
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  it.each([
    ['x^2 + y^2', true],
    ['x - y', false],
    ['x/y', true],
    ['exp(-x) + 1', true],
    ['x^2 - 2*x*y + y^2', false],
    ['(x - y)^2', false],
    ['sqrt(2*pi)*x', true],
    ['0.1 + 0.2 - 0.3', false],
    ['1 - erf(x)', false],
  ])('%s > 0 for positive x, y: %s', (text, expected) => {
    const e = parse(text);
    expect(isPositive(rangeOf(e, boxOf({ x: 'positive', y: 'positive' }, ['x', 'y'])))).toBe(expected);
  });

  it.each([
    ['1/(x - y)^2', false],
    ['sqrt(1/(x - y)^2) + x', false],
    ['exp(1/(x - y))', false],
    ['erf(1/(x - y))^2', false],
    ['y/((x - 100)^(-1)*y)*x/(x - 100)', false],
    ['1/(x + y)^2', true],
    ['exp(1/x - 1/y)', true],
  ])('%s is positive without a pole for positive x, y: %s', (text, expected) => {
    const box = boxOf({ x: 'positive', y: 'positive' }, ['x', 'y']);
    expect(keepsSign(rangeOf(parse(text), box))).toBe(expected);
  });

  it.each(['x - 10^(-400)', '(x - 10^(-200))^3', '(x - 10^(-200))*10^(-200)', '-10^(-400)*x + 10^(-500)'])(
    'does not lose the sign of %s to underflow',
    (text) => {
      const { lo, hi } = rangeOf(parse(text), boxOf({ x: 'positive' }, ['x']));
      expect(lo < 0 && hi > 0).toBe(true);
    },
  );

  it('cuts boxes at 0', () => {
    const box = boxOf({ x: 'real', y: [-1, 2], z: 'nonnegative' }, ['x', 'y', 'z']);
    const parts = orthants(box, ['x', 'y', 'z']);
    expect(parts).toHaveLength(4);
    expect(parts.every(({ x, y, z }) => [x, y, z].every((r) => !r.zero && (r.lo >= 0 || r.hi <= 0)))).toBe(
      true,
    );
  });

  it('names the symbol whose domain is missing or empty', () => {
    expect(() => boxOf({}, ['s'])).toThrow(/no domain for the symbol s, expected one of positive/);
    expect(() => boxOf({ s: [1, 1] }, ['s'])).toThrow(/domain \[1, 1\] for s, expected lo < hi/);
    expect(() => boxOf({}, ['constructor'])).toThrow(/no domain/);
  });
});

describe('samples', () => {
  it('lie inside their range, and near their value', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.string(),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (range, seed, value) => {
          const draws = drawsFor(seed);
          for (const x of [
            toNumber(sampleRational(range, draws)),
            sampleDouble(range, draws),
            sampleFar(range, draws),
          ]) {
            expect(x > range.lo && x < range.hi && x !== 0).toBe(true);
          }
          const near = toNumber(sampleNear(value, draws));
          expect(Math.abs(near - value)).toBeLessThanOrEqual(Math.abs(value) / 2097152 + 1e-11);
        },
      ),
    );
  });

  it('reach far out and close to the ends', () => {
    const draws = drawsFor('far');
    const far = (domain: SymbolDomain): number[] =>
      Array.from({ length: 400 }, () => sampleFar(boxOf({ x: domain }, ['x'])['x'], draws));
    // Each of these has odds of more than 1/10, so that 400 draws miss it with odds of 1e-18.
    expect(far('positive').some((x) => x > 1e9) && far('positive').some((x) => x < 1e-9)).toBe(true);
    expect(far('real').some((x) => x > 1e9) && far('real').some((x) => x < -1e9)).toBe(true);
    expect(far([1, 3]).some((x) => x - 1 < 1e-9) && far([1, 3]).some((x) => 3 - x < 1e-9)).toBe(true);
    expect(far([-Infinity, 2]).every((x) => x < 2)).toBe(true);
  });

  it('depend on the seed, from the first draw on', () => {
    const first = Array.from({ length: 2000 }, (_, k) => drawsFor(`seed ${k}`).bits(16));
    expect(new Set(first).size).toBeGreaterThan(1900);
    const mean = first.reduce((a, b) => a + b, 0) / first.length / 65536;
    // Standard error .29/√2000 = .0065, five of them.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.033);
    expect(drawsFor('a').bits(32)).toBe(drawsFor('a').bits(32));
  });
});
