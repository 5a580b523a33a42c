import type { Activation } from '../../theory/activations/activation.js';
import { relu } from '../../theory/activations/relu.js';
import { integrate } from '../quadrature/integrate.js';
import type { AtomicWeight, HiddenLaw, JointDensity, KinkDensity } from './law.js';
import type { Kernel } from './kernel-matrix.js';

/**
 * K(x, x′) = E[φ(Wx+B) φ(Wx′+B)] for φ positively homogeneous of degree k (default: ReLU), integrated directly from
 * the law of (W, B), to about 1e-14 relative.
 *
 * A joint density is integrated in polar coordinates (w, b) = r(cos θ, sin θ): the kinks of φ are then angles, and
 * the inner integral ∫r^(2k+1)p dr is smooth in θ. An atomic weight leaves one integral, over the bias or over the
 * kink.
 * @throws RangeError for φ that is not homogeneous; Error when the law's total mass is not 1 (a wrong bound, or a
 * scale far from 1), or an integral fails.
 */
export function kernelByQuadrature(law: HiddenLaw, activation: Activation = relu): Kernel {
  const { homogeneity: degree } = activation;
  if (degree === undefined) {
    throw new RangeError(
      `kernelByQuadrature: got the activation ${activation.name}, expected a positively homogeneous one, such as relu`,
    );
  }
  const mass =
    law.kind === 'density' ? polarMass(law) : law.kind === 'atoms' ? atomicMass(law) : kinkMass(law);
  // Far above quadrature error, far below any mistake in a bound or a constant.
  if (!(Math.abs(mass - 1) <= 1e-9)) {
    throw new Error(
      `kernelByQuadrature: the law's total mass is ${mass}, expected 1: check the density's constant and bounds, and ` +
        'scale the law if its widths are far from 1',
    );
  }
  if (law.kind === 'density') return polarKernel(law, activation, degree);
  return law.kind === 'atoms' ? atomicKernel(law, activation) : kinkKernel(law, activation);
}

/**
 * E[f(W, B)] for f positively homogeneous of degree 2 and smooth off the lines w x + b = 0, x in `kinks`: products of
 * hidden units' outputs and of the weights themselves. Integrated like the kernel, to about 1e-14 of E|f|.
 */
export function quadraticExpectation(
  law: HiddenLaw,
  f: (w: number, b: number) => number,
  kinks: readonly number[],
): number {
  if (law.kind === 'density') {
    const walls = kinks.flatMap((x) => {
      const wall = Math.atan2(-x, 1);
      return [wall - Math.PI, wall, wall + Math.PI];
    });
    const integrand = (theta: number): number =>
      f(Math.cos(theta), Math.sin(theta)) * radialMoment(law, theta, 3);
    return integrate(integrand, -Math.PI, Math.PI, { breaks: [...angles(law), ...walls] }).value;
  }
  if (law.kind === 'kinks') {
    const { w, density, from, to } = law;
    const integrand = (c: number): number => 0.5 * (f(w, -w * c) + f(-w, w * c)) * density(c);
    return integrate(integrand, from, to, { breaks: [...law.breaks, ...kinks] }).value;
  }
  const { atoms, biasDensity, bMax = Infinity } = law;
  return atoms.reduce((sum, { w, probability }) => {
    const breaks = [0, ...kinks.map((x) => -w * x)];
    return sum + probability * integrate((b) => f(w, b) * biasDensity(b), -bMax, bMax, { breaks }).value;
  }, 0);
}

/** φ(z) = 0 for z < 0. */
const isOneSided = ({ value }: Activation): boolean => value(-1) === 0;

