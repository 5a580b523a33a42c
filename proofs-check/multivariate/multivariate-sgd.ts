import type { Claim, Row } from '../claim.js';
import type { RateClaim } from '../decisions/rate.js';
import { decideRateAndBounds } from '../decisions/rate-and-bounds.js';
import { networkUnits, planText, type Plan } from '../univariate/chain-protocol.js';
import { groupFigure } from '../univariate/rate-figures.js';
import { reachesZeroError } from '../univariate/zero-error.js';
import {
  CONTROL_LAW,
  EARLY,
  FEW_RUNS,
  FEW_TO,
  GATE,
  KINDS,
  LAWS,
  measureSgd,
  PLACES,
  POINTS,
  RELATIVE_RESIDUAL,
  STOP,
} from './sgd-protocol.js';

/** Less than half the way to −3/2, and far from the −1/2 of two networks that have nothing in common. */
const RATE = { exponent: -2, tolerance: 0.24 } satisfies RateClaim;
/** Noise of the log distance .7 (pilot of 136 networks of each law). */
const PLAN: Plan = {
  quick: { 64: 36, 1024: 12, 16384: 32 },
  full: { 64: 280, 1024: 16, 32768: 250 },
};

const fullyTrained = reachesZeroError(RELATIVE_RESIDUAL);
const isStopped = (row: Row): boolean => 'stop' in row;

/** Remark 25 in several inputs: stochastic gradient descent of the network ends where gradient descent does. */
export const multivariateSgd: Claim = {
  id: 'multivariate-sgd',
  title: 'In the plane, SGD ends where gradient descent ends',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train one network of width $n$ in $d=2$ inputs twice from the same antisymmetric start, by gradient descent and by SGD with constant step. ' +
    'The output layer alone: both have the same limit, since both move within the span of $\\phi(Wx_j+B)$; stopped with residuals $r$ and $r^\\prime$ they differ at $x$ ' +
    'by at most $\\|K_n^{-1}k_n(x)\\|\\,(\\|r\\|+\\|r^\\prime\\|)$. All parameters: $\\sup|f^{\\rm SGD}-f^{\\rm GD}|=O_p(n^{-2})$, so that next to the ' +
    '$n^{-1/2}$ of Theorem 6 the order of the points does not matter.',
  source:
    'Jin and Montúfar (2023), Theorem 24 (the linearized model) and Remark 25 (asserted for networks); the exponent is ours, from a count of powers that is no proof: to second order the two differ ' +
    'in the area that the path of the accumulated residuals, of size $1/n$, encloses, against a bracket of gradients that is odd in the output weights; kinks that cross a point add the same order',
  uses: ['sgd-limit'],
  assumptions: [
    {
      ...fullyTrained,
      measured: (rows) => fullyTrained.measured(rows.filter((row) => !isStopped(row))),
    },
  ],
  protocol:
    `Laws ${LAWS.join(', ')}; ${POINTS} sunflower points of the disk of radius .95 with values sin 3x₁ + cos(2x₂ + x₁) + .7x₁ less the affine part of the limit; ` +
    `${KINDS.map(({ title }) => title).join(', ')}, in turn; exact trainer, to relative residual ${RELATIVE_RESIDUAL}; step of SGD .8 over the batch’s largest trace ` +
    `of the tangent kernel (Theorem 24’s bound for single points). Error: largest distance of the two networks over ${PLACES} places. A line is fitted to its logarithm ` +
    `on log width (HC3), tolerance ${RATE.tolerance}. From width ${GATE.width} on every pair must keep within ${100 * GATE.share} % of gradient descent’s own distance from ` +
    `the limit. The output layer alone, stopped at ${STOP}: the first ${FEW_RUNS} networks of each width up to ${FEW_TO}, as the controls, whose law is ${CONTROL_LAW}. Networks of each law by width: ${planText(PLAN.quick)} ` +
    `in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'another-start',
      title: 'SGD from another draw of the hidden layer',
      because: 'both are n^(−1/2) from the limit, in independent directions',
    },
    {
      id: 'stopped-early',
      title: `SGD stopped at relative residual ${EARLY}`,
      because: 'it has not come to its limit yet',
    },
    {
      id: 'ntk',
      title: 'both with hidden rates n times larger (NTK parametrization)',
      because: 'then hidden units turn by n^(−1/2), and the order of the points shows in a larger power',
    },
    {
      id: 'all-as-output',
      title: 'the bound of the output layer for training of all parameters',
      because: 'hidden units move differently: the row spaces are not the same any more',
    },
  ],
  units: (profile) => networkUnits(LAWS, PLAN, profile),
  measure: measureSgd,
  decide: (rows, alpha) =>
    decideRateAndBounds(
      rows,
      alpha,
      RATE,
      'the bound from the residuals, or the share of the distance from the limit',
    ),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance between SGD and gradient descent, two inputs',
      caption:
        'Largest distance of a network trained by SGD from the same one trained by gradient descent, each point one network.',
      error: 'sup distance',
      exponent: RATE.exponent,
      controls: { gaussian: 'another-start' },
      only: (group) => !group.includes(','),
    }),
  ],
};
