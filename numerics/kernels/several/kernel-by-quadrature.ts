import type { PointKernel, VectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../../theory/integer-power.js';
import { piRationalValue, sphereSurface } from '../../../theory/pi-rational.js';
import { integrate } from '../../quadrature/integrate.js';
import { biasProduct } from './bias-product.js';
import { dot, norm } from './points.js';

type BiasProduct = ReturnType<typeof biasProduct>;

/**
 * K(x, x′) = E[max(⟨W,x⟩+B, 0)^k max(⟨W,x′⟩+B, 0)^k] from the densities of W and B, to about 1e-13 of √(K(x,x)K(x′,x′)).
 *
 * A rotation-invariant W enters by its projection on the plane of x and x′, whose direction is uniform: one integral
 * over the angle, one over the projection's length (none for the circle). A law that depends on the direction is
 * integrated over angle and length in the plane.
 * @throws RangeError for a law that depends on the direction in more than two inputs
 */
export function vectorKernelByQuadrature(law: VectorLaw, degree = 1): PointKernel {
  const product = biasProduct(law.density, degree);
  if (!law.initialization.directional || law.inputs === 1) return invariantKernel(law, product);
  if (law.inputs === 2) return planeKernel(law, product);
  throw new RangeError(
    `no quadrature of the kernel of ${law.text} in ${law.inputs} inputs: the law of W depends on the direction`,
  );
}

/** The angles at which a unit in the direction φ has the same input from both points: s(φ) = t(φ). */
const equalInputs = (a: number, b: number, angle: number): [number, number] => {
  const at = Math.atan2(a - b * Math.cos(angle), b * Math.sin(angle));
  return [at, at + Math.PI];
};

function invariantKernel(law: VectorLaw, product: BiasProduct): PointKernel {
  const bounds = law.density.biasRange.map(Math.abs).filter(Number.isFinite);
  const average = averageOverLength(law);
  return (x, y) => {
    const [a, b] = [norm(x), norm(y)];
    if (law.inputs === 1) {
      const both = (u: number): number => 0.5 * (product(u * x[0], u * y[0]) + product(-u * x[0], -u * y[0]));
      return average(
        both,
        bounds.flatMap((bound) => [bound / a, bound / b]),
      );
    }
    const angle = angleBetween(x, y);
    const [first, second] = equalInputs(a, b, angle);
    // What a projection of this length adds, over its direction.
    const circle = (length: number): number => {
      const kinks = law.density.biasRange.flatMap((bound) => {
        const [p, q] = [Math.acos(-bound / (length * a)), Math.acos(-bound / (length * b))];
        return [p, -p, angle + q, angle - q].filter((at) => !Number.isNaN(at));
      });
      // From one of these angles once around, so that it is an end and not inside.
      const from = first;
      const breaks = [second, ...kinks].map((at) => from + turn(at - from));
      return (
        integrate(
          (phi) => product(length * a * Math.cos(phi), length * b * Math.cos(phi - angle)),
          from,
          from + 2 * Math.PI,
          { breaks },
        ).value /
        (2 * Math.PI)
      );
    };
    const common = Math.abs(a * Math.cos(first));
    return average(
      circle,
      bounds.flatMap((bound) => [bound / a, bound / b, bound / common]),
    );
  };
}

/** The angle in [0, 2π). */
function turn(angle: number): number {
  const rest = angle % (2 * Math.PI);
  return rest < 0 ? rest + 2 * Math.PI : rest;
}

/** The angle between two points at 0, in [0, π], accurate near both ends. */
function angleBetween(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) {
      const minor = x[i] * y[k] - x[k] * y[i];
      square += minor * minor;
    }
  }
  return Math.atan2(Math.sqrt(square), dot(x, y));
}

