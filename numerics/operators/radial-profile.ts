/** A radial function g(x) = f(|x|²), by the derivatives of f. */
export interface RadialProfile {
  /** f(u), f′(u), …, f⁽ⁿ⁾(u) at u = |x|² */
  readonly derivatives: (u: number, n: number) => Float64Array;
  /** g is 0, or negligible in double precision, for |x| beyond this; Infinity for a power-law tail. */
  readonly extent: number;
  /** It is smooth on this scale. */
  readonly scale: number;
}

/** e^{−|x|²/2} */
export const gaussianProfile: RadialProfile = {
  derivatives(u, n) {
    const values = new Float64Array(n + 1);
    values[0] = Math.exp(-0.5 * u);
    for (let k = 1; k <= n; k++) values[k] = -0.5 * values[k - 1];
    return values;
  },
  extent: 10,
  scale: 1,
};

/** (1+|x|²)^{−halves/2} */
export const inversePowerProfile = (halves: number): RadialProfile => ({
  derivatives: (u, n) => fallingPowers(halfPower(1 + u, -halves), 1 + u, -halves / 2, 1, n),
  extent: Infinity,
  scale: 1,
});

/** (1−|x|²)₊^k for an integer k ≥ 0 */
export const bumpProfile = (k: number): RadialProfile => ({
  derivatives: (u, n) =>
    u < 1 ? fallingPowers(halfPower(1 - u, 2 * k), 1 - u, k, -1, n) : new Float64Array(n + 1),
  extent: 1,
  scale: 1,
});

/** |x|^p for an integer p; smooth away from the origin only. */
export const powerProfile = (p: number): RadialProfile => ({
  derivatives: (u, n) => fallingPowers(halfPower(u, p), u, p / 2, 1, n),
  extent: Infinity,
  scale: 1,
});

/** g(x/scale) */
export const stretched = (profile: RadialProfile, scale: number): RadialProfile => ({
  derivatives(u, n) {
    const values = profile.derivatives(u / (scale * scale), n);
    let factor = 1;
    for (let k = 0; k <= n; k++, factor /= scale * scale) values[k] *= factor;
    return values;
  },
  extent: profile.extent * scale,
  scale: profile.scale * scale,
});

/** (−Δ)^m g in d inputs as a function of |x|²: Δf = 4u f″ + 2d f′, again and again. */
export function laplacianPower(profile: RadialProfile, d: number, m: number): (u: number) => number {
  return (u) => {
    const f = profile.derivatives(u, 2 * m);
    for (let left = m; left > 0; left--) {
      for (let n = 0; n <= 2 * (left - 1); n++) f[n] = -(4 * u * f[n + 2] + (4 * n + 2 * d) * f[n + 1]);
    }
    return f[0];
  };
}

/** The derivatives of base^exponent, base′ = slope = ±1, from its value. */
function fallingPowers(
  value: number,
  base: number,
  exponent: number,
  slope: 1 | -1,
  n: number,
): Float64Array {
  const values = new Float64Array(n + 1);
  values[0] = value;
  for (let k = 1; k <= n; k++) values[k] = (values[k - 1] * slope * (exponent - k + 1)) / base;
  return values;
}

/** base^{halves/2} for an integer, without Math.pow. */
function halfPower(base: number, halves: number): number {
  const root = Math.abs(halves) % 2 === 1 ? Math.sqrt(base) : 1;
  let power = root;
  for (let k = 0; k < Math.floor(Math.abs(halves) / 2); k++) power *= base;
  return halves < 0 ? 1 / power : power;
}
