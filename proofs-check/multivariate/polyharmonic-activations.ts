import { vectorKernelByQuadrature } from '../../numerics/kernels/several/kernel-by-quadrature.js';
import { polynomialBasis } from '../../numerics/kernels/several/monomials.js';
import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { distance, norm, pointRows } from '../../numerics/kernels/several/points.js';
import { saddleCondition } from '../../numerics/kernels/several/saddle-condition.js';
import { radialSpline } from '../../numerics/splines/radial-spline.js';
import { factorial } from '../../theory/factorial.js';
import { bindVectorLaw, type PointKernel } from '../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../theory/integer-power.js';
import { gammaOfHalf, overPi, piRational, piRationalValue, timesPi } from '../../theory/pi-rational.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { deviationFigure } from '../univariate/deviation-figure.js';
import { powerFields } from './limit-fields.js';
import { randomPoints } from './point-sets.js';
import { gapAt, randomPlaces } from './random-settings.js';

/** Degrees of the activation and numbers of inputs; more would take 50 points and a kernel by quadrature for each pair. */
const SETTINGS = [1, 2, 3, 5].flatMap((inputs) =>
  [0, 1, 2, 3].filter((k) => inputs + k < 7).map((k) => ({ inputs, k })),
);
const CASES: Readonly<Record<Profile, number>> = { quick: 2, full: 16 };
const PLACES = 5;
const TOLERANCE = '32 · eps · cond of the saddle system, relative to the size';
const DRAWN = ['lower-degree', 'lower-power', 'log-power', 'even-moment'];

