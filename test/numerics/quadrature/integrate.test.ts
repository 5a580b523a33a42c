import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../numerics/quadrature/integrate.js';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const gauss = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

// The accepted round-off is 50 eps ∫|f|; twice that leaves room for the exact value's own rounding.
const tolerance = (scale: number): number => 100 * Number.EPSILON * scale;

describe('integrate', () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ['1/√x at its singular end', (x) => 1 / Math.sqrt(x), 0, 1, 2],
    ['log x at its singular end', Math.log, 0, 1, -1],
    ['a quarter of a circle', (x) => Math.sqrt(1 - x * x), 0, 1, Math.PI / 4],
    ['the normal density on the line', gauss, -Infinity, Infinity, 1],
    ['half the normal density', gauss, -Infinity, 0, 0.5],
    ['its second moment', (x) => x * x * gauss(x), -Infinity, Infinity, 1],
    ['Cauchy on a half-line', (x) => 1 / (1 + x * x), 1, Infinity, Math.PI / 4],
    ['Cauchy on the line', (x) => 1 / (1 + x * x), -Infinity, Infinity, Math.PI],
    ['an exponential from the left', Math.exp, -Infinity, 2, Math.exp(2)],
    ['an odd function', (x) => x * x * x, -2, 2, 0],
  ])('%s', (_, f, a, b, exact) => {
    const { value, error } = integrate(f, a, b);
    expect(Math.abs(value - exact)).toBeLessThan(tolerance(Math.max(Math.abs(exact), 8)));
    expect(error).toBeLessThan(tolerance(Math.max(Math.abs(exact), 8)));
  });

  it('integrates random Gaussians of any centre and width, on the line and on half-lines', () => {
    fc.assert(
      fc.property(number(-5, 5), number(0.05, 20), (centre, width) => {
        const f = (x: number): number => gauss((x - centre) / width) / width;
        expect(Math.abs(integrate(f, -Infinity, Infinity).value - 1)).toBeLessThan(tolerance(2));
        const halves = integrate(f, -Infinity, centre).value - integrate(f, centre, Infinity).value;
        expect(Math.abs(halves)).toBeLessThan(tolerance(2));
      }),
    );
  });

  it('is additive, and changes sign with the direction', () => {
    fc.assert(
      fc.property(number(-3, 3), number(-3, 3), number(-3, 3), (a, b, c) => {
        const f = (x: number): number => Math.sin(3 * x) + x * x;
        const [ab, bc, ac] = [integrate(f, a, b).value, integrate(f, b, c).value, integrate(f, a, c).value];
        expect(Math.abs(ab + bc - ac)).toBeLessThan(tolerance(3 * 60));
        expect(integrate(f, b, a).value + ab).toBe(0);
      }),
    );
  });

  it('integrates kinks and jumps, with fewer calls when they are named', () => {
    for (const c of [-0.8, -0.1234, 0.3, 1 / 7, 0.77]) {
      let calls = 0;
      const f = (x: number): number => (calls++, x < c ? 1 : 2 + x - c);
      const exact = c + 1 + 2 * (1 - c) + 0.5 * (1 - c) * (1 - c);
      const named = integrate(f, -1, 1, { breaks: [c, 7] }).value;
      expect(calls).toBe(42);
      const unnamed = integrate(f, -1, 1).value;
      expect(calls).toBeGreaterThan(2 * 42);
      expect(Math.abs(named - exact)).toBeLessThan(tolerance(5));
      expect(Math.abs(unnamed - exact)).toBeLessThan(tolerance(5));
    }
  });

  it('stops early when asked for less', () => {
    let calls = 0;
    const f = (x: number): number => (calls++, Math.abs(x - 0.1234));
    const exact = integrate(f, -1, 1, { breaks: [0.1234] }).value;
    calls = 0;
    const rough = integrate(f, -1, 1, { relativeTolerance: 1e-4 });
    expect(calls).toBeLessThan(21 * 12);
    expect(Math.abs(rough.value - exact)).toBeLessThanOrEqual(rough.error);
    calls = 0;
    expect(Math.abs(integrate(f, -1, 1, { absoluteTolerance: 1e-3 }).value - exact)).toBeLessThan(1e-3);
    expect(calls).toBeLessThan(21 * 12);
  });

  it('names a point where the integrand is not finite', () => {
    expect(() => integrate((x) => (x > 0.5 ? NaN : 1), 0, 1)).toThrow(/f\(.*\) = NaN on \[0, 1\]/);
    expect(() => integrate((x) => 1 / (x - 0.5), 0, 1)).toThrow(/= -?Infinity/);
  });

  it('says so when it does not converge', () => {
    expect(() => integrate((x) => Math.sin(1e15 * x), 0, 1)).toThrow(/no convergence on \[0, 1\].*breaks/);
  });

  it('refuses NaN ends and gives 0 on an empty range', () => {
    expect(() => integrate(gauss, NaN, 1)).toThrow(/range \[NaN, 1\]/);
    expect(integrate(gauss, 2, 2)).toEqual({ value: 0, error: 0 });
  });
});
