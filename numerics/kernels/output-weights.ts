import { Matrix, solve } from 'ml-matrix';
import type { AffinePart } from './affine-part.js';
import type { Kernel } from './kernel-matrix.js';

/**
 * Output weights at infinite width: a function α(w, b) = p w + q b + Σ_k c_k relu(w z_k + b) of the hidden unit. They
 * represent the function E[α(W,B) relu(Wx + B)] of x; their norm is that of L² under the law of (W, B).
 */
export interface OutputWeights {
  readonly p: number;
  readonly q: number;
  /** The z_k. */
  readonly at: readonly number[];
  /** The c_k. */
  readonly coefficients: ArrayLike<number>;
}

/** What output weights represent and how large they are, through the kernel alone. */
export interface OutputWeightSpace {
  /** E[α(W,B) relu(Wx + B)] */
  readonly represent: (alpha: OutputWeights, x: number) => number;
  /** E[α(W,B)²] */
  readonly squaredNorm: (alpha: OutputWeights) => number;
  /**
   * 2 (w, b) S⁻¹ (u, v)ᵀ with S = E[(W,B)ᵀ(W,B)]: weights that represent ux + v at every x; 2uw/E W² + 2vb/E B² when
   * E WB = 0.
   */
  readonly line: (part: AffinePart) => OutputWeights;
}

/**
 * The output weights under a law that is symmetric under (w, b) → (−w, −b), from its kernel K on |x| ≤ reach.
 *
 * By the symmetry only half of relu(z) = (z + |z|)/2 counts against an odd function:
 * E[(pW + qB) relu(Wx + B)] = ½ (p, q) S (x, 1)ᵀ, and K(x, x) = ½ (x, 1) S (x, 1)ᵀ, which yields S.
 */
export function outputWeightSpace(kernel: Kernel, reach: number): OutputWeightSpace {
  const [right, left, bb] = [kernel(reach, reach), kernel(-reach, -reach), 2 * kernel(0, 0)];
  const ww = (right + left - bb) / (reach * reach);
  const wb = (right - left) / (2 * reach);
  const linear = ({ p, q }: OutputWeights, x: number): number =>
    0.5 * (p * (ww * x + wb) + q * (wb * x + bb));
  const represent = (alpha: OutputWeights, x: number): number =>
    alpha.at.reduce((sum, z, k) => sum + alpha.coefficients[k] * kernel(z, x), linear(alpha, x));
  return {
    represent,
    squaredNorm: (alpha) => {
      const { p, q, at, coefficients } = alpha;
      return at.reduce(
        (sum, z, k) => sum + coefficients[k] * (represent(alpha, z) + linear(alpha, z)),
        ww * p * p + 2 * wb * p * q + bb * q * q,
      );
    },
    line: ({ u, v }) => {
      const moments = new Matrix([
        [ww, wb],
        [wb, bb],
      ]);
      const [p, q] = solve(moments, Matrix.columnVector([2 * u, 2 * v])).to1DArray();
      return { p, q, at: [], coefficients: [] };
    },
  };
}

/** Σ_i factors[i] · weights[i], each z_k listed once: what cancels does so before anything is squared. */
export function combineWeights(weights: readonly OutputWeights[], factors: readonly number[]): OutputWeights {
  const features = new Map<number, number>();
  let [p, q] = [0, 0];
  weights.forEach((alpha, i) => {
    p += factors[i] * alpha.p;
    q += factors[i] * alpha.q;
    alpha.at.forEach((z, k) => features.set(z, (features.get(z) ?? 0) + factors[i] * alpha.coefficients[k]));
  });
  return { p, q, at: [...features.keys()], coefficients: [...features.values()] };
}

/** α(w, b) */
export function weightOf({ p, q, at, coefficients }: OutputWeights, w: number, b: number): number {
  return at.reduce((sum, z, k) => sum + coefficients[k] * Math.max(0, w * z + b), p * w + q * b);
}