/** Corollary 4 in several inputs, at infinite width: ReLU^k with uniform directions and biases. */
export const polyharmonicActivations: Claim = {
  id: 'polyharmonic-activations',
  title: 'Powers of ReLU with uniform directions and biases learn polyharmonic splines of odd powers',
  inBrief:
    'Replace the ReLU by one of its powers, or by a step, in networks whose weights favour no direction. ' +
    'The claim, which goes beyond the paper, says that the infinitely wide network learns a weighted sum ' +
    'of an odd power of the distances to the data points plus a polynomial, the power growing by two ' +
    'with each power of the ReLU. Both sides are computed on random data in one to five dimensions: the ' +
    'limit by integrating over all units, the spline from its textbook equations.',
  kind: 'numeric',
  statement:
    'Let $\\phi(z)=\\max(0,z)^k/k!$ ($k=0$: the step function), $W$ uniform on the unit sphere of $\\mathbb R^d$ and $B\\sim U(-a,a)$. For ' +
    '$\\|x\\|,\\|x^\\prime\\|\\le a$ the kernel $E[\\phi(\\langle W,x\\rangle+B)\\,\\phi(\\langle W,x^\\prime\\rangle+B)]$ is ' +
    '$(-1)^{k+1}\\,\\frac{\\kappa_{d,2k+1}}{4a\\,(2k+1)!}\\,\\|x-x^\\prime\\|^{2k+1}$ up to polynomials of degree $\\le k$ in each argument, $\\kappa_{d,p}=E|W_1|^p$. ' +
    'So the limit with a polynomial of degree $\\le k$ by generalized least squares is $\\sum_j\\lambda_j\\|x-x_j\\|^{2k+1}+p(x)$ with ' +
    '$\\sum_j\\lambda_jq(x_j)=0$ for the polynomials $q$ of degree $\\le k$.',
  source:
    'Beyond the paper: Jin and Montúfar (2023), Corollary 4 and Theorem 8, for powers of ReLU in several inputs',
  uses: ['homogeneous-activations', 'polyharmonic-limit'],
  assumptions: [
    {
      statement: '$\\|x_j\\|\\le a$',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return { value: `largest ‖x_j‖ is ${share.toFixed(3)} of a`, holds: share <= 1 };
      },
    },
  ],
  protocol:
    `(d, k) = ${SETTINGS.map(({ inputs, k }) => `(${inputs}, ${k})`).join(', ')}; random data in the unit ball, two to four more points than the ` +
    `polynomials have terms, a uniform on (1, 1.5), ${CASES.quick} (quick) or ${CASES.full} (full) sets each. The kernel is integrated from the densities of W and B, ` +
    `which knows nothing of powers of r. Compared: its interpolant (on contrasts) with the spline of the textbook block system at ${PLACES} places, ` +
    'and the squared norm with that of the constant of the statement, $-$ sign included. ' +
    `Tolerance: ${TOLERANCE}.`,
  controls: [
    {
      id: 'lower-degree',
      title: 'a polynomial of degree k − 1, d + k > 1',
      because: 'K holds those of degree k at a price',
    },
    {
      id: 'lower-power',
      title: 'the spline of r^(2k−1), k > 0',
      because: 'φ has its δ in the derivative of order k + 1',
    },
    {
      id: 'log-power',
      title: 'the spline of r^(2k) log r, k > 0',
      because: 'the penalty has (−Δ)^((d+2k+1)/4), an odd power of r in every dimension',
    },
    {
      id: 'even-moment',
      title: 'the constant with E|W₁|^(2k), d > 1',
      because: 'the moment is that of r^(2k+1)',
    },
    {
      id: 'no-sign',
      title: 'the constant without (−1)^(k+1), k even',
      because: 'it would make the squared norm negative',
    },
  ],
  units: (profile) =>
    SETTINGS.flatMap(({ inputs, k }) =>
      Array.from({ length: CASES[profile] }, (_, index): Unit => ({
        id: `d=${inputs}/k=${k}/${index}`,
        inputs,
        k,
        index,
      })),
    ),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: ({ claim = [], ...evidence }) => [
    powerFields(),
    deviationFigure(
      { claim, ...Object.fromEntries(DRAWN.map((id) => [id, evidence[id] ?? []])) },
      'cond of the saddle system',
      'condition',
    ),
  ],
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const [d, k] = [Number(unit.inputs), Number(unit.k)];
  const where = random.stream('data');
  const a = Number((1 + 0.5 * where.uniform()).toFixed(4));
  const terms = polynomialBasis([new Float64Array(d)], k).size;
  const data = randomPoints(terms + 2 + where.integer(3), d, 1, where);
  const points = pointRows(data.x, d);
  const places = randomPlaces(PLACES, d, 1, random.stream('places'));
  const kernel = ofActivation(d, a, k);
  const limit = pointInterpolant({ kernel, ...data, degree: k });
  const condition = saddleCondition(kernel, data.x, d, k);
  const row = (what: string, deviation: number, scale: number): Row => ({
    group: `d = ${d}, k = ${k}: ${what}`,
    deviation: deviation / scale,
    tolerance: 32 * Number.EPSILON * condition,
    scale: 1,
    condition,
    reach: Math.max(...points.map(norm)) / a,
  });
  const spline = (radial: (r: number) => number): ((point: number[]) => number) =>
    radialSpline({ radial, x: Array.from(data.x), y: Array.from(data.y), inputs: d, degree: k }).evaluate;
  const truth = spline((r) => integerPower(r, 2 * k + 1));
  // Outside the hull of the data a spline of a high power grows far beyond them.
  const size = Math.max(...Array.from(data.y, Math.abs), ...places.map((place) => Math.abs(truth(place))));
  const to = (f: (point: number[]) => number, of = limit.evaluate): Row[] => [
    row('limit and spline', gapAt(of, f, places), size),
  ];
  /** Σ c_j c_k r^(2k+1) of the limit’s coefficients. */
  const radialSum = points.reduce(
    (sum, p, i) =>
      points.reduce(
        (inner, q, j) =>
          inner + limit.coefficients[i] * limit.coefficients[j] * integerPower(distance(p, q), 2 * k + 1),
        sum,
      ),
    0,
  );
  const sign = k % 2 === 0 ? -1 : 1;
  const constant = (moment: number): number => moment / (4 * a * factorial(2 * k + 1));
  const squaredNorm = (claimed: number): Row =>
    row('squared norm', Math.abs(limit.squaredNorm - claimed * radialSum), limit.squaredNorm);
  return {
    claim: [...to(truth), squaredNorm(sign * constant(sphereMoment(d, 2 * k + 1)))],
    // The spline of r in one input is piecewise linear with or without a constant.
    ...(d + k > 1 && {
      'lower-degree': to(truth, pointInterpolant({ kernel, ...data, degree: k - 1 }).evaluate),
    }),
    ...(k > 0 && {
      'lower-power': to(spline((r) => integerPower(r, 2 * k - 1))),
      'log-power': to(spline((r) => (r > 0 ? integerPower(r, 2 * k) * Math.log(r) : 0))),
    }),
    ...(d > 1 && { 'even-moment': [squaredNorm(sign * constant(sphereMoment(d, 2 * k)))] }),
    ...(sign < 0 && { 'no-sign': [squaredNorm(constant(sphereMoment(d, 2 * k + 1)))] }),
  };
}

/** The kernel of max(0, z)^k/k! with W uniform on the sphere and B ~ U(−a, a), from their densities. */
function ofActivation(inputs: number, a: number, k: number): PointKernel {
  const kernel = vectorKernelByQuadrature(bindVectorLaw(`sphere-uniform(aB=${a})`, inputs), k);
  const scale = 1 / (factorial(k) * factorial(k));
  // Each value is an integral over the plane and is asked for several times.
  const known = new Map<string, number>();
  return (x, y) => {
    const key = `${Array.from(x).join()} ${Array.from(y).join()}`;
    const value = known.get(key) ?? scale * kernel(x, y);
    known.set(key, value);
    return value;
  };
}

/** κ_{d,p} = E|V₁|^p = Γ(d/2) Γ((p+1)/2)/(√π Γ((d+p)/2)) for V uniform on the unit sphere of ℝ^d. */
const sphereMoment = (inputs: number, p: number): number =>
  piRationalValue(
    overPi(
      timesPi(gammaOfHalf(inputs), gammaOfHalf(p + 1)),
      timesPi(piRational(1n, 1n, 1), gammaOfHalf(inputs + p)),
    ),
  );
