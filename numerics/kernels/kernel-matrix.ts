import { Matrix } from 'ml-matrix';

/** A positive semidefinite kernel (x, x′) ↦ K(x, x′) of one real input. */
export type Kernel = (x: number, y: number) => number;

/** The matrix K(x_i, x_j) (M × M), symmetric to the last bit. */
export function kernelMatrix(kernel: Kernel, x: ArrayLike<number>): Matrix {
  const matrix = new Matrix(x.length, x.length);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j <= i; j++) {
      const value = kernel(x[i], x[j]);
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  return matrix;
}

/** Σ_j c_j K(t, x_j). */
export function kernelSum(
  kernel: Kernel,
  x: ArrayLike<number>,
  coefficients: Float64Array,
  t: number,
): number {
  let sum = 0;
  for (let j = 0; j < coefficients.length; j++) sum += coefficients[j] * kernel(t, x[j]);
  return sum;
}
