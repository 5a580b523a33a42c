import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Row } from '../claim.js';
import { conjunction } from '../decisions/conjunction.js';
import { decideLevel } from '../decisions/level.js';
import { decideRate } from '../decisions/rate.js';
import { planWords, plateauFigure, plateauFindings } from './plateau-report.js';
import {
  BINARY,
  measurePlateau,
  plateauUnits,
  RELATIVE_RESIDUAL,
  STEEP,
  UNIFORM,
} from './plateau-protocol.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
/** Less than half the way to a rate of 0, which a plateau has. */
const RATE_TOLERANCE = 0.2;
/** Less than half the way from a wrong prediction: of the other adjustment (a share of .1 or 10), or of another law (1.5). */
const LEVEL_TOLERANCE = 0.2;

/** Figure 7 of the paper, predicted: without adjustment, or with OLS, networks level off beside the spline. */
export const adjustmentPlateau: Claim = {
  id: 'adjustment-plateau',
  title: 'Without the right adjustment, networks level off at a predicted distance from the spline',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train on data with a large linear part, as they are, or with $(u,v)$ by ordinary least squares (OLS) taken off and put back. ' +
    'With growing width the network approaches the infinite-width limit $k(x)^\\top K^{-1}(y-ux-v)+ux+v$ ($u=v=0$ without adjustment) at rate ' +
    '$n^{-1/2}$, not the weighted spline: its distance from the spline levels off at that of the limit, known from $K$ and $\\zeta$ before any training. ' +
    'The network’s deviation from the spline is the predicted one, as a function: its component along the prediction is 1. ' +
    'With generalized least squares (GLS) nothing remains of it (networks with GLS: full profile).',
  source:
    'Jin and Montúfar (2023), Figure 7 (the plateau, measured); its prediction, and that OLS has one too, are ours',
  uses: ['infinite-width-spline', 'univariate-rate'],
  assumptions: [
    {
      statement: 'every $x_j$ lies in $\\operatorname{supp}\\zeta$',
      measured: () => {
        const reach = Math.max(...STEEP.x.map(Math.abs));
        const share = Math.max(...[UNIFORM, BINARY].map((law) => reach / bindLaw(law).support));
        return { value: `largest $|x_j|$ is ${share.toFixed(2)} of the smallest support`, holds: share <= 1 };
      },
    },
    reachesZeroError(RELATIVE_RESIDUAL),
  ],
  protocol:
    `Data of Figure 7: x = (${STEEP.x.join(', ')}), y = (${STEEP.y.join(', ')}). Laws ${UNIFORM} (the paper’s) and ${BINARY}, where the plateau of OLS is ` +
    'wider. All parameters trained by full-batch gradient descent (exact trainer), step .8/λ_max of the tangent kernel, to relative residual ' +
    `${RELATIVE_RESIDUAL}. Two decisions. Root mean square distance from the predicted limit over the range of the data: slope of its logarithm on log ` +
    `width (HC3), with a tolerance of ${RATE_TOLERANCE}. Wide networks: mean component of (network − spline) along (limit − spline), ` +
    `by Student’s interval, within ${LEVEL_TOLERANCE} of 1; for GLS, along the deviation of OLS, of 0. ${planWords()}`,
  controls: [
    {
      id: 'spline-limit',
      title: 'unadjusted data lead to the spline as well',
      because: 'the kernel’s norm penalises the linear part',
    },
    {
      id: 'ols-suffices',
      title: 'OLS-adjusted data lead to the spline, as the paper suggests',
      because: 'the linear part of least norm is that of GLS',
    },
    {
      id: 'exchanged',
      title: 'predictions exchanged: none for OLS, OLS for none and for GLS',
      because: 'each way of adjusting has its own plateau',
    },
    {
      id: 'other-law',
      title: 'the plateau of Gaussian initialization',
      because: 'the plateau depends on the kernel of the law',
    },
  ],
  units: plateauUnits,
  measure: measurePlateau,
  decide,
  figures: (evidence, alpha) => [
    plateauFigure(evidence),
    groupFigure(evidence, alpha, {
      id: 'to-limit',
      title: 'Distance from the predicted limit',
      caption:
        'Root mean square distance between trained networks and the predicted infinite-width limit of their data, each point one network.',
      error: 'distance from the limit (rms)',
      exponent: EXPONENT,
      controls: {},
      only: (group) => !group.endsWith('component'),
    }),
  ],
  findings: plateauFindings,
};

/** Rows with an error are for the rate, rows with a level for the level; both must hold. */
function decide(rows: readonly Row[], alpha: number): ReturnType<typeof conjunction> {
  const rates = rows.filter((row) => 'error' in row);
  const levels = rows.filter((row) => 'level' in row);
  return conjunction([
    ...(levels.length > 0
      ? [
          decideLevel(levels, alpha / 2, {
            name: 'deviation along the predicted one',
            tolerance: LEVEL_TOLERANCE,
          }),
        ]
      : []),
    ...(rates.length > 0
      ? [decideRate(rates, alpha / 2, { exponent: EXPONENT, tolerance: RATE_TOLERANCE })]
      : []),
  ]);
}
