/**
 * The activation patterns of units on the data points. A unit z = (w, b, a) is active at x_j if ⟨w,x_j⟩ + b > 0;
 * units with the same pattern form a class. The walls between classes are the hyperplanes ⟨w,x_j⟩ + b = 0 in the
 * space of (w, b).
 */
export interface Arrangement {
  /** Patterns known so far; classes are numbered from 0. */
  readonly classes: number;
  /** The class of the unit that starts at `at` in `z`; one that is new is entered, as a neighbour of class `from`. */
  classOf(z: Float64Array, at: number, from: number): number;
  /** Euclidean distance of the unit's (w, b) from the nearest wall of its class c; not positive if it may be outside. */
  distance(z: Float64Array, at: number, c: number): number;
  /** Σ_j r_j s_j (x_j, 1) for every class, s_j being the activation's slope at x_j in that class (classes × inputs + 1). */
  sumResiduals(residuals: Float64Array, sums: Float64Array): void;
  /** Σ_c s_j ⟨moment of class c, (x_j, 1)⟩ for every point; `moments` (classes × inputs + 1) may be overwritten. */
  sumOutputs(moments: Float64Array, outputs: Float64Array): void;
  /** Numbers the occupied classes anew, forgetting the others; returns the new number of each old one. */
  compact?(occupied: Int32Array): Int32Array;
}
