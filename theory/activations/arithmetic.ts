/**
 * The floating-point operations that activations are written in; each formula is written once and read twice, as
 * numbers (`numbers`) and as WebAssembly text (numerics/networks/wasm). All are exactly rounded or exact, so both
 * readings give the same bits. T are values, C conditions.
 */
export interface Arithmetic<T, C> {
  constant(value: number): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  neg(a: T): T;
  abs(a: T): T;
  /** `size`, which is not negative, with the sign of `sign`. */
  withSign(size: T, sign: T): T;
  /** b if a < b, else a: `a` if either is NaN. */
  larger(a: T, b: T): T;
  /** b if b < a, else a: `a` if either is NaN. */
  smaller(a: T, b: T): T;
  less(a: T, b: T): C;
  select(condition: C, yes: T, no: T): T;
  /** 2^k for a whole number −1022 ≤ k ≤ 1023, given as the value `EXPONENT + k`; any value else. */
  powerOfTwo(shifted: T): T;
}

/** Adding and subtracting this rounds a number of size below 2⁵¹ to a whole one: 1.5·2⁵², with ulp 1. */
export const ROUND = 6755399441055744;

/** ROUND plus the exponent bias: the low bits of EXPONENT + k are the exponent field of 2^k. */
export const EXPONENT = ROUND + 1023;

const view = new DataView(new ArrayBuffer(8));

/** Formulas as functions of numbers. */
export const numbers: Arithmetic<number, boolean> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  withSign: (size, sign) => (sign < 0 || Object.is(sign, -0) ? -size : size),
  larger: (a, b) => (a < b ? b : a),
  smaller: (a, b) => (b < a ? b : a),
  less: (a, b) => a < b,
  select: (condition, yes, no) => (condition ? yes : no),
  powerOfTwo(shifted) {
    view.setInt32(0, (shifted - ROUND) << 20);
    return view.getFloat64(0);
  },
};

/**
 * c₀ + c₁x + c₂x² + …, with at least two terms: Horner's rule in x² for the even and the odd ones apart, which halves
 * the chain of operations that wait for one another.
 */
export function polynomial<T, C>(o: Arithmetic<T, C>, coefficients: readonly number[], x: T): T {
  const square = o.mul(x, x);
  const degree = coefficients.length - 1;
  let [leading, second] = [o.constant(coefficients[degree]), o.constant(coefficients[degree - 1])];
  for (let k = degree - 2; k >= 0; k--) {
    const next = o.add(o.mul(leading, square), o.constant(coefficients[k]));
    [leading, second] = [second, next];
  }
  return o.add(second, o.mul(leading, x));
}
