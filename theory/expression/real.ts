import { Decimal } from 'decimal.js';

/** Decimal floating point of 60 digits. */
export const Real = Decimal.clone({ precision: 60, defaults: true });
export type Real = Decimal;

const arithmetics = new Map<number, typeof Real>([[60, Real]]);

/** Decimal floating point of this many digits (1000 at most: the length of the constants behind it). */
export function realOf(precision: number): typeof Real {
  const known = arithmetics.get(precision) ?? Real.clone({ precision });
  arithmetics.set(precision, known);
  return known;
}

/** The arithmetic that x belongs to. */
export const arithmeticOf = (x: Real): typeof Real => x.constructor as typeof Real;

export const pi = (arithmetic: typeof Real): Real => arithmetic.acos(-1);

/**
 * erf to the digits of x's arithmetic, by erf(x) = 2/√π e^{−x²} Σ 2^n x^{2n+1}/(2n+1)!! (DLMF 7.6.2), whose terms
 * have one sign. It is ±1 to all digits where erfc(x) < e^{−x²} is below the last one.
 */
export function erf(x: Real): Real {
  const { precision } = arithmeticOf(x);
  const square = x.times(x);
  if (square.gt(Math.LN10 * (precision + 2))) return new (arithmeticOf(x))(x.isNegative() ? -1 : 1);
  const twiceSquare = square.times(2);
  const last = new Real(`1e-${precision + 2}`);
  let term = x;
  let sum = x;
  for (let n = 1; term.abs().gt(sum.abs().times(last)); n++) {
    term = term.times(twiceSquare).div(2 * n + 1);
    sum = sum.plus(term);
  }
  return square
    .neg()
    .exp()
    .times(sum)
    .times(2)
    .div(pi(arithmeticOf(x)).sqrt());
}

/** The angle of the point (x, y): that to 60 digits, refined by θ += sin(angle − θ), which triples the digits. */
export function atan2(y: Real, x: Real): Real {
  const arithmetic = arithmeticOf(y);
  const radius = x.times(x).plus(y.times(y)).sqrt();
  let angle: Real = new arithmetic(Real.atan2(y, x));
  for (let correct = Real.precision - 5; correct < arithmetic.precision - 5; correct *= 3) {
    const sine = y.times(angle.cos()).minus(x.times(angle.sin())).div(radius);
    angle = angle.plus(sine);
  }
  return angle;
}
