import { add, mul, pow, rational } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';

/** A polynomial with integer coefficients, that of x^n at index n. */
export type Polynomial = readonly number[];

export const ZERO: Polynomial = [];

export const plus = (p: Polynomial, q: Polynomial): Polynomial =>
  Array.from({ length: Math.max(p.length, q.length) }, (_, n) => (p[n] ?? 0) + (q[n] ?? 0));

export const times = (factor: number, p: Polynomial): Polynomial => p.map((a) => factor * a);

/** x·p */
export const raised = (p: Polynomial): Polynomial => [0, ...p];

export const derivativeOf = (p: Polynomial): Polynomial => p.slice(1).map((a, n) => (n + 1) * a);

/** p(x), the highest power first. */
export const polynomialIn = (x: Expr, p: Polynomial): Expr =>
  add(...p.map((a, n) => mul(rational(a), pow(x, n))).reverse());
