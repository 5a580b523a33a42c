import fc from 'fast-check';
import { erf, Real } from '../../../../theory/expression/real.js';

type Exact = InstanceType<typeof Real>;

/** The number itself; decimal.js takes a double for the shortest decimal fraction that reads as it. */
function real(x: number): Exact {
  const { significand, exponent } = parts(x);
  return new Real(significand.toString()).times(new Real(2).pow(exponent)).times(x < 0 ? -1 : 1);
}

/** |x| = significand · 2^exponent */
function parts(x: number): { significand: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigUint64(0);
  const field = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return {
    significand: field === 0 ? fraction : fraction | (1n << 52n),
    exponent: Math.max(field, 1) - 1075,
  };
}

/** Distance of `got` from the exact value, in units of the last place of a double of that size. */
export function ulps(got: number, exact: Exact): number {
  const size = Math.abs(exact.toNumber());
  if (!Number.isFinite(size) || !Number.isFinite(got)) return got === exact.toNumber() ? 0 : Infinity;
  return exact
    .minus(real(got))
    .abs()
    .div(new Real(2).pow(parts(size).exponent))
    .toNumber();
}

/** Functions to 60 digits. */
export const exactly = {
  exp: (x: number) => real(x).exp(),
  tanh(x: number) {
    // e^{2x} − 1 from its series where it would cancel.
    const size = real(x).abs().times(2);
    if (size.gt(1)) return sign(x, new Real(1).minus(new Real(2).div(size.exp().plus(1))));
    let [sum, term] = [new Real(0), size];
    for (let n = 2; term.gt(sum.times('1e-60')); n++) {
      sum = sum.plus(term);
      term = term.times(size).div(n);
    }
    return sign(x, sum.div(sum.plus(2)));
  },
  erf: (x: number) => erf(real(x)),
  softplus(x: number) {
    const small = real(-Math.abs(x)).exp();
    // log(1 + u) = u − u²/2 + u³/3 − … where 1 + u would lose u.
    const log = small.lt('1e-20')
      ? small.minus(small.pow(2).div(2)).plus(small.pow(3).div(3))
      : small.plus(1).ln();
    return log.plus(real(Math.max(x, 0)));
  },
};

const sign = (x: number, size: Exact): Exact => (x < 0 ? size.neg() : size);

export const SPECIAL = [
  0,
  -0,
  Infinity,
  -Infinity,
  NaN,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2.2250738585072014e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  1,
  -1,
];

/** Numbers of every size, and those near which formulas change. */
export const anywhere = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -750, max: 715, noNaN: true }),
  fc.double({ min: -30, max: 30, noNaN: true }),
  fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  fc
    .tuple(fc.integer({ min: -2200, max: 2100 }), fc.integer({ min: -4, max: 4 }))
    .map(([k, j]) => ((k * Math.LN2) / 2) * (1 + j * Number.EPSILON)),
);
