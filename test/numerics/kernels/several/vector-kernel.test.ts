import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeKernel } from '../../../../numerics/kernels/several/cube-kernel.js';
import { vectorKernelByQuadrature } from '../../../../numerics/kernels/several/kernel-by-quadrature.js';
import { lawKernel, quadratureKernel } from '../../../../numerics/kernels/law-kernel.js';
import { vectorKernel } from '../../../../numerics/kernels/several/vector-kernel.js';
import { gaussLegendre } from '../../../../numerics/quadrature/gauss-legendre.js';
import { integrate } from '../../../../numerics/quadrature/integrate.js';
import { streams } from '../../../../numerics/random/streams.js';
import { pointInBall } from '../../../../proofs-check/multivariate/point-sets.js';
import { reluPower } from '../../../../theory/activations/relu-power.js';
import { vectorInitializations } from '../../../../theory/initializations/several/index.js';
import { bindLaw } from '../../../../theory/initializations/law.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../../../theory/initializations/several/vector-law.js';

const seed = fc.integer({ min: 1, max: 1_000_000 });
const relative = (kernel: PointKernel, x: number[], y: number[]): number =>
  Math.sqrt(kernel(x, x) * kernel(y, y));

/** Two points in the ball of the radius. */
const pair = (at: number, inputs: number, radius: number): [number[], number[]] => {
  const random = streams(at).stream('points');
  return [pointInBall(inputs, radius, random), pointInBall(inputs, radius, random)];
};

const closeTo = (one: PointKernel, other: PointKernel, x: number[], y: number[], tolerance: number): void => {
  expect(Math.abs(one(x, y) - other(x, y))).toBeLessThan(tolerance * relative(one, x, y));
};

