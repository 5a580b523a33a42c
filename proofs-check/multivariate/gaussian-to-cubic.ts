import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { saddleCondition } from '../../numerics/kernels/several/saddle-condition.js';
import { radialSpline, thinPlate } from '../../numerics/splines/radial-spline.js';
import { bindVectorLaw, type PointKernel } from '../../theory/initializations/several/vector-law.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { largest } from '../largest.js';
import { groupFigure } from '../univariate/rate-figures.js';
import { randomPoints } from './point-sets.js';
import { gapAt, randomPlaces } from './random-settings.js';

const INPUTS = [1, 2, 3, 5];
const RATIOS = [3, 6, 12, 24];
/** Errors are relative to those at this ratio, which takes most of the differences between data sets out. */
const REFERENCE = 1.5;
/** Data sets for each ratio and d. Noise of the log error below .1, unadjusted .6 (six pilot runs). */
const CASES: Readonly<Record<Profile, number>> = { quick: 16, full: 80 };
const PLACES = 20;
const EXPONENT = -2;
/** Without adjustment the exponent is −1. */
const TOLERANCE = 0.2;
/** Round-off is at most eps times the condition number (polyharmonic-limit finds a tenth of it), which must stay below this share of the errors. */
const ROUND_OFF = 0.05;

