import { Decimal } from 'decimal.js';

/** Decimal floating point of 60 digits. */
export const Real = Decimal.clone({ precision: 60, defaults: true });
export type Real = Decimal;

export const PI: Real = Real.acos(-1);
const TWO_OVER_ROOT_PI: Real = new Real(2).div(PI.sqrt());

/**
 * erf to 60 digits, by erf(x) = 2/√π e^{−x²} Σ 2^n x^{2n+1}/(2n+1)!! (DLMF 7.6.2), whose terms have one sign.
 * Beyond |x| = 12 it is ±1 to 60 digits: erfc(12) < 1e-63.
 */
export function erf(x: Real): Real {
  if (x.abs().gt(12)) return new Real(x.isNegative() ? -1 : 1);
  const twiceSquare = x.times(x).times(2);
  let term = x;
  let sum = x;
  for (let n = 1; term.abs().gt(sum.abs().times('1e-62')); n++) {
    term = term.times(twiceSquare).div(2 * n + 1);
    sum = sum.plus(term);
  }
  return TWO_OVER_ROOT_PI.times(x.times(x).neg().exp()).times(sum);
}
