import type { Claim, Finding, Measured, Profile } from '../claim.js';
import { decideRate, plannedPower } from '../decisions/rate.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { planText } from '../univariate/chain-protocol.js';
import { groupFigure, medians } from '../univariate/rate-figures.js';
import {
  DATA,
  LAW,
  measurePolyharmonic,
  NARROW,
  NEAR_RUNS,
  NEAR_WIDTHS,
  PLACES,
  polyharmonicUnits,
  RADIUS,
  reach,
  RUNS,
} from './polyharmonic-rate-protocol.js';
import { TOLERANCE, toleranceByReach } from './tolerance.js';

const EXPONENT = -0.5;
/** From this width on the tolerance is the narrow one. */
const FAR_REACH = 131072;
/** Standard deviation of the log error of one run: .15….35 over dimensions, norms and widths in a pilot of 48 networks each. */
const PILOT_NOISE = 0.3;
/** An interval's share of the error budget, with room for more claims. */
const PLANNED_ALPHA = 5e-7;

/** Theorems 7 and 8 at finite width: for constant ζ, networks approach the r³ spline in every dimension. */
export const polyharmonicRate: Claim = {
  id: 'polyharmonic-rate',
  title: 'With weights uniform on the sphere, networks approach the r³ spline in every dimension',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $W$ be uniform on the unit sphere of $\\mathbb R^d$ and $B\\sim U(-a_B,a_B)$ with $a_B\\ge\\max_j\\|x_j\\|$. Training of the output layer to zero error on the adjusted ' +
    'data ends within $O_p(n^{-1/2})$ of the minimiser of $\\int((-\\Delta)^{(d+3)/4}g)^2$ (less its affine part), which is ' +
    '$\\sum_j\\lambda_j\\|x-x_j\\|^3+\\langle u,x\\rangle+v$, $\\sum_j\\lambda_j=0$, $\\sum_j\\lambda_jx_j=0$, in every $d$.',
  source: 'Jin and Montúfar (2023), Theorems 7 and 8',
  uses: ['output-layer-reduction', 'multivariate-rate'],
  assumptions: [
    {
      statement: '$\\max_j\\|x_j\\|\\le a_B$',
      measured: () => {
        const [, aB] = bindVectorLaw(LAW, 1).range([1]);
        return { value: `largest norm ${reach().toFixed(2)}, $a_B=${aB}$`, holds: reach() <= aB };
      },
    },
  ],
  protocol:
    `Law ${LAW}. Data: ${Object.values(DATA)
      .map(({ y, inputs }) => `${y.length} points in $d=${inputs}$`)
      .join(
        ', ',
      )}, of norm at most ${RADIUS}; $d=8$ in the full profile only. The affine part is that of the saddle system of the kernel. The function that training of the output ` +
    'layer ends in is solved for in closed form, from the finite-width kernel of one pass over the units, so no training error enters. Target: the r³ spline, from a saddle system of its own that ' +
    `sees neither law nor kernel. Error: sup and root mean square over ${PLACES} fixed places in the ball of radius ${RADIUS}. A line is fitted to log error on log width, each network being one unit ` +
    `(HC3). The bound is the claimed exponent plus a tolerance of ${TOLERANCE.narrow} where widths reach ${FAR_REACH} (full profile), else ${TOLERANCE.wide}. Networks in each $d$: ${describeRuns('quick')} in the quick profile; ${describeRuns('full')} in the full one. ` +
    `Near controls are measured on ${NEAR_RUNS} networks at each width from ${NEAR_WIDTHS} on.`,
  controls: [
    {
      id: 'thin-plate',
      title: 'r² log r as target',
      because: 'it belongs to another order; the exponent is 3 in every d, also in even ones',
    },
    {
      id: 'linear',
      title: 'the spline of r as target',
      because: 'the units are not steps: their curvature lies on hyperplanes',
    },
    {
      id: 'unadjusted',
      title: 'training on data that are not adjusted',
      because: 'the kernel of finite biases penalises the affine part too',
    },
    {
      id: 'square-directions',
      title: 'weights uniform in the square, brought to length 1 (d = 2)',
      because: 'their direction is not uniform: it prefers the diagonals, and the limit is no radial spline',
    },
    {
      id: 'narrow-biases',
      title: `biases in ±${NARROW}, less than the norm of the data (d = 2)`,
      because: 'no unit has its kink beyond, where the spline still bends',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(3/8), a rate of n^(−1/8)',
      because: 'errors that fall, but far more slowly than claimed',
    },
  ],
  units: polyharmonicUnits,
  measure: measurePolyharmonic,
  decide: (rows, alpha) =>
    decideRate(rows, alpha, { exponent: EXPONENT, tolerance: toleranceByReach(rows, FAR_REACH) }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance from the r³ spline, by dimension',
      caption: `Root mean square over ${PLACES} places in the ball, output layer solved exactly, each point one network.`,
      error: 'rms error',
      exponent: EXPONENT,
      controls: {
        'd = 2, rms': 'square-directions',
        'd = 3, rms': 'thin-plate',
        'd = 5, rms': 'thin-plate',
        'd = 8, rms': 'thin-plate',
      },
      only: (group) => group.endsWith('rms'),
    }),
  ],
  findings,
};

/** What two easy mistakes cost that a narrow network does not show. */
function findings(evidence: Measured): readonly Finding[] {
  const errors = (hypothesis: string): { n: number[]; of: string[] } => {
    const { x, y } = medians(
      (evidence[hypothesis] ?? []).filter((row) => row.group === 'd = 2, rms'),
      'width',
    );
    return { n: x, of: y.map((error) => error.toPrecision(2)) };
  };
  const widest = (hypothesis: string): string => errors(hypothesis).of.at(-1) ?? '?';
  const { n, of } = errors('claim');
  return [
    {
      title: 'Directions and affine part have to be right, and only wide networks show it',
      text:
        `In $d=2$ the median distance (root mean square) from the $r^3$ spline is ${of.at(-1)} at $n=${n.at(-1)}$, and ${of[0]} at $n=${n[0]}$. With weights that are uniform in a square and then normalised, as in the code published with the paper, ` +
        `it stays at ${widest('square-directions')}; without the affine adjustment at ${widest('unadjusted')}; with biases in $\\pm${NARROW}$ at ${widest('narrow-biases')}: ` +
        `these limits are others, the first two so near that narrow networks do not tell them apart. Against $r^2\\log r$ the distance is ${widest('thin-plate')}.`,
    },
  ];
}

function describeRuns(profile: Profile): string {
  const tolerance = profile === 'full' ? TOLERANCE.narrow : TOLERANCE.wide;
  const { standardError, power } = plannedPower(RUNS[profile], PILOT_NOISE, PLANNED_ALPHA, tolerance);
  return (
    `${planText(RUNS[profile])} (planned with a noise of ${PILOT_NOISE} in the log error: standard error of the slope ` +
    `${standardError.toFixed(3)}, power for each interval ${power > 0.9999 ? 'above 0.9999' : power.toFixed(4)})`
  );
}