/** Gaussian initialization with wide biases is nearly uniform initialization. */
export const gaussianToCubic: Claim = {
  id: 'gaussian-to-cubic',
  title: 'As biases widen, the limit of Gaussian initialization tends to the cubic radial spline',
  inBrief:
    'With normally distributed weights and biases, bends near the origin are cheaper than bends far ' +
    'away. If the biases spread much more widely than the weights, the data see only the middle, where ' +
    'the cost hardly changes; the claim says that what the network learns then tends to the cubic spline ' +
    'of constant cost, with a gap that falls as the square of the ratio of the two spreads. It ties the ' +
    'two most common initializations together. The gap is computed for random data at growing ratios, ' +
    'and the power is fitted.',
  kind: 'statistical',
  repeatable: true,
  statement:
    'For $W\\sim N(0,\\sigma_W^2I)$ and $B\\sim N(0,\\sigma_B^2)$, $\\zeta(V,c)\\propto(1+c^2\\sigma_W^2/\\sigma_B^2)^{-(d+3)/2}$ is constant on ' +
    'the data up to $O(\\sigma_W^2/\\sigma_B^2)$. The limit with its affine part differs from the $r^3$ spline of the data by ' +
    '$\\Theta((\\sigma_W/\\sigma_B)^2)$, in every dimension.',
  source:
    'Beyond the paper: a consequence of Jin and Montúfar (2023), Theorems 6 to 8, and of ζ in closed form (Theorem 19)',
  uses: ['polyharmonic-limit'],
  assumptions: [
    {
      statement: 'round-off stays far below the errors',
      measured: (rows) => {
        const share = largest(rows, 'roundOff');
        return {
          value: `eps · cond of the saddle system is at most ${(100 * share).toFixed(2)} % of an error`,
          holds: share <= ROUND_OFF,
        };
      },
    },
  ],
  protocol:
    `d = ${INPUTS.join(', ')}; σ_B/σ_W = ${RATIOS.join(', ')}; ${CASES.quick} (quick) or ${CASES.full} (full) random data sets for each, d + 3 to d + 8 ` +
    `points in the unit ball with normal targets. Error: the largest gap between limit and $r^3$ spline at ${PLACES} random places, over ` +
    `that for σ_B/σ_W = ${REFERENCE} and the same data. A line is fitted to log error on log ratio for each d, every data set being one unit; ` +
    `the slope must be ${EXPONENT} within ${TOLERANCE} on both sides. The limit is solved on contrasts, the spline by the textbook block system.`,
  controls: [
    {
      id: 'unadjusted',
      title: 'the interpolant without an affine part',
      because:
        'affine functions have a price as well: it tends to the same spline, but as the first power of σ_W/σ_B',
    },
    {
      id: 'anisotropic',
      title: 'weights twice as wide along the first input, d > 1',
      because: 'the limit is the spline of (δᵀΣδ)^(3/2), Σ the covariance of W',
    },
    {
      id: 'linear-radial',
      title: 'the limit is the spline of r, d > 1',
      because: 'ζ tends to a constant, not 1/ζ to |c|⁻²',
    },
    { id: 'thin-plate', title: 'the limit is the thin-plate spline, d = 2', because: 'it minimises ∫(Δg)²' },
  ],
  units: (profile) =>
    INPUTS.flatMap((inputs) =>
      RATIOS.flatMap((ratio) =>
        Array.from({ length: CASES[profile] }, (_, index): Unit => ({
          id: `d=${inputs}/ratio=${ratio}/${index}`,
          inputs,
          ratio,
          index,
        })),
      ),
    ),
  measure,
  decide: (rows, alpha) =>
    decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE, sharp: true, variable: 'ratio' }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance of the Gaussian limit from the cubic radial spline',
      caption:
        'Largest gap between the infinite-width limit of Gaussian initialization and the r³ spline of the same data, relative to that at ' +
        `σ_B/σ_W = ${REFERENCE}; each point is one random data set.`,
      error: `gap / gap at σ_B = ${REFERENCE} σ_W`,
      exponent: EXPONENT,
      sharp: true,
      variable: { column: 'ratio', label: 'σ_B / σ_W' },
      point: 'one data set',
      controls: {
        'd = 1': 'unadjusted',
        'd = 2': 'thin-plate',
        'd = 3': 'unadjusted',
        'd = 5': 'anisotropic',
      },
    }),
  ],
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const [d, ratio] = [Number(unit.inputs), Number(unit.ratio)];
  const where = random.stream('data');
  const data = randomPoints(d + 3 + where.integer(6), d, 1, where);
  const places = randomPlaces(PLACES, d, 1, random.stream('places'));
  const spline = { x: Array.from(data.x), y: Array.from(data.y), inputs: d, degree: 1 };
  const cubic = radialSpline({ ...spline, radial: (r) => r * r * r }).evaluate;
  const gaussian = (sigmaB: number): PointKernel =>
    bindVectorLaw(`gaussian(sigmaW=1,sigmaB=${sigmaB})`, d).kernel!.at;
  const gap = (kernel: PointKernel, truth = cubic, degree = 1): number =>
    gapAt(pointInterpolant({ kernel, ...data, degree }).evaluate, truth, places);
  const condition = saddleCondition(gaussian(ratio), data.x, d, 1);
  const size = Math.max(...Array.from(data.y, Math.abs));
  const row = (error: number, unitError: number): Row => ({
    group: `d = ${d}`,
    ratio,
    error: error / unitError,
    roundOff: (Number.EPSILON * condition * size) / error,
  });
  const measured = (of: (kernel: PointKernel) => number): Row[] => [
    row(of(gaussian(ratio)), of(gaussian(REFERENCE))),
  ];
  const to = (radial: (r: number) => number): Row[] => {
    const truth = radialSpline({ ...spline, radial }).evaluate;
    return measured((kernel) => gap(kernel, truth));
  };
  return {
    claim: measured((kernel) => gap(kernel)),
    unadjusted: measured((kernel) => gap(kernel, cubic, -1)),
    ...(d > 1 && {
      anisotropic: measured((kernel) => gap((x, y) => kernel(stretched(x), stretched(y)))),
      'linear-radial': to((r) => r),
    }),
    ...(d === 2 && { 'thin-plate': to(thinPlate) }),
  };
}

/** Twice as long along the first input, which does to the kernel what wider weights do. */
const stretched = (x: ArrayLike<number>): number[] =>
  Array.from(x, (value, i) => (i === 0 ? 2 * value : value));
