import type { Expr } from '../../expression/expression.js';
import type { Initialization, Parameter, Values, Variates, ZetaPiece } from '../initialization.js';

/**
 * The law of W ∈ ℝ^d along a ray from 0, and of B, independent of W:
 * - `density`: p_W(uV) as an expression in u on 0 < u < reach;
 * - `shell`: ‖W‖ = radius always, V = W/‖W‖ uniform on the sphere.
 *
 * Expressions may hold the parameters, and v = ‖V‖_∞ where the law depends on the direction.
 */
export type RayLaw = (
  | { readonly form: 'density'; readonly ray: Expr; readonly reach?: Expr }
  | { readonly form: 'shell'; readonly radius: Expr }
) & {
  /** p_B(b) on |b − biasCentre| < biasReach (expressions in the parameters; centre 0 and no bound where absent). */
  readonly bias: Expr;
  readonly biasCentre?: Expr;
  readonly biasReach?: Expr;
};

/**
 * One law of a hidden unit's (W, B), W ∈ ℝ^d with a symmetric law, for every d ≥ 1. Everything is in the polar form
 * of a unit: V = W/‖W‖, c = −B/‖W‖. One file per law.
 */
export interface VectorInitialization {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly law: (inputs: number) => RayLaw;
  /**
   * ζ(V, c) per unit surface measure in closed form, as expressions in c and, if `directional`, v = ‖V‖_∞: pieces in
   * order of |c − centre|, ζ = 0 beyond the last one's `to`. For a positively homogeneous activation of another
   * degree k ≥ 1, the moment p(V, c) E[U^(2k) | V, c].
   */
  readonly zeta: (inputs: number, degree?: number) => readonly ZetaPiece[];
  /** Where the pieces of ζ are centred (default: 0); any other place makes the law unsymmetric under (W, B) → −(W, B). */
  readonly centre?: Expr;
  /** Whether ζ depends on V, by ‖V‖_∞; else the law of W is invariant under rotations. */
  readonly directional: boolean;
  /** One draw: W goes to w[at …], the bias is returned. */
  draw(values: Values, variates: Variates, w: Float64Array, at: number, inputs: number): number;
  /**
   * K(x, x′) = E[relu(⟨W,x⟩+B) relu(⟨W,x′⟩+B)] in closed form for ‖x‖, ‖x′‖ ≤ `within` (everywhere if absent), as an
   * expression in p = ⟨x,x′⟩, r = ‖x − x′‖ and g = √(‖x‖²‖x′‖² − p²).
   */
  readonly kernel?: (inputs: number) => { readonly expression: Expr; readonly within?: Expr };
  /** The same law in the theory of one input, with its parameters in terms of the ones here. */
  readonly oneInput?: { readonly law: Initialization; readonly where?: Readonly<Record<string, Expr>> };
  readonly source: string;
}

/** W = length · V for V uniform on the sphere, from normal variates. */
export function drawDirection(
  length: number,
  variates: Variates,
  w: Float64Array,
  at: number,
  inputs: number,
): void {
  let square = 0;
  for (let i = 0; i < inputs; i++) {
    const value = variates.normal();
    w[at + i] = value;
    square += value * value;
  }
  const factor = length / Math.sqrt(square);
  for (let i = 0; i < inputs; i++) w[at + i] *= factor;
}
