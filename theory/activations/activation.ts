/** What a hidden unit applies to its margin z = ⟨w,x⟩ + b. */
export interface Activation {
  readonly name: string;
  readonly title: string;
  /** φ(z) */
  readonly value: (z: number) => number;
  /** φ′(z); at a kink the limit from the left, as gradient descent of ReLU networks takes it. */
  readonly derivative: (z: number) => number;
  /** k, if φ(cz) = c^k φ(z) for every c > 0. */
  readonly homogeneity?: number;
  /** The slopes left and right of 0, if φ is linear on either side of it. */
  readonly slopes?: readonly [left: number, right: number];
}
