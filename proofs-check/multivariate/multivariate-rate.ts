import type { Claim, Profile } from '../claim.js';
import { decideRate, plannedPower } from '../decisions/rate.js';
import { norm, pointRows } from '../../numerics/kernels/several/points.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { planText } from '../univariate/chain-protocol.js';
import { groupFigure } from '../univariate/rate-figures.js';
import { reachesZeroError } from '../univariate/zero-error.js';
import { contoursFigure, kinksFigure } from './multivariate-rate-figures.js';
import {
  DATA,
  FAR_WIDTHS,
  GAUSSIAN,
  measureRate,
  RADIUS,
  RAISED,
  rateUnits,
  RELATIVE_RESIDUAL,
  RUNS,
  SPHERE,
} from './multivariate-rate-protocol.js';
import { TOLERANCE, toleranceByReach } from './tolerance.js';

const EXPONENT = -0.5;
/** From this width on the tolerance is the narrow one. */
const FAR_REACH = 65536;
/** Standard deviation of the log error of one run: .21….37 over settings, norms and widths in a pilot of 24 networks each. */
const PILOT_NOISE = 0.3;
/** An interval's share of the error budget, with room for more claims. */
const PLANNED_ALPHA = 5e-7;

/** Theorem 6: in several inputs too, networks trained on all parameters end within n^(−1/2) of the limit. */
export const multivariateRate: Claim = {
  id: 'multivariate-rate',
  title: 'In several inputs, trained networks approach the variational solution at rate n^(−1/2)',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $(W,B)$ be symmetric and sub-Gaussian with $(V,C)=(W/\\|W\\|,-B/\\|W\\|)$ of continuous density, $a_i=A/\\sqrt n$, antisymmetric pairs. ' +
    'Gradient descent of all parameters with a small step fits the adjusted data $(x_j,\\,y_j-\\langle u,x_j\\rangle-v)$, and on a compact set the trained ' +
    'function is within $O_p(n^{-1/2})$ of $g^*-\\langle u,\\cdot\\rangle-v$, $g^*$ minimising ' +
    '$\\int(\\mathcal R\\{(-\\Delta)^{(d+1)/2}g\\})^2/\\zeta\\,dV\\,dc$ among the functions that fit the data: for $W$ uniform on the sphere and uniform biases ' +
    'the spline $\\sum_j\\lambda_j\\|x-x_j\\|^3+\\langle u,x\\rangle+v$. Checked in $d=2$ and $d=3$, in the sup norm and in the root mean square.',
  source: 'Jin and Montúfar (2023), Theorems 6 to 8',
  uses: ['univariate-rate', 'linearization', 'output-layer-reduction', 'finite-width-limit'],
  assumptions: [
    {
      statement: 'every $x_j$ and the compact set lie where $\\zeta(V,\\langle V,x\\rangle)>0$',
      measured: () => {
        const reach = Math.max(
          RADIUS,
          ...Object.values(DATA).flatMap(({ x, inputs }) => pointRows(x, inputs).map(norm)),
        );
        const support = Math.min(...[SPHERE, GAUSSIAN].map((law) => bindVectorLaw(law, 2).range([1, 0])[1]));
        return {
          value: `largest norm ${reach.toFixed(2)}, smallest support ${support}`,
          holds: reach <= support,
        };
      },
    },
    reachesZeroError(RELATIVE_RESIDUAL),
    {
      statement:
        '$(W,B)$ is symmetric in law, so that $\\zeta$ is even; sub-Gaussian, and $(V,C)$ has a continuous density (uniform biases have one that jumps at $\\pm a_B$, ' +
        'beyond the data; Theorems 7 and 8 of the paper are about them, and so is this claim)',
      measured: () => {
        const odd = [SPHERE, GAUSSIAN].filter((law) => !bindVectorLaw(law, 2).isEven);
        return { value: `${odd.length} of the laws have an uneven $\\zeta$`, holds: odd.length === 0 };
      },
    },
  ],
  protocol:
    `Laws ${SPHERE} and ${GAUSSIAN}. Data: in $d=2$ the centre and the corners of a regular hexagon (7 points, radius ${RADIUS}), in $d=3$ the centre and two ` +
    'points on each axis (7 points, radii .95 and .7), smooth targets. The affine part is that of the saddle system of the infinite-width kernel. For each law, ' +
    'width and index a network is drawn from its own random stream and trained by full-batch gradient descent (the exact trainer), step ' +
    `$.8/\\lambda_{\\max}$ of the tangent kernel at the start, to relative residual ${RELATIVE_RESIDUAL}. Error: trained function plus $\\langle u,x\\rangle+v$ against $g^*$ ` +
    `(cubic radial spline for the sphere, which sees neither the law nor its kernel; saddle solution of the arc-cosine kernel for the Gaussian law) at some 300 points of a grid on the ball of radius ${RADIUS}. ` +
    'A line is fitted to log error on log width, each run being one unit (HC3). The bound is the claimed exponent plus a tolerance of ' +
    `${TOLERANCE.narrow} where widths reach ${FAR_REACH} (full profile), else ${TOLERANCE.wide}. ` +
    `Networks for each law and $d$: ${describeRuns('quick')} in the quick profile; ${describeRuns('full')} in the full one. ` +
    `Wrong targets are held against networks of at most ${FAR_WIDTHS} units.`,
  controls: [
    {
      id: 'thin-plate',
      title: 'r² log r (thin-plate spline) as target',
      because: 'the limit is the r³ spline in every d, also in d = 2',
    },
    {
      id: 'linear',
      title: 'the spline of r as target',
      because: 'its curvature is concentrated at the data',
    },
    {
      id: 'other-law',
      title: 'the kernel of the other law as target',
      because: 'ζ of the Gaussian law falls with |c|, that of the sphere is constant',
    },
    {
      id: 'unadjusted',
      title: `training on data that are raised by ${RAISED} and not adjusted`,
      because:
        'the kernel norm then penalises the affine part; the adjusted solution does not see a constant',
    },
    {
      id: 'ntk',
      title: 'NTK parametrization (hidden layer trained n times faster)',
      because: 'the hidden weights then move at order one, and the limit is the kernel of both layers',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(3/8), a rate of n^(−1/8)',
      because: 'errors that fall, but far more slowly than claimed',
    },
  ],
  units: rateUnits,
  measure: measureRate,
  decide: (rows, alpha) =>
    decideRate(rows, alpha, { exponent: EXPONENT, tolerance: toleranceByReach(rows, FAR_REACH) }),
  figures: (evidence, alpha) => [
    ...contoursFigure(evidence),
    ...kinksFigure(evidence),
    groupFigure(evidence, alpha, {
      title: 'Error of trained networks in two and three inputs',
      caption:
        `Root mean square over the ball of radius ${RADIUS} of trained function less prediction, each point one network with its own seed. Controls are measured on networks ` +
        `of at most ${FAR_WIDTHS} units: a wrong target levels off.`,
      error: 'rms error',
      exponent: EXPONENT,
      controls: {
        'sphere-uniform, d = 2, rms': 'thin-plate',
        'gaussian, d = 2, rms': 'other-law',
        'sphere-uniform, d = 3, rms': 'thin-plate',
        'gaussian, d = 3, rms': 'other-law',
      },
      only: (group) => group.endsWith('rms'),
    }),
  ],
};

function describeRuns(profile: Profile): string {
  const tolerance = profile === 'full' ? TOLERANCE.narrow : TOLERANCE.wide;
  const { standardError, power } = plannedPower(RUNS[profile], PILOT_NOISE, PLANNED_ALPHA, tolerance);
  return (
    `${planText(RUNS[profile])} (planned with a noise of ${PILOT_NOISE} in the log error: standard error of the slope ` +
    `${standardError.toFixed(3)}, power for each interval ${power > 0.9999 ? 'above 0.9999' : power.toFixed(4)})`
  );
}
