import type { Expr } from './expression.js';

/** Degrees of numerator and denominator. */
interface Degrees {
  readonly above: number;
  readonly below: number;
}

/**
 * An upper bound for the degree of the numerator of e as a polynomial in its symbols, its transcendental numbers
 * and (before taking the norm) its square roots. Exponentials count `exponentialDegree` above and below, sines
 * and cosines as rational functions of the half-angle's tangent; e is elementary.
 */
export function degreeBound(e: Expr, exponentialDegree: number): number {
  const { above, below } = degrees(e, exponentialDegree);
  return Math.max(above, below, 1);
}

function degrees(e: Expr, exponential: number): Degrees {
  const of = (part: Expr): Degrees => degrees(part, exponential);
  switch (e.kind) {
    case 'rational':
      return { above: 0, below: 0 };
    case 'pi':
    case 'symbol':
      return { above: 1, below: 0 };
    case 'sum':
      return e.terms.map(of).reduce((a, b) => ({
        above: Math.max(a.above + b.below, b.above + a.below),
        below: a.below + b.below,
      }));
    case 'product':
      return e.factors.map(of).reduce((a, b) => ({ above: a.above + b.above, below: a.below + b.below }));
    case 'power':
      return power(of(e.base), e.exponent);
    case 'call':
      return call(e, of, exponential);
  }
}

function power({ above, below }: Degrees, exponent: Expr): Degrees {
  const n = exponent.kind === 'rational' ? Number(exponent.numerator) : 0;
  const isHalf = exponent.kind === 'rational' && exponent.denominator === 2n;
  // √(N/D) = √(ND)/D
  const base = isHalf ? { above: above + below, below } : { above, below };
  return n >= 0
    ? { above: n * base.above, below: n * base.below }
    : { above: -n * base.below, below: -n * base.above };
}

function call(e: Extract<Expr, { kind: 'call' }>, of: (part: Expr) => Degrees, exponential: number): Degrees {
  switch (e.name) {
    case 'exp':
      return { above: exponential, below: exponential };
    case 'abs':
      return of(e.args[0]);
    case 'min':
    case 'max': {
      const [a, b] = e.args.map(of);
      return { above: Math.max(a.above, b.above), below: Math.max(a.below, b.below) };
    }
    case 'sin':
    case 'cos':
      return { above: 2, below: 2 };
    default:
      return { above: 1, below: 0 };
  }
}
