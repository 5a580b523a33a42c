/** A joint density p(w, b) of a hidden unit's weight and bias. */
export interface JointDensity {
  readonly kind: 'density';
  readonly density: (w: number, b: number) => number;
  /** The density is 0 for |w| > wMax. */
  readonly wMax?: number;
  /** The density is 0 for |b| > bMax. */
  readonly bMax?: number;
  /** The density is 0 for w² + b² > radius². */
  readonly radius?: number;
  /** Kink positions C = −b/w at which the density, along the arcs around 0, is not smooth. */
  readonly breaks?: readonly number[];
}

/** A weight that takes finitely many values, independent of a bias with a density. */
export interface AtomicWeight {
  readonly kind: 'atoms';
  readonly atoms: readonly { readonly w: number; readonly probability: number }[];
  readonly biasDensity: (b: number) => number;
  /** The density is 0 for |b| > bMax. */
  readonly bMax?: number;
}

/** W = ±w with probability 1/2 each, independent of the kink C = −B/W with a density on [from, to]. */
export interface KinkDensity {
  readonly kind: 'kinks';
  readonly w: number;
  readonly density: (c: number) => number;
  readonly from: number;
  readonly to: number;
  /** Points at which the density is not smooth. */
  readonly breaks: readonly number[];
}

/** The joint law of (W, B), as the kernel integral needs it. */
export type HiddenLaw = JointDensity | AtomicWeight | KinkDensity;