function polarKernel(law: JointDensity, activation: Activation, degree: number): Kernel {
  const { value: phi } = activation;
  return (x, y) => {
    // The unit at angle θ is active at x when |θ − atan2(1, x)| < π/2.
    const [p, q] = [Math.atan2(1, x), Math.atan2(1, y)];
    const [low, high] = [Math.max(p, q) - 0.5 * Math.PI, Math.min(p, q) + 0.5 * Math.PI];
    const scale = power(Math.sqrt(1 + x * x) * Math.sqrt(1 + y * y), degree);
    const integrand = (theta: number): number =>
      scale *
      (phi(Math.cos(theta - p)) * phi(Math.cos(theta - q))) *
      radialMoment(law, theta, 2 * degree + 1);
    if (isOneSided(activation)) return integrate(integrand, low, high, { breaks: angles(law) }).value;
    // Else the whole circle, from one kink on: the other three lie within 2π of it.
    const kinks = [p, q].flatMap((at) => [-0.5, 0.5, 1.5].map((turns) => at + turns * Math.PI));
    const [from, to] = [low, low + 2 * Math.PI];
    const cuts = [...angles(law), ...angles(law).map((theta) => theta + 2 * Math.PI), ...kinks];
    return integrate(integrand, from, to, { breaks: cuts }).value;
  };
}

function polarMass(law: JointDensity): number {
  const integrand = (theta: number): number => radialMoment(law, theta, 1);
  return integrate(integrand, -Math.PI, Math.PI, { breaks: angles(law) }).value;
}

/** ∫ rᵏ p(r cos θ, r sin θ) dr */
function radialMoment(law: JointDensity, theta: number, k: number): number {
  const [c, s] = [Math.cos(theta), Math.sin(theta)];
  const end = Math.min(
    law.radius ?? Infinity,
    (law.wMax ?? Infinity) / Math.abs(c),
    (law.bMax ?? Infinity) / Math.abs(s),
  );
  const integrand = (r: number): number => power(r, k) * law.density(r * c, r * s);
  return integrate(integrand, 0, end, { breaks: end < Infinity ? LADDER : [] }).value;
}

/** rᵏ for an integer k ≥ 1. */
function power(r: number, k: number): number {
  let product = r;
  for (let factor = 1; factor < k; factor++) product *= r;
  return product;
}

/** Cuts of a long finite range, whose first sampling would step over a density of order-one width. */
const LADDER = Array.from({ length: 12 }, (_, k) => 4 * Math.exp(k * Math.log(4)));

/** Angles in (−π, π) at which the radial moment is not smooth: the axes, the corners of the box, the law's own. */
function angles({ wMax = Infinity, bMax = Infinity, breaks = [] }: JointDensity): number[] {
  const corner = Math.atan2(bMax, wMax);
  const corners = wMax < Infinity && bMax < Infinity ? [corner, -corner] : [];
  // A unit w > 0 with kink at C has tan θ = b/w = −C; the opposite unit lies half a turn away.
  const half = [0, 0.5 * Math.PI, ...corners, ...breaks.map((kink) => Math.atan(-kink))];
  return half.flatMap((theta) => [theta - Math.PI, theta, theta + Math.PI]);
}

function atomicKernel({ atoms, biasDensity, bMax = Infinity }: AtomicWeight, activation: Activation): Kernel {
  const { value: phi } = activation;
  return (x, y) =>
    atoms.reduce((sum, { w, probability }) => {
      const kinks = [-w * x, -w * y];
      const from = isOneSided(activation) ? Math.max(...kinks, -bMax) : -bMax;
      if (from >= bMax) return sum;
      const integrand = (b: number): number => phi(w * x + b) * phi(w * y + b) * biasDensity(b);
      return sum + probability * integrate(integrand, from, bMax, { breaks: [0, ...kinks] }).value;
    }, 0);
}

function atomicMass({ atoms, biasDensity, bMax = Infinity }: AtomicWeight): number {
  const biases = integrate(biasDensity, -bMax, bMax, { breaks: [0] }).value;
  return biases * atoms.reduce((sum, { probability }) => sum + probability, 0);
}

/** Units of weight w, and of −w, over their kinks. */
function kinkKernel({ w, density, from, to, breaks }: KinkDensity, { value: phi }: Activation): Kernel {
  return (x, y) => {
    const integrand = (c: number): number => {
      const [p, q] = [w * (x - c), w * (y - c)];
      return 0.5 * (phi(p) * phi(q) + phi(-p) * phi(-q)) * density(c);
    };
    return integrate(integrand, from, to, { breaks: [...breaks, x, y] }).value;
  };
}

const kinkMass = ({ density, from, to, breaks }: KinkDensity): number =>
  integrate(density, from, to, { breaks }).value;
