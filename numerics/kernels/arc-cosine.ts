import type { Kernel } from './kernel-matrix.js';

/** (π − t) and sin, cos of t to J_k(t), for k = 1, 2, 3. */
const ANGULAR: readonly ((rest: number, s: number, c: number) => number)[] = [
  (rest, s, c) => s + rest * c,
  (rest, s, c) => 3 * s * c + rest * (1 + 2 * c * c),
  (rest, s, c) => s * (15 - 11 * s * s) + rest * c * (9 + 6 * c * c),
];

/** The degrees that there is a closed form for here. */
export const ARC_COSINE_DEGREES = ANGULAR.map((_, index) => index + 1);

/**
 * K(x, x′) = E[max(Wx+B, 0)^k max(Wx′+B, 0)^k] for independent W ~ N(0, σ_W²) and B ~ N(0, σ_B²): the arc-cosine
 * kernel of degree k, (|p||q|)^k J_k(t)/(2π) with t the angle between p = (σ_W x, σ_B) and q (Cho and Saul 2009).
 * The error is a few eps of (|p||q|)^k; the angle is taken by atan2, which keeps its accuracy at close points.
 * @throws RangeError for another degree
 */
export function arcCosineKernel(sigmaW: number, sigmaB: number, degree: number): Kernel {
  const angular = ANGULAR[degree - 1];
  if (!ARC_COSINE_DEGREES.includes(degree)) {
    throw new RangeError(
      `arcCosineKernel: got degree ${degree}, expected one of ${ARC_COSINE_DEGREES.join(', ')}: else use quadrature`,
    );
  }
  const [vw, vb, product] = [sigmaW * sigmaW, sigmaB * sigmaB, sigmaW * sigmaB];
  return (x, y) => {
    const t = Math.atan2(Math.abs(product * (x - y)), vw * x * y + vb);
    const norms = Math.sqrt(vw * x * x + vb) * Math.sqrt(vw * y * y + vb);
    let value = angular(Math.PI - t, Math.sin(t), Math.cos(t)) / (2 * Math.PI);
    for (let factor = 0; factor < degree; factor++) value *= norms;
    return value;
  };
}
