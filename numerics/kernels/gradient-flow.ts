import type { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { descentFilter, flowFilter } from '../networks/linearized/filters.js';
import { kernelMatrix, kernelSum } from './kernel-matrix.js';
import type { Kernel } from './kernel-matrix.js';

/** The function that training has reached at one time. */
export interface GradientFlowState<Point = number> {
  /** c in f_t(x) = Σ c_j K(x, x_j). */
  readonly coefficients: Float64Array;
  readonly evaluate: (x: Point) => number;
}

/** Training on ½Σr² in the space of a kernel, from f_0 = 0. */
export interface Flow<State> {
  /** Eigenvalues κ of the kernel matrix, increasing; rates at which its eigenvectors are learned. */
  readonly eigenvalues: Float64Array;
  /** The state of gradient flow at time t = η̄·steps ≥ 0; t = ∞ is the interpolant. */
  readonly at: (t: number) => State;
  /** Gradient descent in place of the flow: the state after so many steps of the rate η̄, near that of the flow at η̄·steps. */
  readonly after: (steps: number, rate: number) => State;
}

/** Gradient flow with functions of one input, or of points, as its states. */
export type GradientFlow<Point = number> = Flow<GradientFlowState<Point>>;

/**
 * f_t(x) = k(x)ᵀK⁻¹(I − e^{−tK})y (Jin and Montúfar 2023, section on training trajectories), by eigen-decomposition.
 *
 * The filter (1 − e^{−tκ})/κ is evaluated by expm1 and tends to t for κ → 0, so a singular K is no obstacle at finite t.
 * @throws RangeError on unequal lengths, on t < 0, and on t = ∞ when K is singular to round-off.
 */
export function gradientFlow(kernel: Kernel, x: ArrayLike<number>, y: ArrayLike<number>): GradientFlow {
  return flowOf(kernelMatrix(kernel, x), y, (coefficients) => ({
    coefficients,
    evaluate: (point) => kernelSum(kernel, x, coefficients, point),
  }));
}

/**
 * The same for any kernel matrix K (M × M, symmetric) and targets y; `stateOf` makes a state of the coefficients c.
 * @throws RangeError as `gradientFlow`
 */
export function flowOf<State>(
  matrix: Matrix,
  y: ArrayLike<number>,
  stateOf: (coefficients: Float64Array) => State,
): Flow<State> {
  const n = matrix.rows;
  if (n === 0 || y.length !== n) {
    throw new RangeError(`gradientFlow: got ${n} x and ${y.length} y, expected equally many, at least one`);
  }
  const { values, vectors } = symmetricEigen(matrix);
  // Negative eigenvalues can only be round-off.
  const eigenvalues = values.map((value) => Math.max(value, 0));
  const modes = eigenvalues.map((_, k) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += vectors.get(j, k) * y[j];
    return sum;
  });

  const state = (filtered: (kappa: number) => number): State => {
    const coefficients = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const share = filtered(eigenvalues[k]) * modes[k];
      for (let j = 0; j < n; j++) coefficients[j] += share * vectors.get(j, k);
    }
    return stateOf(coefficients);
  };
  const at = (t: number): State => {
    if (!(t >= 0)) throw new RangeError(`gradientFlow: got time ${t}, expected a number of at least 0`);
    if (t === Infinity && !(eigenvalues[0] > n * Number.EPSILON * eigenvalues[n - 1])) {
      throw new RangeError(
        `gradientFlow: got time Infinity with a kernel matrix of smallest eigenvalue ${eigenvalues[0]}, expected a ` +
          'positive definite one: ask for a finite time, or drop the data that cannot be interpolated',
      );
    }
    return state((kappa) => flowFilter(kappa, t));
  };
  const after = (steps: number, rate: number): State =>
    state((kappa) => rate * descentFilter(rate * kappa, steps));
  return { eigenvalues, at, after };
}
