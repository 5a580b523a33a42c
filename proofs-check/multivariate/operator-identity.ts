import type { OperatorTheory } from '../../theory/operators/theory.js';

/** The identities, each with its tolerance: a bound of the error relative to the largest value. */
export const TOLERANCES = {
  '(a) Gaussian: R': 1e-13,
  '(a) Gaussian: R(−Δ)^((d+1)/2)': 1e-11,
  '(b) rational: R': 1e-13,
  '(b) rational: R(−Δ)^((d+1)/2)': 4e-12,
  '(c) compact: R': 1e-14,
  '(d) |x|³, odd d: R(−Δ)^((d+1)/2)': 1e-10,
  '(d) |x|³, weakly': 1e-12,
  '(d) γAκ|S| = 12': 1e-13,
  '(e) ridge, weakly': 1e-13,
  '(f) slice theorem': 1e-13,
  '(f) RΔ = ∂²R': 1e-11,
  '(f) R(−Δ)^(1/2) = |σ|R': 1e-11,
  '(f) R*R': 1e-11,
  '(f) ReLU network is g: Gaussian': 1e-11,
  '(f) ReLU network is g: rational': 1e-11,
  '(f) ReLU² network is g: rational': 1e-11,
  '(f) ReLU³ network is g: rational': 1e-11,
} as const;
export type Identity = keyof typeof TOLERANCES;

/** What one identity says by the theory against what quadrature finds. */
export interface Comparison {
  readonly identity: Identity;
  /** By quadrature of the definition. */
  readonly measured: number;
  readonly claimed: (theory: OperatorTheory) => number;
  /** The largest value of the function compared; absent for |measured|. */
  readonly scale?: number;
}
