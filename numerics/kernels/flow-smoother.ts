import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { kernelMatrix, type Kernel } from './kernel-matrix.js';

/** The values at the data that gradient flow on ½Σr² has reached at time t ≥ 0, from f_0 = 0. */
export type FlowSmoother = (y: ArrayLike<number>, t: number) => Float64Array;

/**
 * Gradient flow in the space of a kernel at one set of inputs, for many targets and times: f_t = V(I − e^{−tκ})Vᵀy at
 * the data. One eigen-decomposition, O(M³); each call costs O(M²). The same values as `gradientFlow`.
 * @throws RangeError on no input, another number of y than of x, or t < 0
 */
export function flowSmoother(kernel: Kernel, x: ArrayLike<number>): FlowSmoother {
  const n = x.length;
  if (n === 0) throw new RangeError('flowSmoother: got no x, expected at least one');
  const { values, vectors } = symmetricEigen(kernelMatrix(kernel, x));
  // Mode by mode in a typed array: each call runs over all of it.
  const modes = Float64Array.from({ length: n * n }, (_, at) => vectors.get(at % n, Math.floor(at / n)));
  return (y, t) => {
    if (y.length !== n) throw new RangeError(`flowSmoother: got ${n} x and ${y.length} y, expected as many`);
    if (!(t >= 0)) throw new RangeError(`flowSmoother: got time ${t}, expected a number of at least 0`);
    const fitted = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const from = k * n;
      let share = 0;
      for (let j = 0; j < n; j++) share += modes[from + j] * y[j];
      // Negative eigenvalues can only be round-off.
      share *= -Math.expm1(-t * Math.max(values[k], 0));
      for (let j = 0; j < n; j++) fitted[j] += share * modes[from + j];
    }
    return fitted;
  };
}