describe('vectorKernelByQuadrature', () => {
  it.each(
    [1, 2, 3, 4, 5].flatMap((inputs) =>
      ['sphere-uniform(aB=1.5)', 'ball-uniform(aW=1.4,aB=2)', 'sphere-shifted(aB=2,meanB=0.5)'].map(
        (text) => [text, inputs] as const,
      ),
    ),
  )('of %s in %i inputs is the closed form where that holds', (text, inputs) => {
    const law = bindVectorLaw(text, inputs);
    const { at, within } = law.kernel!;
    const kernel = vectorKernelByQuadrature(law);
    fc.assert(
      fc.property(seed, (n) => closeTo(at, kernel, ...pair(n, inputs, within), 1e-14)),
      { numRuns: 8 },
    );
  });

  it.each([1, 2, 3, 5])('of Gaussian (W, B) in %i inputs is the arc-cosine kernel', (inputs) => {
    const law = bindVectorLaw('gaussian(sigmaW=1.3,sigmaB=0.7)', inputs);
    const kernel = vectorKernelByQuadrature(law);
    fc.assert(
      fc.property(seed, (n) => closeTo(law.kernel!.at, kernel, ...pair(n, inputs, 2), 1e-14)),
      { numRuns: inputs === 1 ? 8 : 1 },
    );
  });

  it.each(['uniform(aW=1.3,aB=0.8)', 'linear-layer'])('of %s in two inputs is the closed form', (text) => {
    const law = bindVectorLaw(text, 2);
    const { at, within } = cubeKernel(law);
    const kernel = vectorKernelByQuadrature(law);
    fc.assert(
      fc.property(seed, (n) => closeTo(at, kernel, ...pair(n, 2, within / Math.SQRT2), 1e-14)),
      { numRuns: 10 },
    );
  });

  it.each([1, 2, 3])(
    'beyond the closed form: the projection of a sphere of ℝ^(d+2) is a ball, d = %i',
    (inputs) => {
      const ball = vectorKernelByQuadrature(bindVectorLaw('ball-uniform(aW=1,aB=0.6)', inputs));
      const sphere = vectorKernelByQuadrature(bindVectorLaw('sphere-uniform(aB=0.6)', inputs + 2));
      const lifted: PointKernel = (x, y) => sphere([...Array.from(x), 0, 0], [...Array.from(y), 0, 0]);
      fc.assert(
        fc.property(seed, (n) => closeTo(ball, lifted, ...pair(n, inputs, 1.5), 1e-13)),
        { numRuns: 4 },
      );
    },
  );

  it('spheres with Gaussian biases, averaged over the norm of a Gaussian vector, give the arc-cosine kernel', () => {
    // In three inputs; ‖W‖ has density √(2/π) s² exp(−s²/2).
    const { at } = bindVectorLaw('gaussian(sigmaW=1,sigmaB=1)', 3).kernel!;
    const [x, y] = pair(7, 3, 0.5);
    const { nodes, weights } = gaussLegendre(32);
    const mixed = nodes.reduce((sum, node, i) => {
      const s = 4.5 * (1 + node);
      const density = Math.sqrt(2 / Math.PI) * s * s * Math.exp((-s * s) / 2);
      const sphere = bindVectorLaw(`sphere-gaussian(radius=${s},sigmaB=1)`, 3);
      return sum + 4.5 * weights[i] * density * vectorKernelByQuadrature(sphere)(x, y);
    }, 0);
    expect(Math.abs(mixed - at(x, y))).toBeLessThan(1e-13 * relative(at, x, y));
  });

  it.each([
    ...vectorInitializations.map(({ name }) => [name, 0.9] as const),
    ['uniform(aW=1,aB=0.7)', 1.6],
    ['sphere-uniform(aB=0.7)', 1.6],
    ['sphere-shifted(aB=1,meanB=0.4)', 1.6],
    ['ball-uniform(aW=1,aB=0.7)', 1.6],
  ] as const)(
    'vectorKernel of %s in the plane is the integral of ζ over the kinks, to ‖x‖ = %d',
    (text, radius) => {
      const law = bindVectorLaw(text, 2);
      const [one, other] = [vectorKernel(law, radius), overKinks(law)];
      for (const n of [1, 2, 3]) closeTo(one, other, ...pair(n, 2, radius), 1e-11);
    },
  );

  it.each([
    ['sphere-gaussian(radius=1.2,sigmaB=0.8)', 3, 1.5],
    ['sphere-uniform(aB=0.7)', 4, 2],
    ['ball-uniform(aW=1.2,aB=0.6)', 5, 2],
    ['uniform(aW=1,aB=0.7)', 2, 2],
    ['linear-layer', 3, 0.57],
    ['uniform(aW=1,aB=2)', 5, 0.89],
  ] as const)('is the mean over draws of %s in %i inputs', (text, inputs, radius) => {
    const law = bindVectorLaw(text, inputs);
    const [x, y] = pair(11, inputs, radius);
    const draws = 200_000;
    const random = streams(5).stream(text);
    const w = new Float64Array(inputs);
    let [sum, squares] = [0, 0];
    for (let n = 0; n < draws; n++) {
      const b = law.draw(random, w, 0);
      const at = (point: number[]): number =>
        Math.max(
          0,
          point.reduce((z, xi, i) => z + xi * w[i], b),
        );
      const value = at(x) * at(y);
      sum += value;
      squares += value * value;
    }
    const mean = sum / draws;
    const standardError = Math.sqrt((squares / draws - mean * mean) / draws);
    expect(Math.abs(vectorKernel(law, radius)(x, y) - mean)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.01 * mean);
  });

  it.each([
    ['gaussian', 'gaussian'],
    ['sphere-uniform(aB=1.2)', 'binary-uniform(w0=1,aB=1.2)'],
    ['sphere-gaussian(radius=2)', 'binary-gaussian(w0=2)'],
    ['uniform(aW=1,aB=1)', 'uniform(aW=1,aB=1)'],
    ['ball-uniform(aW=1,aB=1)', 'uniform(aW=1,aB=1)'],
  ])('%s in one input has the kernel of %s', (several, single) => {
    const [one, other] = [vectorKernel(bindVectorLaw(several, 1), 2), lawKernel(bindLaw(single), 2)];
    for (const [x, y] of [
      [0.3, 1.7],
      [-1.4, 0.8],
      [2, 2],
    ]) {
      expect(Math.abs(one([x], [y]) - other(x, y))).toBeLessThan(
        1e-14 * Math.sqrt(other(x, x) * other(y, y)),
      );
    }
  });

  it.each([1, 2, 3])('of ReLU^%i in one input is the univariate kernel', (k) => {
    const one = vectorKernelByQuadrature(bindVectorLaw('sphere-uniform(aB=1.2)', 1), k);
    const other = quadratureKernel(bindLaw('binary-uniform(w0=1,aB=1.2)'), reluPower(k));
    for (const [x, y] of [
      [0.3, 1.1],
      [-1.4, 0.8],
    ]) {
      expect(Math.abs(one([x], [y]) - other(x, y))).toBeLessThan(
        1e-14 * Math.sqrt(other(x, x) * other(y, y)),
      );
    }
  });

  it('says so where there is no quadrature', () => {
    expect(() => vectorKernelByQuadrature(bindVectorLaw('uniform', 3))).toThrow(
      /3 inputs.*depends on the direction/,
    );
    const kernel = vectorKernel(bindVectorLaw('uniform(aW=1,aB=2)', 3), 1.5);
    expect(kernel([1.9, 0, 0], [0, 0.5, 1.5])).toBeGreaterThan(0);
    expect(() => kernel([1, 1, 0.5], [0, 0, 0])).toThrow(
      /Σ\|x_i\| ≤ 2, got a point with 2.5: scale the inputs/,
    );
    expect(() => cubeKernel(bindVectorLaw('gaussian', 2))).toThrow(/uniform in a cube/);
  });
});

/** K = ∫ ζ(V, c) max(⟨V,x⟩ − c, 0) max(⟨V,x′⟩ − c, 0) dV dc over the circle: the other route, which never sees the densities. */
function overKinks(law: VectorLaw): PointKernel {
  return (x, y) => {
    const along = (phi: number): number => {
      const direction = [Math.cos(phi), Math.sin(phi)];
      const [s, t] = [x, y].map((point) => direction[0] * point[0] + direction[1] * point[1]);
      const [from] = law.range(direction);
      const to = Math.min(s, t);
      if (from >= to) return 0;
      const breaks = [...law.breaks(direction), to - 1, to - 10];
      return integrate((c) => law.zeta(direction, c) * (s - c) * (t - c), from, to, {
        breaks,
        relativeTolerance: 1e-13,
      }).value;
    };
    const same = Math.atan2(y[0] - x[0], x[1] - y[1]);
    const breaks = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75].flatMap((k) => [
      k * Math.PI,
      same + Math.PI * Math.floor(2 * k),
    ]);
    return integrate(along, 0, 2 * Math.PI, { breaks, relativeTolerance: 1e-12 }).value;
  };
}
