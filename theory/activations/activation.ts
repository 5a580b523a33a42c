import { numbers, type Arithmetic } from './arithmetic.js';

/** φ and φ′ as formulas that can be read in any arithmetic; at a kink φ′ is the limit from the left. */
export interface Formula {
  readonly value: <T, C>(o: Arithmetic<T, C>, z: T) => T;
  readonly derivative: <T, C>(o: Arithmetic<T, C>, z: T) => T;
}

/** What a hidden unit applies to its margin z = ⟨w,x⟩ + b. */
export interface Activation {
  readonly name: string;
  readonly title: string;
  /** φ(z) */
  readonly value: (z: number) => number;
  /** φ′(z); at a kink the limit from the left, as gradient descent of ReLU networks takes it. */
  readonly derivative: (z: number) => number;
  /** The formula of both, from which compiled kernels are made. */
  readonly formula?: Formula | undefined;
  /** k, if φ(cz) = c^k φ(z) for every c > 0. */
  readonly homogeneity?: number;
  /**
   * φ as a Green's function: its derivative of this order is jump·δ, with jump ≠ 0. So L = jump⁻¹ d^order/dx^order has
   * Lφ = δ, and its null space are the polynomials of degree below the order.
   */
  readonly greens?: { readonly order: number; readonly jump: number };
  /** The slopes left and right of 0, if φ is linear on either side of it. */
  readonly slopes?: readonly [left: number, right: number];
}

/** The activation of the given formula, with value and derivative as functions of numbers. */
export function defineActivation(
  parts: Omit<Activation, 'value' | 'derivative'> & { readonly formula: Formula },
): Activation {
  const { formula, slopes } = parts;
  if (slopes) {
    // The same bits as the formula's, without its indirections: these are called for every unit and point.
    const [left, right] = slopes;
    return {
      ...parts,
      value: (z) => (z > 0 ? right * z : left === 0 ? 0 : left * z),
      derivative: (z) => (z > 0 ? right : left),
    };
  }
  return {
    ...parts,
    value: (z) => formula.value(numbers, z),
    derivative: (z) => formula.derivative(numbers, z),
  };
}
