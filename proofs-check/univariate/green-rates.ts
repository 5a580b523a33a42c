import { greenActivations } from '../../theory/activations/green.js';
import type { Claim, Profile } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { planText } from './chain-protocol.js';
import {
  greenRateUnits,
  limitGap,
  measureGreenRate,
  NTK_STEPS,
  OUTPUT,
  RAISED,
  RELATIVE_RESIDUAL,
  TRAINED,
} from './green-rate-protocol.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
/** Less than half the way to the slow control, n^(−1/8). */
const TOLERANCE = 0.15;
const LIMIT_REACHED = 1e-5;

/** The rate of Theorems 1 and 12 for activations that are not homogeneous. Beyond the paper. */
export const greenRates: Claim = {
  id: 'green-rates',
  title: 'Beyond the paper: such networks approach their minimiser at rate n^(−1/2)',
  inBrief:
    'Networks of tanh, erf, softplus or bell-shaped units should approach the functions predicted for ' +
    'them as ReLU networks do, with an error that falls at least as fast as one over the square root of ' +
    'the width. That would carry the theory beyond the activations of the paper. For all four the output ' +
    'layer is trained exactly at growing width, and where it is feasible all parameters are trained as ' +
    'well; a power law is fitted to the distance from the prediction.',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $|W|=1$, kinks uniform on $[-a,a]$, $\\phi$ one of tanh, erf, softplus, the Gaussian bump, and $g$ the interpolant that ' +
    'minimises $\\int|\\hat g|^2/|\\hat\\phi|^2$. Networks of width $n$ whose output layer is trained to zero error on $y-p$ end within ' +
    '$O_p(n^{-1/2})$ of $g-p$ in the sup norm. Networks of which all parameters are trained come no more slowly over the widths tried (the bump; tanh and erf in the full profile).',
  source: 'Ours, beyond the paper: Theorems 1 and 12 of Jin and Montúfar (2023) for other activations',
  uses: ['green-activations', 'finite-width-limit'],
  assumptions: [
    {
      statement: 'the kinks cover the data with room: the infinite-width limit has reached $g$',
      measured: (_, units) => {
        const gap = limitGap(units);
        return {
          value: `they differ by at most ${gap.toExponential(1)}`,
          holds: units.length > 0 && gap <= LIMIT_REACHED,
        };
      },
    },
    reachesZeroError(RELATIVE_RESIDUAL, (row) => 'steps' in row),
  ],
  protocol:
    'Nine points, stretched twofold for softplus, $a$ four widths of the activation beyond them; $p\\in\\ker L$ by generalized least squares. ' +
    'Output layer: the closed form $k_n^\\top K_n^{-1}(y-p)$ of the units drawn. All parameters: plain gradient descent of antisymmetric pairs, step ' +
    `$.8/\\lambda_{\\max}$, to relative residual ${RELATIVE_RESIDUAL} (not softplus, whose kernel is too ill conditioned to train). Error: the ` +
    'largest distance from $g$ midway between the points. A line is fitted to log error on log width, each network being one unit (HC3); tolerance ' +
    `${TOLERANCE}. Networks by width: output layer, each activation, ${planText(OUTPUT.quick)} (quick) or ${planText(OUTPUT.full)} (full); ` +
    `trained, quick: ${trainedText('quick')}; full: ${trainedText('full')}. Widths of trained networks end where training gets slow: their ` +
    'slopes are upper bounds, steeper than −1/2 because narrow networks are far from linear.',
  controls: [
    {
      id: 'natural-cubic',
      title: 'the natural cubic spline as target',
      because: 'it is the minimiser for ReLU',
    },
    {
      id: 'other-activation',
      title:
        'the minimiser of another activation (of erf for the bump, of tanh for softplus, of the bump else)',
      because: 'each activation has its own',
    },
    {
      id: 'near-activation',
      title: 'the minimiser of tanh for erf and of erf for tanh',
      because: 'they look alike and are .04 apart, below the error at widths of a few thousand',
      profiles: ['full'],
    },
    {
      id: 'stretched',
      title: 'the minimiser of an activation narrower by a fifth, φ̂(1.25 σ)',
      because: 'the limit knows the width of φ',
    },
    {
      id: 'unadjusted',
      title: `p not taken off (data raised by ${RAISED}; tanh and erf)`,
      because: 'the output layer then pays for the constant, which g has for free',
    },
    {
      id: 'ntk',
      title: `NTK parametrization (hidden layer trained n times faster), after ${NTK_STEPS} steps`,
      because: 'the hidden units then move at order one, and the limit is the kernel of both layers',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(3/8), a rate of n^(−1/8)',
      because: 'errors that fall, but far more slowly than claimed',
    },
  ],
  units: greenRateUnits,
  measure: measureGreenRate,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Output layer trained: distance from the minimiser',
      caption:
        'Largest distance between the output layer’s solution and the minimiser of the penalty, each point one network.',
      error: 'sup error',
      exponent: EXPONENT,
      controls: Object.fromEntries(
        greenActivations.map(({ activation }) => [`${activation.name}, output layer`, 'natural-cubic']),
      ),
      only: (group) => group.endsWith('output layer'),
    }),
    groupFigure(evidence, alpha, {
      id: 'trained',
      title: 'All parameters trained: distance from the minimiser',
      caption:
        'Largest distance between the trained network and the minimiser of the penalty, each point one network.',
      error: 'sup error',
      exponent: EXPONENT,
      controls: { 'gaussian-bump, all parameters': 'ntk' },
      only: (group) => group.endsWith('all parameters'),
    }),
  ],
};

function trainedText(profile: Profile): string {
  return Object.entries(TRAINED[profile])
    .map(([name, runs]) => `${name} ${planText(runs)}`)
    .join('; ');
}
