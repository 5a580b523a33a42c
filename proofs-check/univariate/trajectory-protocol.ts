import { Matrix } from 'ml-matrix';
import type { Kernel } from '../../numerics/kernels/kernel-matrix.js';
import { kernelMatrix } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { symmetricEigen, type SymmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import {
  weightedNaturalSpline,
  type WeightedSpline,
} from '../../numerics/splines/weighted-natural-spline.js';
import { contrasts } from '../../numerics/variational/contrasts.js';
import { initializations } from '../../theory/initializations/index.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { Unit } from '../claim.js';
import { randomData } from './data-sets.js';
import { kinkScale, lawOf } from './random-laws.js';

/** Laws whose kernel is known in closed form. */
export const TRAJECTORY_LAWS = initializations.filter(({ kernel }) => kernel !== undefined);
/** Largest η̄κ of a step. */
export const STEP = 0.1;
/** Times of a trajectory, in geometric progression. */
export const TIMES = 24;

/** A kernel on the contrasts of the data. */
export interface OnContrasts {
  /** N: an orthonormal basis of the contrasts, as rows. */
  readonly basis: Matrix;
  /** NKNᵀ, which a step of gradient descent subtracts η̄ times from the identity. */
  readonly reduced: Matrix;
  /** Its modes. */
  readonly modes: SymmetricEigen;
}

export function onContrasts(kernel: Kernel, x: readonly number[]): OnContrasts {
  const basis = new Matrix(contrasts(Float64Array.from(x)));
  const product = basis.mmul(kernelMatrix(kernel, x)).mmul(basis.transpose());
  const reduced = Matrix.add(product, product.transpose()).div(2);
  return { basis, reduced, modes: symmetricEigen(reduced) };
}

/** Random data of a random law, and gradient descent in the space of their contrasts, of which the fit has no linear part. */
export interface ContrastSetting extends Data, OnContrasts {
  readonly law: BoundLaw;
  readonly kernel: Kernel;
  readonly largest: number;
  readonly condition: number;
  /** The data, or any values at the inputs, in the modes. */
  readonly inModes: (values: ArrayLike<number>) => number[];
  readonly smoothed: (lambda: number) => WeightedSpline;
  /** The stream of the data, for what else is drawn. */
  readonly random: RandomStream;
}

export function contrastSetting(unit: Unit, random: Streams): ContrastSetting {
  const law = lawOf(unit, random);
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.kernel!.within);
  const where = random.stream('data');
  const { x, y } = randomData(4 + where.integer(6), reach, where);
  const kernel = lawKernel(law, reach);
  const { basis, reduced, modes } = onContrasts(kernel, x);
  const { values, vectors } = modes;
  const largest = values[values.length - 1];
  return {
    law,
    x,
    y,
    kernel,
    basis,
    reduced,
    modes,
    largest,
    condition: largest / values[0],
    inModes: (data) =>
      vectors
        .transpose()
        .mmul(basis.mmul(Matrix.columnVector(Array.from(data))))
        .to1DArray(),
    smoothed: (lambda) =>
      weightedNaturalSpline({ x, y, zeta: law.zeta, breaks: law.breaks, smoothing: lambda }),
    random: where,
  };
}

/** The steps of rate STEP/κ_max at time k: from one, z = η̄tκ_max being STEP, to z = 1000 cond. */
export const stepsAt = (k: number, condition: number): number =>
  Math.round(Math.exp((k / (TIMES - 1)) * Math.log((1e3 * condition) / STEP)));

export const norm = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
