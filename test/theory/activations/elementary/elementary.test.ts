import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../../numerics/random/streams.js';
import { numbers } from '../../../../theory/activations/arithmetic.js';
import { erf } from '../../../../theory/activations/elementary/erf.js';
import { exp } from '../../../../theory/activations/elementary/exp.js';
import { softplus } from '../../../../theory/activations/elementary/softplus.js';
import { tanh } from '../../../../theory/activations/elementary/tanh.js';
import { anywhere, exactly, ulps } from './oracle.js';

/** Somewhat more than the worst that some 4·10⁷ points each showed against 64-bit significands: see each file. */
const FUNCTIONS = [
  { name: 'exp', of: (x: number) => exp(numbers, x), within: 1.1, sweep: [-745.2, 709.8] },
  { name: 'tanh', of: (x: number) => tanh(numbers, x), within: 1.6, sweep: [-21, 21] },
  { name: 'erf', of: (x: number) => erf(numbers, x), within: 1.8, sweep: [-6.5, 6.5] },
  { name: 'softplus', of: (x: number) => softplus(numbers, x), within: 2, sweep: [-746, 60] },
] as const;

describe.each(FUNCTIONS)('$name', ({ name, of, within, sweep: [low, high] }) => {
  const error = (x: number): number => ulps(of(x), exactly[name](x));

  it(`is within ${within} ulp on dense sweeps of its range and around 0`, () => {
    const random = streams(1).stream(name);
    let worst = 0;
    for (const [from, to] of [
      [low, high],
      [-2, 2],
      [-0.01, 0.01],
    ]) {
      for (let k = 0; k < 2000; k++) {
        worst = Math.max(worst, error(from + ((to - from) * (k + random.uniform())) / 2000));
      }
    }
    expect(worst).toBeLessThan(within);
    expect(worst).toBeGreaterThan(0.4);
  });

  it('is as exact for numbers of every size, subnormal ones and edges of the reduction', () => {
    fc.assert(
      fc.property(anywhere, (x) => {
        expect(error(x)).toBeLessThan(within);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('special values', () => {
  it.each([
    ['exp', Infinity, Infinity],
    ['exp', -Infinity, 0],
    ['exp', 0, 1],
    ['exp', -0, 1],
    ['exp', 709.782712893384, 1.7976931348622732e308],
    ['exp', 709.7827128933841, Infinity],
    ['exp', -745.1332191019411, 5e-324],
    ['exp', -745.1332191019412, 0],
    ['tanh', Infinity, 1],
    ['tanh', -Infinity, -1],
    ['tanh', 0, 0],
    ['tanh', -0, -0],
    ['tanh', 5e-324, 5e-324],
    ['erf', Infinity, 1],
    ['erf', -Infinity, -1],
    ['erf', -0, -0],
    ['erf', 0, 0],
    ['softplus', Infinity, Infinity],
    ['softplus', -Infinity, 0],
    ['softplus', 1e300, 1e300],
    ['softplus', -1e300, 0],
  ] as const)('%s(%d) is %d', (name, x, value) => {
    expect(FUNCTIONS.find((f) => f.name === name)!.of(x)).toBe(value);
  });

  it.each(FUNCTIONS)('$name(NaN) is NaN', ({ of }) => {
    expect(of(NaN)).toBeNaN();
  });
});
