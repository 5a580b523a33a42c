import { compile } from '../expression/compile.js';
import type { Expr } from '../expression/expression.js';
import { parseSpec, type Spec } from './spec.js';
import type { Initialization, Variates, ZetaPiece } from './initialization.js';

/** Nearer to 0 than this, x⁴ underflows and a closed form may read 0/0. */
const UNDERFLOW = 1e-70;

/** The law of (W, B) with numbers for its parameters, as floating-point functions. */
export interface BoundLaw extends Omit<Spec, 'initialization'> {
  readonly initialization: Pick<Initialization, 'name' | 'title' | 'outsideHypothesis' | 'source'>;
  /** ζ(x), from the closed form. */
  readonly zeta: (x: number) => number;
  /** ∫|w|^(2k+1) p(w, −wx) dw from its closed form, if the law has one: ζ for an activation of degree k. */
  readonly zetaOfDegree: (k: number) => ((x: number) => number) | undefined;
  /** Points where ζ may not be smooth, ascending. */
  readonly breaks: readonly number[];
  /** supp ζ. */
  readonly range: readonly [from: number, to: number];
  /** The least s with supp ζ in [−s, s]. */
  readonly support: number;
  /**
   * The joint density and its bounds, or the two atoms of W with the density of B; see `Law`. Or W = ±w with probability
   * 1/2 each, independent of the kink C = −B/W with density `at` on `range`.
   */
  readonly density:
    | { readonly form: 'density'; at: (w: number, b: number) => number; readonly bounds: Bounds }
    | { readonly form: 'atoms'; readonly w: number; at: (b: number) => number; readonly bounds: Bounds }
    | { readonly form: 'kinks'; readonly w: number; at: (c: number) => number; readonly bounds: Bounds };
  /** The infinite-width kernel in closed form, where it is known on |x| ≤ `within`. */
  readonly kernel?: { at: (x: number, y: number) => number; readonly within: number };
  /** One draw of (W, B). */
  readonly draw: (variates: Variates) => [w: number, b: number];
}

export interface Bounds {
  readonly w: number;
  readonly b: number;
  readonly radius: number;
}

/**
 * The law that a specification such as `gaussian(sigmaW=1,sigmaB=2)` names.
 * @throws SpecError
 */
export function bindLaw(text: string): BoundLaw {
  const spec = parseSpec(text);
  const { initialization, values } = spec;
  const bind = (expr: Expr, variables: readonly string[]): ((...at: number[]) => number) =>
    compile(expr, variables, values);
  const constant = (expr: Expr | undefined, absent: number): number => (expr ? bind(expr, [])() : absent);

  const bindPieces = (list: readonly ZetaPiece[]): BoundPiece[] =>
    list.map((piece) => ({
      to: constant(piece.to, Infinity),
      at: bind(piece.zeta, ['x']),
      atZero: piece.atZero && constant(piece.atZero, 0),
    }));
  const pieces = bindPieces(initialization.zeta);
  const ends = pieces.map((piece) => piece.to).filter(Number.isFinite);
  const { law, kernel } = initialization;
  const bounds: Bounds = {
    w: law.form === 'density' ? constant(law.bounds.w, Infinity) : Infinity,
    b: constant(law.bounds.b, Infinity),
    radius: law.form === 'density' ? constant(law.bounds.radius, Infinity) : Infinity,
  };
  const support = pieces[pieces.length - 1].to;
  return {
    ...spec,
    zeta: (x) => valueOf(pieces, x),
    zetaOfDegree(k) {
      if (k === 1) return (x) => valueOf(pieces, x);
      const ofDegree = initialization.zetaOfDegree && bindPieces(initialization.zetaOfDegree(k));
      return ofDegree && ((x) => valueOf(ofDegree, x));
    },
    breaks: [...ends.map((end) => -end).reverse(), 0, ...ends],
    range: [-support, support],
    support,
    density:
      law.form === 'density'
        ? { form: 'density', at: bind(law.density, ['w', 'b']), bounds }
        : { form: 'atoms', w: constant(law.w, 0), at: bind(law.density, ['b']), bounds },
    ...(kernel && {
      kernel: { at: bind(kernel.expression, ['x', 'y']), within: constant(kernel.within, Infinity) },
    }),
    draw: (variates) => initialization.draw(values, variates),
  };
}

interface BoundPiece {
  readonly to: number;
  readonly at: (x: number) => number;
  readonly atZero: number | undefined;
}

function valueOf(pieces: readonly BoundPiece[], x: number): number {
  const piece = pieces.find(({ to }) => Math.abs(x) < to);
  if (!piece) return 0;
  return piece.atZero !== undefined && Math.abs(x) < UNDERFLOW ? piece.atZero : piece.at(x);
}
