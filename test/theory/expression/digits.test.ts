import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../theory/expression/compile.js';
import { digits, vanishes } from '../../../theory/expression/digits.js';
import { erf as erfDouble } from '../../../theory/expression/erf.js';
import { gammaP2 } from '../../../theory/expression/gamma-p2.js';
import { parse } from '../../../theory/expression/parse.js';
import { atan2, erf, Real, realOf } from '../../../theory/expression/real.js';
import { Undefined, Unsure } from '../../../theory/expression/undecidable.js';
import { smooth } from './arbitrary.js';

const EPS = Number.EPSILON;
const unit = fc.double({ min: 0.5, max: 2, noNaN: true });

describe('erf to 60 digits', () => {
  it('agrees with the alternating Taylor series, summed with 40 digits to spare', () => {
    const Long = Real.clone({ precision: 120 });
    for (const x of ['0.001', '0.5', '1', '-2.5', '5', '8']) {
      let [sum, term] = [new Long(0), new Long(x)];
      for (let n = 1; term.abs().gt('1e-110'); n++) {
        sum = sum.plus(term.div(2 * n - 1));
        term = term.times(x).times(x).div(-n);
      }
      const taylor = sum.times(2).div(Long.acos(-1).sqrt());
      // A few hundred roundings of 1e-60, relative.
      expect(
        taylor
          .minus(erf(new Real(x)))
          .abs()
          .div(taylor.abs())
          .toNumber(),
      ).toBeLessThan(1e-57);
    }
  });

  it('is ±1 far out, and known at 1', () => {
    expect(erf(new Real(1)).toFixed(40)).toBe('0.8427007929497148693412206350826092592961');
    expect(erf(new Real(13)).eq(1) && erf(new Real(-13)).eq(-1)).toBe(true);
    // erfc(12) = 1.36e-64 is below the last digit: the two branches meet.
    expect(erf(new Real(12)).minus(1).abs().lt('1e-58')).toBe(true);
  });
});

describe('functions to any number of digits', () => {
  it.each([120, 300])('erf and atan2 to %d digits agree with 60 more, and with decimal.js', (precision) => {
    const [Short, Long] = [realOf(precision), realOf(precision + 60)];
    // A few hundred roundings, relative.
    const tolerance = new Long(`1e${3 - precision}`);
    const isClose = (a: Real, b: Real): boolean => a.minus(b).abs().lte(b.abs().times(tolerance));
    for (const x of ['0.001', '1', '-2.5', '9', '20']) {
      expect(isClose(new Long(erf(new Short(x))), erf(new Long(x)))).toBe(true);
      for (const y of ['-3', '1e-30', '7.25', '-1e-30']) {
        expect(isClose(new Long(atan2(new Short(y), new Short(x))), Long.atan2(y, x))).toBe(true);
      }
    }
    // 1 − erf(x) ≈ e^{−x²}/(x√π) (1 − 1/(2x²)) with a relative error below 3/(4x⁴).
    const x = new Long(15);
    const asymptotic = x
      .times(x)
      .neg()
      .exp()
      .div(x.times(Long.acos(-1).sqrt()));
    expect(
      erf(x)
        .neg()
        .plus(1)
        .div(asymptotic)
        .minus(1 - 1 / 450)
        .abs()
        .toNumber(),
    ).toBeLessThan(3 / (4 * 15 * 15 * 15 * 15));
  });
});

describe('double-precision functions against 60 digits', () => {
  it('erf is accurate to two ulp', () => {
    let worst = 0;
    for (let k = -300; k <= 300; k++) {
      const x = k / 50 + 1e-4 * Math.sin(k);
      const exact = erf(new Real(x));
      if (!exact.isZero()) worst = Math.max(worst, exact.minus(erfDouble(x)).div(exact).abs().toNumber());
    }
    expect(worst).toBeLessThan(2 * EPS);
    expect([erfDouble(0), erfDouble(Infinity), erfDouble(-Infinity), erfDouble(NaN)]).toEqual([
      0,
      1,
      -1,
      NaN,
    ]);
    expect(Object.is(erfDouble(-0), -0)).toBe(true);
    expect(erfDouble(1e-300)).toBeCloseTo(1.1283791670955126e-300, 310);
  });

  it('gammaP2 is accurate for tiny and for large z', () => {
    for (let k = -60; k <= 20; k++) {
      const z = Math.exp(k / 2);
      const exact = new Real(1).minus(new Real(z).plus(1).times(new Real(-z).exp()));
      // Small z: a handful of rounded positive terms and e^{-z}; the direct form loses 1/P(2, 2) = 1.7.
      expect(Math.abs(exact.minus(gammaP2(z)).div(exact).toNumber())).toBeLessThan(8 * EPS);
    }
    expect([gammaP2(0), gammaP2(Infinity), gammaP2(NaN)]).toEqual([0, 1, NaN]);
  });
});

describe('digits', () => {
  it('agrees with double precision on smooth expressions', () => {
    fc.assert(
      fc.property(smooth, unit, unit, (e, x, y) => {
        const { value, scale } = digits(e, { x, y });
        const difference = Math.abs(value.toNumber() - compile(e, ['x', 'y'])(x, y));
        // First-order error analysis: `scale` bounds the error per unit roundoff of every leaf; 100 operations.
        expect(difference).toBeLessThanOrEqual(100 * EPS * scale.toNumber());
      }),
      { numRuns: 200 },
    );
  });

  it('sees differences of 1e-40 and rounding below it', () => {
    expect(vanishes(digits(parse('(x + 1)^2 - x^2 - 2*x - 1'), { x: 0.1 }))).toBe(true);
    expect(vanishes(digits(parse('exp(x)^3 - exp(3*x)'), { x: 7.3 }))).toBe(true);
    expect(vanishes(digits(parse('exp(x)^3*(1 + 1/10^40) - exp(3*x)'), { x: 7.3 }))).toBe(false);
    expect(vanishes(digits(parse('sqrt(x^2) - x'), { x: -1 }))).toBe(false);
  });

  it.each([
    ['log(x)', -1],
    ['sqrt(x)', -1],
    ['1/x', 0],
    ['x^(1/3)', -1],
    ['atan2(x, x)', 0],
  ])('%s is undefined at %d', (text, x) => {
    expect(() => digits(parse(text), { x })).toThrow(Undefined);
  });

  it.each(['1/(sqrt(x)^2*sqrt(x) - x*sqrt(x) + sqrt(2)*sqrt(3) - sqrt(6))', 'sqrt(exp(x)*exp(-x) - 1)'])(
    'declines %s, a zero up to rounding',
    (text) => {
      expect(() => digits(parse(text), { x: 0.7 })).toThrow(Unsure);
    },
  );

  it('declines what is out of range', () => {
    expect(() => digits(parse('exp(exp(exp(x)))'), { x: 100 })).toThrow(Unsure);
    expect(() => digits(parse('1/exp(-exp(exp(x)))'), { x: 100 })).toThrow(Unsure);
  });
});
