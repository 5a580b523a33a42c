import { kernelInterpolant, type KernelInterpolant } from '../../numerics/kernels/interpolant.js';
import type { Kernel } from '../../numerics/kernels/kernel-matrix.js';
import {
  combineWeights,
  outputWeightSpace,
  type OutputWeights,
  type OutputWeightSpace,
} from '../../numerics/kernels/output-weights.js';
import type { Data } from '../../numerics/networks/training.js';

/** The solutions of the unadjusted and the adjusted problem, as output weights at infinite width (Theorem 38). */
export interface UnadjustedGap {
  readonly space: OutputWeightSpace;
  readonly raw: KernelInterpolant;
  readonly gls: KernelInterpolant;
  /** Solution of the unadjusted problem. */
  readonly alpha1: OutputWeights;
  /** 2(w, b)S⁻¹(u, v)ᵀ: weights that represent the linear part that the adjusted problem takes off. */
  readonly line: OutputWeights;
  /** √(E α² · E φ(Wx+B)²) at the farthest data point: the largest value that weights of this norm can represent. */
  readonly size: (alpha: OutputWeights) => number;
  /** The quantities of Theorem 38 for given α_s, all relative to ‖α₁‖². */
  readonly of: (alphaS: OutputWeights) => {
    readonly difference: OutputWeights;
    /** ‖α₁ − α₂ − α_s‖² */
    readonly left: number;
    /** ‖α_s‖² */
    readonly d1: number;
    /** pᵀK⁻¹p, p the linear part at the data: the least norm of weights that represent it there. */
    readonly share: number;
  };
}

/** Theorem 38’s weights for the data, |x_j| ≤ reach, in closed form through the kernel of a symmetric law. */
export function unadjustedGap(kernel: Kernel, { x, y }: Data, reach: number): UnadjustedGap {
  const space = outputWeightSpace(kernel, reach);
  const raw = kernelInterpolant({ kernel, x, y, adjust: 'none' });
  const gls = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
  const linear = x.map((xj) => gls.u * xj + gls.v);
  const ofLine = kernelInterpolant({ kernel, x, y: linear, adjust: 'none' });
  /** zᵀK⁻¹z for the values z at the data that were interpolated. */
  const energy = (z: readonly number[], { coefficients }: KernelInterpolant): number =>
    coefficients.reduce((sum, c, j) => sum + c * z[j], 0);
  const weightsOf = ({ coefficients }: KernelInterpolant): OutputWeights => ({
    p: 0,
    q: 0,
    at: x,
    coefficients,
  });
  const [alpha1, alpha2] = [weightsOf(raw), weightsOf(gls)];
  const squared = energy(y, raw);
  const largest = Math.max(...x.map((xj) => kernel(xj, xj)));
  return {
    space,
    raw,
    gls,
    alpha1,
    line: space.line(gls),
    size: (alpha) => Math.sqrt(space.squaredNorm(alpha) * largest),
    of: (alphaS) => {
      const difference = combineWeights([alpha1, alpha2, alphaS], [1, -1, -1]);
      return {
        difference,
        left: space.squaredNorm(difference) / squared,
        d1: space.squaredNorm(alphaS) / squared,
        share: energy(linear, ofLine) / squared,
      };
    },
  };
}
