import { gaussLegendre } from '../../numerics/quadrature/gauss-legendre.js';
import { integrate } from '../../numerics/quadrature/integrate.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { drawDirection } from '../../theory/initializations/several/vector-initialization.js';
import type { Direction, VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Row } from '../claim.js';
import { sphereSurfaceByQuadrature } from './ray-moment.js';

/**
 * Cells of (V, c): the interval of c, and whether V lies near the middle of the face of the cube that it points to (all other
 * components within half of the largest) or near its border. Opposite and exchanged components are pooled.
 */
const NEAR = 0.5;
/** Nodes in each coordinate of a face, by the number of inputs. */
const NODES = [0, 0, 24, 10, 8, 6];

/** A mean by sampling, with its standard error. */
export interface Sampled {
  readonly mean: number;
  readonly standardError: number;
}

/** How one unit is drawn: W goes to w, the bias is returned. */
export type Draw = (random: RandomStream, w: Float64Array) => number;

/** The draws of a law. */
export const drawsOf =
  (law: VectorLaw): Draw =>
  (random, w) =>
    law.draw(random, w, 0);

/** The law as a wrong sampler would draw it: weights too large by a tenth. */
export const heavier =
  (law: VectorLaw): Draw =>
  (random, w) => {
    const b = law.draw(random, w, 0);
    for (let i = 0; i < w.length; i++) w[i] *= 1.1;
    return b;
  };

/** The norm of the weights as it is, their direction uniform. */
export const isotropic =
  (law: VectorLaw): Draw =>
  (random, w) => {
    const b = law.draw(random, w, 0);
    let square = 0;
    for (const component of w) square += component * component;
    drawDirection(Math.sqrt(square), random, w, 0, w.length);
    return b;
  };

/** E[U² 1(unit in cell)] from `count` drawn units: first the cells near the middles, then the others. */
export function sampleCells(
  draw: Draw,
  inputs: number,
  edges: readonly number[],
  count: number,
  random: RandomStream,
): Sampled[] {
  const intervals = edges.length - 1;
  const sums = new Float64Array(2 * intervals);
  const squares = new Float64Array(2 * intervals);
  const w = new Float64Array(inputs);
  for (let i = 0; i < count; i++) {
    const b = draw(random, w);
    let [square, largest, second] = [0, 0, 0];
    for (const component of w) {
      square += component * component;
      const size = Math.abs(component);
      if (size > largest) [second, largest] = [largest, size];
      else if (size > second) second = size;
    }
    const c = -b / Math.sqrt(square);
    const interval = edges.findIndex((edge) => c < edge) - 1;
    if (interval < 0) continue;
    const cell = second < NEAR * largest ? interval : intervals + interval;
    sums[cell] += square;
    squares[cell] += square * square;
  }
  return Array.from(sums, (sum, k) => meanOf(sum, squares[k], count));
}

function meanOf(sum: number, squares: number, count: number): Sampled {
  const mean = sum / count;
  return { mean, standardError: Math.sqrt((squares / count - mean * mean) / count) };
}

/** E[U³ p_B(−cU)]/|S^(d−1)|, what ζ(V, c) is for rotation-invariant weights, from `count` drawn norms at each c. */
export function sampleNorms(
  law: VectorLaw,
  places: readonly number[],
  count: number,
  random: RandomStream,
): Sampled[] {
  const { bias, biasRange } = law.density;
  const surface = sphereSurfaceByQuadrature(law.inputs);
  const w = new Float64Array(law.inputs);
  const sums = places.map(() => [0, 0]);
  for (let i = 0; i < count; i++) {
    law.draw(random, w, 0);
    let square = 0;
    for (const component of w) square += component * component;
    const norm = Math.sqrt(square);
    places.forEach((c, k) => {
      const b = -c * norm;
      if (b <= biasRange[0] || b >= biasRange[1]) return;
      const value = (square * norm * bias(b)) / surface;
      sums[k][0] += value;
      sums[k][1] += value * value;
    });
  }
  return sums.map(([sum, squares]) => meanOf(sum, squares, count));
}

/**
 * ∫∫ζ(V, c) dc dV over the same cells, for a ζ with the breaks of the law. Each face is projected from the centre:
 * V ∝ (1, y), y ∈ [−1, 1]^(d−1), dV = (1 + ‖y‖²)^(−d/2) dy; ζ is the same on all faces and even in each y_i.
 */
export function integrateCells(
  law: VectorLaw,
  zeta: (direction: Direction, c: number) => number,
  edges: readonly number[],
): number[] {
  const over = (direction: Direction): number[] =>
    edges.slice(1).map(
      (to, k) =>
        integrate((c) => zeta(direction, c), edges[k], to, {
          breaks: [...law.breaks(direction), ...law.breaks(direction).map((at) => -at)],
          relativeTolerance: 1e-8,
        }).value,
    );
  const { directional } = law.initialization;
  const anywhere = directional ? [] : over(Float64Array.of(1, ...new Float64Array(law.inputs - 1)));
  const near = integrateFace(law.inputs, NEAR, directional ? over : () => anywhere);
  const whole = integrateFace(law.inputs, 1, directional ? over : () => anywhere);
  return [...near, ...whole.map((value, k) => value - near[k])];
}

/** ∫ f(V) dV over V ∝ (1, y), |y_i| ≤ reach, on all 2d faces, by a product rule. */
function integrateFace(inputs: number, reach: number, f: (direction: Direction) => number[]): number[] {
  const rule = gaussLegendre(NODES[inputs]);
  const count = Math.round(Math.exp((inputs - 1) * Math.log(rule.nodes.length)));
  const direction = new Float64Array(inputs);
  let total: number[] = [];
  for (let node = 0; node < count; node++) {
    let [weight, square] = [2 * inputs, 1];
    for (let i = 1, rest = node; i < inputs; i++) {
      const k = rest % rule.nodes.length;
      rest = (rest - k) / rule.nodes.length;
      direction[i] = 0.5 * reach * (1 + rule.nodes[k]);
      square += direction[i] * direction[i];
      // [0, reach] stands for [−reach, reach]
      weight *= reach * rule.weights[k];
    }
    direction[0] = 1;
    const norm = Math.sqrt(square);
    for (let i = 0; i < inputs; i++) {
      direction[i] /= norm;
      weight /= norm;
    }
    const values = f(direction);
    total = values.map((value, j) => (total[j] ?? 0) + weight * value);
  }
  return total;
}

/** Sampled cells against their integrals, in standard errors: rows for `decideByBothRoutes`. */
export const scores = (cells: readonly Sampled[], expected: readonly number[]): Row[] =>
  cells.flatMap(({ mean, standardError }, k): Row[] => {
    // A cell beyond the support has no draws and no variance.
    if (standardError === 0) return expected[k] === 0 ? [] : [{ route: 'empty cell', deviation: 1 }];
    return [{ route: 'sampling', z: (mean - expected[k]) / standardError, precision: standardError / mean }];
  });
