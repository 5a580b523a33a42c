import { bindLaw } from '../../theory/initializations/law.js';
import type { Data } from '../../numerics/networks/training.js';
import type { Claim, Profile } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import {
  homogeneousRateUnits,
  measureHomogeneousRate,
  PLACES,
  RELATIVE_RESIDUAL,
  SETTINGS,
} from './homogeneous-rate-protocol.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
/** Less than half the way to the slow control (3/16). */
const TOLERANCE = 0.15;

/** Corollary 4 at finite width: networks with homogeneous activations approach their spline at rate n^(−1/2). */
export const homogeneousRates: Claim = {
  id: 'homogeneous-rates',
  title: 'Networks with homogeneous activations approach their spline at rate n^(−1/2)',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $\\phi$ be positively homogeneous of degree $k$ with $L\\phi=\\delta$, $L=\\kappa^{-1}d^{k+1}/dx^{k+1}$, and the data be adjusted by the polynomial of ' +
    'degree $\\le k$ of the infinite-width limit. Training to zero error (k = 1: of all parameters; k = 2, 3: measured for the output layer) ends, in the sup norm on the range of the data, within ' +
    '$O_p(n^{-1/2})$ of the interpolant that minimises $\\int (Lg)^2/\\zeta$, $\\zeta(x)=\\int|w|^{2k+1}p_{W,B}(w,-wx)\\,dw$: a weighted natural ' +
    'spline of order $k+1$.',
  source: 'Jin and Montúfar (2023), Corollary 4',
  uses: ['homogeneous-activations'],
  assumptions: [
    {
      statement: 'every $x_j$ lies in $\\operatorname{supp}\\zeta$',
      measured: () => {
        const share = Math.max(
          ...SETTINGS.map(({ law, data }) => Math.max(...data.x.map(Math.abs)) / bindLaw(law).support),
        );
        return { value: `largest $|x_j|$ is ${share.toFixed(2)} of the smallest support`, holds: share <= 1 };
      },
    },
    reachesZeroError(RELATIVE_RESIDUAL),
  ],
  protocol:
    `${SETTINGS.map(({ group, law, trained, data }) => `${group} (${law}; ${trained}; ${pointsOf(data)})`).join(', ')}. Data ` +
    'less the generalized-least-squares polynomial of degree k. Leaky ReLU of slope 1/10 and |z| train all parameters by ' +
    'gradient descent (the exact trainer). ReLU² and ReLU³ train the output layer only, in closed form: training of all their ' +
    'parameters takes some 1e5 steps that each cost width × points (the exact trainer does not cover them), too much at these widths, so for ' +
    'them the claim leaves the hidden layer out. Error: the function ' +
    `plus the polynomial against the spline, the largest gap at ${PLACES} places. A line is fitted to log error on log width, each network being ` +
    `one unit (HC3); the whole interval must lie below ${EXPONENT} + ${TOLERANCE}. Networks by width: ${planOf('quick')} in the quick ` +
    `profile; ${planOf('full')} in the full one.`,
  controls: [
    {
      id: 'even-moment',
      title: 'ζ with |w|^(2k) in place of |w|^(2k+1), for ReLU² and |z|',
      because: 'a change of variables is forgotten',
    },
    {
      id: 'lower-order',
      title: 'the spline of order k',
      because: 'φ has its δ in the derivative of order k + 1',
    },
    {
      id: 'affine-only',
      title: 'ReLU³ with a linear part only',
      because: 'the null space of L are all polynomials of degree ≤ 3',
    },
    {
      id: 'tanh',
      title: 'networks of tanh units against the spline of leaky ReLU',
      because: 'tanh is not homogeneous: Corollary 4 says nothing of it',
    },
    {
      id: 'softplus',
      title: 'networks of softplus units against the spline of leaky ReLU',
      because: 'softplus is near to ReLU but not homogeneous',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(3/8), a rate of n^(−1/8)',
      because: 'errors that fall, but far more slowly than claimed',
    },
  ],
  units: homogeneousRateUnits,
  measure: measureHomogeneousRate,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance from the weighted spline of order k + 1',
      caption:
        'Largest distance between a network and the spline that Corollary 4 predicts, each point one network: ReLU² and ReLU³ ' +
        'with the output layer solved, leaky ReLU and |z| with all parameters trained.',
      error: 'sup error',
      exponent: EXPONENT,
      controls: {
        'ReLU²': 'even-moment',
        'ReLU³': 'affine-only',
        'leaky ReLU': 'tanh',
        '|z|': 'even-moment',
      },
    }),
  ],
};

function planOf(profile: Profile): string {
  return SETTINGS.map(({ group, plan }) => {
    const runs = Object.entries(plan[profile]).map(([width, count]) => `${count} of ${width}`);
    return `${group} ${runs.join(', ')}`;
  }).join('; ');
}

function pointsOf({ x, y }: Data): string {
  return `x = (${x.join(', ')}), y = (${y.join(', ')})`;
}
