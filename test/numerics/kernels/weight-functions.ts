import fc from 'fast-check';
import { kernelByQuadrature } from '../../../numerics/kernels/kernel-by-quadrature.js';
import type { Kernel } from '../../../numerics/kernels/kernel-matrix.js';

/** A weight function with the kernel that belongs to it, from the table of common initializations. */
export interface WeightFunction {
  readonly name: string;
  readonly zeta: (x: number) => number;
  readonly breaks: readonly number[];
  readonly kernel: Kernel;
}

/** W ~ N(0, σw²), B ~ N(0, σb²): the arc-cosine kernel (Cho and Saul 2009). */
export function gaussian(sigmaW: number, sigmaB: number): WeightFunction {
  const [vw, vb] = [sigmaW * sigmaW, sigmaB * sigmaB];
  return {
    name: `gaussian(${sigmaW}, ${sigmaB})`,
    zeta: (x) => {
      const spread = vb + vw * x * x;
      return (2 * sigmaW * vw * sigmaB * vb) / (Math.PI * spread * spread);
    },
    breaks: [],
    kernel: (x, y) => {
      const t = Math.atan2(Math.abs(sigmaW * sigmaB * (x - y)), vw * x * y + vb);
      const norms = Math.sqrt(vw * x * x + vb) * Math.sqrt(vw * y * y + vb);
      return (norms / (2 * Math.PI)) * (Math.sin(t) + (Math.PI - t) * Math.cos(t));
    },
  };
}

/** Any symmetric W with the given second and third absolute moments, B ~ U(−aB, aB), for aB ≥ |W| |x|: ζ constant. */
export function constant(secondMoment: number, thirdMoment: number, aB: number): WeightFunction {
  const zeta = thirdMoment / (2 * aB);
  return {
    name: `constant(${secondMoment}, ${thirdMoment}, ${aB})`,
    zeta: () => zeta,
    breaks: [],
    kernel: (x, y) => {
      const gap = Math.abs(x - y);
      return (aB * aB) / 6 + (secondMoment * x * y) / 2 + (zeta * gap * gap * gap) / 12;
    },
  };
}

/** W ~ U(−aW, aW), B ~ U(−aB, aB): ζ has kinks at ±aB/aW. */
export function uniform(aW: number, aB: number): WeightFunction {
  const kink = aB / aW;
  return {
    name: `uniform(${aW}, ${aB})`,
    zeta: (x) => {
      const w = Math.min(aW, aB / Math.abs(x));
      return (w * w * w * w) / (8 * aW * aB);
    },
    breaks: [-kink, kink],
    kernel: kernelByQuadrature({ kind: 'density', density: () => 1 / (4 * aW * aB), wMax: aW, bMax: aB }),
  };
}

/** W = ±w0, B ~ N(0, s²). */
export function binaryGaussian(w0: number, s: number): WeightFunction {
  const density = (b: number): number => Math.exp((-b * b) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
  return {
    name: `binary-gaussian(${w0}, ${s})`,
    zeta: (x) => w0 * w0 * w0 * density(w0 * x),
    breaks: [],
    kernel: kernelByQuadrature({
      kind: 'atoms',
      atoms: [
        { w: -w0, probability: 0.5 },
        { w: w0, probability: 0.5 },
      ],
      biasDensity: density,
    }),
  };
}

const size = fc.double({ min: 0.4, max: 2, noNaN: true });

/** Random members of the four families. */
export const weightFunctions: fc.Arbitrary<WeightFunction> = fc.oneof(
  fc.tuple(size, size).map(([w, b]) => gaussian(w, b)),
  fc
    .tuple(size, fc.double({ min: 4, max: 8, noNaN: true }))
    .map(([w, b]) => constant(w * w, w * w * w, w * b)),
  fc.tuple(size, size).map(([w, b]) => uniform(w, b)),
  fc.tuple(size, size).map(([w, b]) => binaryGaussian(w, 3 * b * w)),
);

/** Sorted data in [−3, 3]: M points with gaps of at least .1 and |y| ≤ 2. */
export function dataSets(fewest = 2, most = 10): fc.Arbitrary<{ x: number[]; y: number[] }> {
  return fc.integer({ min: fewest, max: most }).chain((n) =>
    fc.record({
      x: fc
        .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n + 1, maxLength: n + 1 })
        .map(spread),
      // Thousandths: numbers that are almost 0 would test underflow instead.
      y: fc
        .array(fc.integer({ min: -2000, max: 2000 }), { minLength: n, maxLength: n })
        .map((y) => y.map((v) => v / 1000)),
    }),
  );
}

/** n + 1 shares of what n − 1 gaps of .1 leave of [−3, 3]: two margins and the gaps. */
function spread(shares: number[]): number[] {
  const gaps = shares.length - 2;
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  let at = -3;
  return shares
    .slice(0, -1)
    .map((share, j) => (at += (share / total) * (6 - 0.1 * gaps) + (j > 0 ? 0.1 : 0)));
}

/** A uniform grid of n points over [a, b], ends included. */
export function grid(a: number, b: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => a + ((b - a) * i) / (n - 1));
}

/** The largest |f − g| over the points. */
export function supGap(
  f: (t: number) => number,
  g: (t: number) => number,
  points: readonly number[],
): number {
  return points.reduce((most, t) => Math.max(most, Math.abs(f(t) - g(t))), 0);
}

/** The gate of exact infinite-width statements: C·eps·cond(K)·max|y|, with C for sums of some tens of terms. */
export function roundOff(condition: number, y: readonly number[]): number {
  return (
    1e3 * Number.EPSILON * condition * y.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300)
  );
}
