const STEP = 0.2;
const TERMS = 34;
/** Beyond this the asymptotic series of derivatives up to the seventh has the precision of doubles. */
const FAR = 9;

/** F(c) = √2 D(c/√2), D Dawson's integral: F′ = 1 − cF, F(0) = 0. */
export const dawson = (c: number): number => dawsonDerivative(c, 0);

/**
 * The m-th derivative of F, m ≤ 7, with an error of a few units of round-off of its largest value: Rybicki's sum,
 * differentiated term by term, or far out F = Σ (2k−1)!! c^{−2k−1}.
 */
export function dawsonDerivative(c: number, m: number): number {
  const x = Math.abs(c) / Math.SQRT2;
  if (x * Math.SQRT2 >= FAR) return far(c, m);
  // Sampling e^{−(x−nh)²}/n at odd n, around the even integer nearest to x/h; the error is of the size e^{−(π/2h)²}.
  const middle = 2 * Math.round(x / (2 * STEP));
  let sum = 0;
  for (let k = -TERMS + 1; k < TERMS; k += 2) {
    const n = middle + k;
    const y = Math.SQRT2 * (x - n * STEP);
    sum += (hermite(y, m) * Math.exp(-0.5 * y * y)) / n;
  }
  const sign = (m % 2 === 0 ? 1 : -1) * (c < 0 && m % 2 === 0 ? -1 : 1);
  return (sign * Math.SQRT2 * sum) / Math.sqrt(Math.PI);
}

/** He_m(y), so that (d/dy)^m e^{−y²/2} = (−1)^m He_m(y)e^{−y²/2}. */
function hermite(y: number, m: number): number {
  let [previous, current] = [0, 1];
  for (let n = 0; n < m; n++) [previous, current] = [current, y * current - n * previous];
  return current;
}

/** The asymptotic series, cut at its smallest term. */
function far(c: number, m: number): number {
  let term = 1 / c;
  for (let n = 1; n <= m; n++) term *= -n / c;
  let sum = 0;
  for (let k = 0; ; k++) {
    sum += term;
    // The terms are (2k−1)!!(2k+1)…(2k+m) c^{−2k−1−m}, up to the sign.
    const next = (term * (2 * k + m + 1) * (2 * k + m + 2)) / ((2 * k + 2) * c * c);
    if (!(Math.abs(next) < Math.abs(term)) || Math.abs(next) < 1e-17 * Math.abs(sum)) return sum;
    term = next;
  }
}
