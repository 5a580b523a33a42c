import { Matrix, QrDecomposition } from 'ml-matrix';
import type { Direction } from '../../../theory/initializations/several/vector-law.js';
import { polynomialBasis } from '../../kernels/several/monomials.js';
import { requireDeterminate } from '../../kernels/several/point-interpolant.js';
import { dot, pointRows } from '../../kernels/several/points.js';
import type { KinkGrid } from './kink-grid.js';

/** Data, grid, and what a unit at (V, c) costs and does. */
export interface KinkProblemOptions {
  /** Distinct inputs that span ℝ^d affinely, points × inputs, row by row. */
  readonly x: ArrayLike<number>;
  readonly inputs: number;
  readonly y: ArrayLike<number>;
  readonly grid: KinkGrid;
  readonly model: KinkModel;
  /** 1: with an affine part that costs nothing (Theorem 6; the default); −1: none, as for training on data as they are. */
  readonly degree?: 1 | -1;
}

/** min ∫β²/weight over g(x) = ∫β(V,c) feature(⟨V,x⟩ − c) + affine. */
export interface KinkModel {
  /** ≥ 0 */
  readonly weight: (direction: Direction, c: number) => number;
  readonly feature: (t: number) => number;
}

/**
 * min Σ h β²/ζ subject to Σ h β feature(⟨V,x_j⟩ − c) + ⟨u,x_j⟩ + v = y_j over the nodes of a grid, with z = √(h/ζ) β:
 * min |z|² subject to Φz + P(u,v) = y.
 */
export interface KinkProblem {
  readonly points: readonly Float64Array[];
  readonly y: Float64Array;
  /** P, row by row: a basis of the affine functions at the points. */
  readonly design: readonly number[][];
  /** Φ_j = √(hζ) feature(⟨V,x_j⟩ − c) (points rows of `size`). */
  readonly features: readonly Float64Array[];
  /** Number of nodes with ζ > 0. */
  readonly size: number;
  /** Φ and P at any point. */
  readonly featuresAt: (point: ArrayLike<number>) => Float64Array;
  readonly designAt: (point: ArrayLike<number>) => number[];
  /** √(ζ/h), of which β is z times. */
  readonly density: Float64Array;
}

/** A solution of the discretised problem: g = Φz + an affine function. */
export interface KinkSolution {
  /** |z|², for Σ h β²/ζ */
  readonly energy: number;
  readonly z: Float64Array;
  readonly evaluate: (point: ArrayLike<number>) => number;
}

/** All units, at (V, c) and (−V, −c), with ReLU: for a grid over the whole sphere. */
export const reluModel = (zeta: KinkModel['weight']): KinkModel => ({
  weight: zeta,
  feature: (t) => Math.max(t, 0),
});

/**
 * The pairs of opposite units of which the affine part leaves β_e: g = ∫β_e |⟨V,x⟩ − c| over half of the sphere at the cost
 * 2∫β_e²/ζ_e there.
 */
export const evenModel = (evenZeta: KinkModel['weight']): KinkModel => ({
  weight: (direction, c) => 0.5 * evenZeta(direction, c),
  feature: Math.abs,
});

/**
 * The variational problem of Theorem 6 (Jin and Montúfar 2023) as a quadratic program in the values of β on a grid.
 * @throws DegeneratePointsError unless the points span ℝ^d affinely; RangeError on unequal lengths or a negative ζ
 */
export function kinkProblem({ x, inputs, y, grid, model, degree = 1 }: KinkProblemOptions): KinkProblem {
  const points = pointRows(x, inputs);
  if (y.length !== points.length) {
    throw new RangeError(
      `kinkProblem: got ${points.length} points and ${y.length} targets, expected equally many`,
    );
  }
  const basis = polynomialBasis(points, degree);
  const design = points.map(basis.at);
  requireDeterminate(design, basis.size, inputs, degree);
  const { directions, offsets, scales, densities } = bendingNodes(grid, inputs, model.weight);
  const featuresAt = (point: ArrayLike<number>): Float64Array => {
    const row = new Float64Array(offsets.length);
    for (let l = 0; l < row.length; l++) {
      let t = -offsets[l];
      for (let i = 0; i < inputs; i++) t += directions[l * inputs + i] * point[i];
      row[l] = scales[l] * model.feature(t);
    }
    return row;
  };
  return {
    points,
    y: Float64Array.from(y),
    design,
    features: points.map(featuresAt),
    size: offsets.length,
    featuresAt,
    designAt: basis.at,
    density: densities,
  };
}

/** The nodes with ζ > 0, as flat lists: V row by row, c, √(hζ) and √(ζ/h). */
function bendingNodes(
  { nodes }: KinkGrid,
  inputs: number,
  zetaAt: KinkModel['weight'],
): Readonly<Record<'directions' | 'offsets' | 'scales' | 'densities', Float64Array>> {
  const [directions, offsets, scales, densities]: number[][] = [[], [], [], []];
  for (const { direction, offset, weight } of nodes) {
    const zeta = zetaAt(direction, offset);
    if (!(zeta >= 0)) {
      throw new RangeError(`kinkProblem: got ζ = ${zeta} at c = ${offset}, expected a number of at least 0`);
    }
    if (zeta === 0) continue;
    for (let i = 0; i < inputs; i++) directions.push(direction[i]);
    offsets.push(offset);
    scales.push(Math.sqrt(weight * zeta));
    densities.push(Math.sqrt(zeta / weight));
  }
  return {
    directions: Float64Array.from(directions),
    offsets: Float64Array.from(offsets),
    scales: Float64Array.from(scales),
    densities: Float64Array.from(densities),
  };
}

/** The function of a discrete solution z: the affine part takes up what Φz leaves of y. */
export function kinkSolution(problem: KinkProblem, z: Float64Array): KinkSolution {
  const { y, design, features, featuresAt, designAt } = problem;
  const rest = Array.from(y, (value, j) => value - dot(features[j], z));
  const affine =
    design[0].length === 0
      ? []
      : new QrDecomposition(new Matrix([...design])).solve(Matrix.columnVector(rest)).to1DArray();
  return {
    energy: dot(z, z),
    z,
    evaluate: (point) => dot(featuresAt(point), z) + dot(designAt(point), affine),
  };
}
