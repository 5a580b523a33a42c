import type { Activation } from './activation.js';
import { erf } from './erf.js';
import { gaussianBump } from './gaussian-bump.js';
import { softplus } from './softplus.js';
import { tanh } from './tanh.js';

/**
 * An activation that is a Green's function, Lφ = δ, of the operator L with multiplier 1/φ̂; homogeneous or not.
 * Beyond Jin and Montúfar (2023), whose Corollary 4 asks for homogeneity.
 */
export interface GreenActivation {
  readonly activation: Activation;
  /** |φ̂(σ)| for σ > 0, with φ̂(σ) = ∫φ(z)e^{−iσz}dz. */
  readonly modulus: (sigma: number) => number;
  /** ker L is spanned by so many powers of x: by none, by 1, or by 1 and x. */
  readonly nullity: 0 | 1 | 2;
  /** (φ⋆φ)(δ) = ∫φ(z)φ(z+δ)dz for δ ≥ 0, up to polynomials that adjusting by ker L takes away. */
  readonly correlation: (delta: number) => number;
  /** Bounds |φ − p| at z and at −z, z > 0, by the p in ker L that φ tends to on that side. */
  readonly tail: (z: number) => number;
  /** The scale of z on which φ bends, in whole numbers: of order one, and 2 for softplus. */
  readonly width: number;
  /** φ̂ and φ⋆φ for the reader. */
  readonly latex: { readonly transform: string; readonly correlation: string };
}

/** The smooth activations of which all this is known. */
export const greenActivations: readonly GreenActivation[] = [
  {
    activation: gaussianBump,
    modulus: (sigma) => Math.sqrt(2 * Math.PI) * Math.exp((-sigma * sigma) / 2),
    nullity: 0,
    correlation: (delta) => Math.sqrt(Math.PI) * Math.exp((-delta * delta) / 4),
    tail: (z) => Math.exp((-z * z) / 2),
    width: 1,
    latex: {
      transform: '\\sqrt{2\\pi}\\,e^{-\\sigma^2/2}',
      correlation: '\\sqrt\\pi\\,e^{-\\delta^2/4}',
    },
  },
  {
    activation: erf,
    modulus: (sigma) => (2 * Math.exp((-sigma * sigma) / 4)) / sigma,
    nullity: 1,
    correlation: (delta) =>
      -2 * (delta * erf.value(delta / Math.SQRT2) + Math.sqrt(2 / Math.PI) * Math.exp((-delta * delta) / 2)),
    tail: (z) => Math.exp(-z * z),
    width: 1,
    latex: {
      transform: '2e^{-\\sigma^2/4}/(i\\sigma)',
      correlation: '-2\\delta\\operatorname{erf}(\\delta/\\sqrt2)-2\\sqrt{2/\\pi}\\,e^{-\\delta^2/2}',
    },
  },
  {
    activation: tanh,
    modulus: (sigma) => Math.PI / Math.sinh((Math.PI * sigma) / 2),
    nullity: 1,
    correlation: (delta) => (delta === 0 ? -2 : (-2 * delta) / Math.tanh(delta)),
    tail: (z) => 2 * Math.exp(-2 * z),
    width: 1,
    latex: {
      transform: '-i\\pi/\\sinh(\\pi\\sigma/2)',
      correlation: '-2\\delta\\coth\\delta',
    },
  },
  {
    activation: softplus,
    modulus: (sigma) => Math.PI / (sigma * Math.sinh(Math.PI * sigma)),
    nullity: 2,
    correlation: softplusCorrelation,
    tail: (z) => Math.exp(-z),
    width: 2,
    latex: {
      transform: '-\\pi/(\\sigma\\sinh\\pi\\sigma)',
      correlation: '\\tfrac12\\int_0^\\delta(\\delta-t)\\,t\\coth(t/2)\\,dt',
    },
  },
];

/** B₀, B₂, …, B₂₆ */
// prettier-ignore
const BERNOULLI = [1, 1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330,
  854513 / 138, -236364091 / 2730, 8553103 / 6];
/** Where the two series change places; at it either has an error of 2⁻⁵³ or less. */
const MEET = 1.6;
const APERY = 1.2020569031595942;

/**
 * ½∫₀^δ (δ−t) t coth(t/2) dt, whose second derivative is ½ δ coth(δ/2): by t/(e^t − 1) = Σ B_n tⁿ/n! it is
 * Σ B_n δ^{n+2}/(n+2)! over even n, for δ < 2π; by 1/(e^t − 1) = Σ e^{−kt} it is
 * δ³/12 + π²δ/6 − 2ζ(3) + Σ e^{−kδ}(δ/k² + 2/k³).
 */
function softplusCorrelation(delta: number): number {
  const square = delta * delta;
  if (delta < MEET) {
    let power = square / 2;
    return BERNOULLI.reduce((sum, bernoulli, i) => {
      const term = bernoulli * power;
      power *= square / ((2 * i + 3) * (2 * i + 4));
      return sum + term;
    }, 0);
  }
  let sum = 0;
  for (let k = 24; k >= 1; k--) sum += (Math.exp(-k * delta) * (delta + 2 / k)) / (k * k);
  return delta * (square / 12 + (Math.PI * Math.PI) / 6) - 2 * APERY + sum;
}
