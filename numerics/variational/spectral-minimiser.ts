import { fitPowers, polynomialContrasts } from '../kernels/polynomial-adjustment.js';
import { orthogonalRows } from '../qp/orthogonal-rows.js';

/** min (1/2π)∫|ĝ|²/|φ̂|² over the functions with g(x_j) = y_j. */
export interface SpectralProblem {
  /** Distinct inputs, more of them than `nullity`. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** |φ̂(σ)| for σ > 0, falling, smooth but at 0. */
  readonly modulus: (sigma: number) => number;
  /** The penalty does not see polynomials with so many coefficients. */
  readonly nullity: number;
}

export interface SpectralMinimiser {
  readonly evaluate: (t: number) => number;
  /** (1/2π)∫|ĝ|²/|φ̂|² */
  readonly energy: number;
}

/** The half period beyond the range of the data: what is kept out falls as fast as φ⋆φ comes to its asymptote. */
const ROOM = 44;
/** Frequencies of which |φ̂|² is less than the square of this, relative to the first, are left out. */
const NEGLIGIBLE = 1e-11;

/**
 * The minimiser among antiperiodic functions, g(x + T) = −g(x), plus a polynomial: g is a sum of cos σ_k x and
 * sin σ_k x, σ_k = (2k+1)π/T, with penalty (T/2) Σ (A_k² + B_k²)/|φ̂(σ_k)|², and this is a minimum-norm problem solved
 * by orthogonal factorization. No kernel is formed, and φ itself is not used.
 *
 * Why antiperiodic: what |δ| and |δ|³ become then differs from them by terms that Pᵀc = 0 takes away, while periodic
 * functions would be off by 1/T. The rest of φ⋆φ is as small as e^{−T + range} (softplus) or much smaller.
 * @throws RangeError for fewer points than polynomial terms; Error when inputs coincide to round-off
 */
export function spectralMinimiser({ x, y, modulus, nullity }: SpectralProblem): SpectralMinimiser {
  const period = Math.max(...x) - Math.min(...x) + ROOM;
  const waves = frequencies(modulus, period);
  /** Such that |z|² is the penalty of Σ z_k features_k. */
  const features = (t: number): number[] =>
    waves.flatMap(({ sigma, size }) => [size * Math.cos(sigma * t), size * Math.sin(sigma * t)]);
  const contrasts = polynomialContrasts(x, nullity);
  const table = x.map(features);
  const rows = contrasts.map((contrast) => {
    const row = new Array<number>(2 * waves.length).fill(0);
    contrast.forEach((c, j) => {
      for (let k = 0; k < row.length; k++) row[k] += c * table[j][k];
    });
    return row;
  });
  const norms = rows.map((row) => Math.sqrt(dot(row, row)));
  const unit = orthogonalRows(
    rows.map((row, i) => row.map((value) => value / norms[i])),
    contrasts.map((contrast, i) => dot(contrast, y) / norms[i]),
  );
  const z = unit.rows[0].map((_, k) => unit.rows.reduce((sum, row, i) => sum + unit.rhs[i] * row[k], 0));
  const left = y.map((value, j) => value - dot(table[j], z));
  const polynomial = fitPowers(x, left, nullity, (values) => [...values]);
  return { evaluate: (t) => dot(features(t), z) + polynomial(t), energy: dot(z, z) };
}

function frequencies(
  modulus: (sigma: number) => number,
  period: number,
): { readonly sigma: number; readonly size: number }[] {
  const first = modulus(Math.PI / period);
  const waves = [];
  for (let k = 0; ; k++) {
    const sigma = ((2 * k + 1) * Math.PI) / period;
    const value = modulus(sigma);
    if (!(value > NEGLIGIBLE * first)) return waves;
    waves.push({ sigma, size: Math.sqrt(2 / period) * value });
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * b[k], 0);
