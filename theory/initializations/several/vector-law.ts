import { compile } from '../../expression/compile.js';
import type { Expr } from '../../expression/expression.js';
import type { Variates, ZetaPiece } from '../initialization.js';
import { parseVectorSpec, type Spec } from '../spec.js';
import type { VectorInitialization } from './vector-initialization.js';

/** Nearer to 0 than this, a power of c underflows and a closed form may read 0/0. */
const UNDERFLOW = 1e-70;

/** A unit vector, or any list that is read as one. */
export type Direction = ArrayLike<number>;

/** The law of (W, B), W ∈ ℝ^d, with numbers for its parameters, as floating-point functions. */
export interface VectorLaw extends Omit<Spec<VectorInitialization>, 'initialization'> {
  readonly initialization: Pick<VectorInitialization, 'name' | 'title' | 'directional' | 'source'>;
  /** d */
  readonly inputs: number;
  /** ζ(V, c) per unit surface measure, from the closed form; V a unit vector (any, if the law is not directional). */
  readonly zeta: (direction: Direction, c: number) => number;
  /** ζ_e(V, c) = (ζ(V, c) + ζ(−V, −c))/2, the even part, which the penalty of the adjusted problem depends on. */
  readonly evenZeta: (direction: Direction, c: number) => number;
  /** Whether ζ is even, as every symmetric law of (W, B) makes it. */
  readonly isEven: boolean;
  /** The c at which ζ(V, ·) may not be smooth, ascending. */
  readonly breaks: (direction: Direction) => number[];
  /** The c between which ζ(V, ·) is positive. */
  readonly range: (direction: Direction) => readonly [from: number, to: number];
  /** p_W(uV), p_B(b) and their supports; see `RayLaw`. */
  readonly density: {
    readonly bias: (b: number) => number;
    readonly biasRange: readonly [from: number, to: number];
  } & (
    | {
        readonly form: 'density';
        readonly ray: (u: number, direction: Direction) => number;
        readonly reach: (direction: Direction) => number;
      }
    | { readonly form: 'shell'; readonly radius: number }
  );
  /** The infinite-width kernel in closed form, where it is known for ‖x‖, ‖x′‖ ≤ `within`. */
  readonly kernel?: { readonly at: PointKernel; readonly within: number };
  /** One draw: W goes to w[at …], the bias is returned. */
  readonly draw: (variates: Variates, w: Float64Array, at: number) => number;
}

/** A kernel (x, x′) ↦ K(x, x′) of two points. */
export type PointKernel = (x: ArrayLike<number>, y: ArrayLike<number>) => number;

/**
 * The law in d inputs that a specification such as `sphere-uniform(aB=2)` names.
 * @throws SpecError; RangeError unless d is a positive integer
 */
export function bindVectorLaw(text: string, inputs: number): VectorLaw {
  if (!Number.isSafeInteger(inputs) || inputs < 1) {
    throw new RangeError(`bindVectorLaw: got ${inputs} inputs, expected a positive integer`);
  }
  const spec = parseVectorSpec(text);
  const { initialization, values } = spec;
  const bind = (expr: Expr, variables: readonly string[]): ((...at: number[]) => number) =>
    compile(expr, variables, values);
  const constant = (expr: Expr | undefined, absent: number): number => (expr ? bind(expr, [])() : absent);
  const largest = initialization.directional ? largestComponent : (): number => 1;

  const pieces = initialization.zeta(inputs).map(({ to, zeta, atZero }: ZetaPiece) => ({
    to: to ? bind(to, ['v']) : (): number => Infinity,
    at: bind(zeta, ['c', 'v']),
    atZero: atZero && constant(atZero, 0),
  }));
  const centre = constant(initialization.centre, 0);
  const zeta = (direction: Direction, c: number): number => {
    const v = largest(direction);
    const distance = Math.abs(c - centre);
    const piece = pieces.find(({ to }) => distance < to(v));
    if (!piece) return 0;
    return piece.atZero !== undefined && Math.abs(c) < UNDERFLOW ? piece.atZero : piece.at(c, v);
  };
  const ends = (direction: Direction): number[] =>
    pieces.map(({ to }) => to(largest(direction))).filter(Number.isFinite);

  const law = initialization.law(inputs);
  const biasCentre = constant(law.biasCentre, 0);
  const biasReach = constant(law.biasReach, Infinity);
  const kernel = initialization.kernel?.(inputs);
  return {
    ...spec,
    inputs,
    zeta,
    // ‖−V‖_∞ = ‖V‖_∞: the opposite unit differs by the sign of c alone.
    evenZeta: (direction, c) => 0.5 * (zeta(direction, c) + zeta(direction, -c)),
    isEven: centre === 0,
    breaks(direction) {
      const list = ends(direction);
      return [...list.map((end) => centre - end).reverse(), centre, ...list.map((end) => centre + end)];
    },
    range(direction) {
      const end = pieces[pieces.length - 1].to(largest(direction));
      return [centre - end, centre + end];
    },
    density: {
      bias: bind(law.bias, ['b']),
      biasRange: [biasCentre - biasReach, biasCentre + biasReach],
      ...(law.form === 'shell'
        ? { form: 'shell', radius: constant(law.radius, 1) }
        : { form: 'density', ...rayOf(bind(law.ray, ['u']), law.reach && bind(law.reach, ['v']), largest) }),
    },
    ...(kernel && {
      kernel: {
        at: invariantKernel(bind(kernel.expression, ['p', 'r', 'g'])),
        within: constant(kernel.within, Infinity),
      },
    }),
    draw: (variates, w, at) => initialization.draw(values, variates, w, at, inputs),
  };
}

function rayOf(
  ray: (u: number) => number,
  reach: ((v: number) => number) | undefined,
  largest: (direction: Direction) => number,
): { ray: (u: number, direction: Direction) => number; reach: (direction: Direction) => number } {
  const end = (direction: Direction): number => (reach ? reach(largest(direction)) : Infinity);
  return { ray: (u, direction) => (u < end(direction) ? ray(u) : 0), reach: end };
}

/** The kernel as a function of ⟨x,x′⟩, ‖x − x′‖ and the area of the parallelogram of x and x′. */
function invariantKernel(of: (p: number, r: number, g: number) => number): PointKernel {
  return (x, y) => {
    let [p, square, area] = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      p += x[i] * y[i];
      square += (x[i] - y[i]) * (x[i] - y[i]);
      for (let k = 0; k < i; k++) {
        const minor = x[i] * y[k] - x[k] * y[i];
        area += minor * minor;
      }
    }
    return of(p, Math.sqrt(square), Math.sqrt(area));
  };
}

/** ‖V‖_∞ */
function largestComponent(direction: Direction): number {
  let largest = 0;
  for (let i = 0; i < direction.length; i++) largest = Math.max(largest, Math.abs(direction[i]));
  return largest;
}
