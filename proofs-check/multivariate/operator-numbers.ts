import { dawson, dawsonDerivative } from '../../numerics/operators/dawson.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { compile } from '../../theory/expression/compile.js';
import type { Expr } from '../../theory/expression/expression.js';
import { symbolsOf } from '../../theory/expression/substitute.js';
import type { LineFunction } from '../../theory/operators/line-function.js';

/** From here on closed forms with Dawson's function cancel, and are evaluated as a derivative of it. */
const CANCELS = 3;

/** A function of c (and F) as a number. */
export const onLine = (e: Expr): ((c: number) => number) => {
  const value = compile(e, ['c', 'F']);
  return symbolsOf(e).has('F') ? (c) => value(c, dawson(c)) : (c) => value(c, 0);
};

export const numberOf = (e: Expr): number => compile(e, [])();

/** factor·F^{(s)}, as the closed form where that does not cancel. */
export function stable({ expr, factor }: LineFunction, s: number): (c: number) => number {
  const near = onLine(expr);
  if (!symbolsOf(expr).has('F')) return near;
  const constant = numberOf(factor);
  return (c) => (Math.abs(c) < CANCELS ? near(c) : constant * dawsonDerivative(c, s));
}

/** Uniform on [low, high]. */
export const between = (random: RandomStream, low: number, high: number): number =>
  low + (high - low) * random.uniform();

export const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, xi, i) => sum + xi * y[i], 0);

/** Uniform on the unit sphere of ℝ^d. */
export function randomDirection(d: number, random: RandomStream): number[] {
  const x = Array.from({ length: d }, () => random.normal());
  const length = Math.sqrt(dot(x, x));
  return x.map((xi) => xi / length);
}