/** f ↦ E f(length of the projection of W on a plane; on the line for d = 1), f smooth between the breaks. */
function averageOverLength({
  density,
  inputs,
}: VectorLaw): (f: (length: number) => number, breaks: readonly number[]) => number {
  if (density.form === 'shell') {
    const { radius } = density;
    if (inputs <= 2) return (f) => f(radius);
    // length = radius · sin θ
    return (f, breaks) =>
      integrate(
        (theta) =>
          (inputs - 2) *
          Math.sin(theta) *
          integerPower(Math.cos(theta), inputs - 3) *
          f(radius * Math.sin(theta)),
        0,
        0.5 * Math.PI,
        { breaks: breaks.map((at) => Math.asin(at / radius)).filter((at) => !Number.isNaN(at)) },
      ).value;
  }
  const axis = new Float64Array(inputs).fill(0);
  axis[0] = 1;
  const reach = density.reach(axis);
  const ray = (u: number): number => density.ray(u, axis);
  /** The density of the projection at distance u from 0, per length or area. */
  const projected = (u: number): number => {
    if (inputs <= 2) return ray(u);
    const surface = inputs === 3 ? 2 : piRationalValue(sphereSurface(inputs - 2));
    const across = (h: number): number => ray(Math.sqrt(u * u + h * h)) * integerPower(h, inputs - 3);
    const end = reach === Infinity ? Infinity : Math.sqrt(Math.max(0, (reach - u) * (reach + u)));
    return surface * integrate(across, 0, end).value;
  };
  const mass = (u: number): number => (inputs === 1 ? 2 : 2 * Math.PI * u) * projected(u);
  if (reach === Infinity) {
    return (f, breaks) => integrate((u) => mass(u) * f(u), 0, Infinity, { breaks }).value;
  }
  // length = reach · sin θ: the density may end as a root of reach − length.
  return (f, breaks) =>
    integrate(
      (theta) => {
        const u = reach * Math.sin(theta);
        return reach * Math.cos(theta) * mass(u) * f(u);
      },
      0,
      0.5 * Math.PI,
      { breaks: breaks.map((at) => Math.asin(at / reach)).filter((at) => !Number.isNaN(at)) },
    ).value;
}

/** The law of W in the plane, in polar coordinates. */
function planeKernel({ density }: VectorLaw, product: BiasProduct): PointKernel {
  if (density.form === 'shell') throw new RangeError('a law on a shell does not depend on the direction');
  const bounds = density.biasRange.map(Math.abs).filter(Number.isFinite);
  const corners = [1, 3, 5].map((k) => (k * Math.PI) / 4);
  return (x, y) => {
    const from = -0.25 * Math.PI;
    const same = Math.atan2(y[0] - x[0], x[1] - y[1]);
    const kinks = [
      same,
      same + Math.PI,
      ...[x, y].flatMap((at) => boundaryAngles(at, bounds, density.reach([1, 0]))),
    ];
    const ray = (phi: number): number => {
      const direction = [Math.cos(phi), Math.sin(phi)];
      const [s, t] = [dot(direction, x), dot(direction, y)];
      return integrate(
        (u) => u * density.ray(u, direction) * product(u * s, u * t),
        0,
        density.reach(direction),
        { breaks: bounds.flatMap((bound) => [bound / Math.abs(s), bound / Math.abs(t)]) },
      ).value;
    };
    const breaks = [...corners, ...kinks.map((at) => from + turn(at - from))];
    return integrate(ray, from, from + 2 * Math.PI, { breaks }).value;
  };
}

/** Directions of the points W on the boundary of the square of half width `half` with |⟨W, x⟩| = bound. */
function boundaryAngles(x: ArrayLike<number>, bounds: readonly number[], half: number): number[] {
  const angles: number[] = [];
  for (const bound of bounds) {
    for (const side of [half, -half]) {
      for (const level of [bound, -bound]) {
        angles.push(Math.atan2((level - side * x[0]) / x[1], side));
        angles.push(Math.atan2(side, (level - side * x[1]) / x[0]));
      }
    }
  }
  return angles.filter((at) => !Number.isNaN(at));
}
