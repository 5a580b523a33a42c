import type { Claim, Profile, Row } from '../claim.js';
import { conjunction } from '../decisions/conjunction.js';
import { decideRate } from '../decisions/rate.js';
import { planText } from './chain-protocol.js';
import { bindLaw } from '../../theory/initializations/law.js';
import { groupFigure } from './rate-figures.js';
import {
  CONTROLS_TO,
  DATA,
  FIXED,
  LIMITS,
  measureSkip,
  RELATIVE_RESIDUAL,
  skipFindings,
  skipUnits,
  TRAINED,
  WIDTHS,
} from './skip-protocol.js';
import { reachesZeroError } from './zero-error.js';

/** Tolerances of less than half the way to a control, which does not fall. */
const BY_WIDTH = { exponent: -0.5, tolerance: 0.24 };
const BY_RATIO = { exponent: -1, tolerance: 0.25, sharp: true, variable: 'ratio' };

/** Theorems 39 and 40: a skip connection that is trained much faster than the rest does the adjusting. */
export const skipConnection: Claim = {
  id: 'skip-connection',
  title: 'A fast skip connection takes the place of adjusting the data',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train $f(x)+ux+v$ on the original data, $u$ and $v$ from 0 at rate $\\eta_s\\le1/(4\\lambda_{\\max}(\\Psi))$, $\\Psi=\\sum_j(x_j,1)^\\top(x_j,1)$, for the loss ' +
    '$\\tfrac12\\sum r^2$ ($M$ times that for the paper’s $\\tfrac1{2M}\\sum r^2$), all other parameters at rate $\\eta_r\\le n^{-3/2}\\eta_s$. Then the trained function is within ' +
    '$O_p(n^{-1/2})$ of the spline of the data that minimises $\\int (g^{\\prime\\prime})^2/\\zeta$, with nothing taken off. At infinite width the deviation ' +
    'from the spline is of order $1/c$, no less, $c=\\eta_s/(n\\eta_r)$: the limit interpolates with the kernel $K(x,x^\\prime)+c\\,(xx^\\prime+1)$.',
  source:
    'Jin and Montúfar (2023), Theorems 39 and 40; the order $1/c$ at infinite width is ours, and explains the exponent $3/2$: there $c=\\sqrt n$',
  uses: ['infinite-width-spline', 'univariate-rate'],
  assumptions: [
    {
      statement: 'every $x_j$ lies in $\\operatorname{supp}\\zeta$',
      measured: () => {
        const reach = Math.max(...DATA.x.map(Math.abs));
        const share = Math.max(...TRAINED.map((law) => reach / bindLaw(law).support));
        return {
          value:
            share === 0
              ? 'supp ζ is the whole line'
              : `largest |x_j| is ${share.toFixed(2)} of the smallest support`,
          holds: share <= 1,
        };
      },
    },
    {
      statement: '$\\eta_s\\lambda_{\\max}(\\Psi)\\le1/4$ and $\\eta_r\\le n^{-3/2}\\eta_s$',
      measured: (rows) => {
        const trained = rows.filter((row) => 'width' in row);
        const skip = Math.max(...trained.map((row) => Number(row.skipRate)));
        const rest = Math.max(
          ...trained.map((row) => Number(row.restRate) * Number(row.width) * Math.sqrt(Number(row.width))),
        );
        return {
          value: `largest ${skip.toFixed(4)} and $n^{-3/2}\\eta_s$ times ${rest.toFixed(4)}`,
          holds: skip <= 0.25 * (1 + 1e-12) && rest <= 1 + 1e-12,
        };
      },
    },
    {
      ...reachesZeroError(RELATIVE_RESIDUAL),
      measured: (rows) => reachesZeroError(RELATIVE_RESIDUAL).measured(rows.filter((row) => 'width' in row)),
    },
  ],
  protocol:
    'Two decisions, each a line fitted to the logarithm of the error (HC3) with a tolerance of ' +
    `${BY_WIDTH.tolerance} in width and ${BY_RATIO.tolerance} in c. Finite width: laws ${TRAINED.join(', ')}; data x = (${DATA.x.join(', ')}), y = (${DATA.y.join(', ')}), few points, since at these rates ` +
    'gradient descent needs √n times the usual steps; both rates at their bounds, all parameters trained (exact trainer) to relative ' +
    `residual ${RELATIVE_RESIDUAL}; error against the weighted spline of the data, sup and L2. Networks by width: ${planText(WIDTHS.quick)} (quick), ` +
    `${planText(WIDTHS.full)} (full) for each law; controls to width ${CONTROLS_TO}. Infinite width: interpolation with the kernel K + c(xx′ + 1) of random data of 3 to 8 points plus ` +
    `a random line, laws with random parameters, ${limitsText('quick')} (quick) or ${limitsText('full')} (full); error: largest ` +
    'deviation from the weighted spline, over that without a skip connection; slope in c, two-sided.',
  controls: [
    {
      id: 'equal-rates',
      title: 'skip connection trained at the rate of all else',
      because: 'then c = 1/n: its share of the kernel vanishes, and the linear part is not taken off',
    },
    {
      id: 'fixed-ratio',
      title: `rates in a fixed ratio of speeds, c = ${FIXED}`,
      because: 'the deviation is of order 1/c at every width',
    },
    {
      id: 'slope-only',
      title: 'a skip connection without its constant (v = 0), at infinite width',
      because: 'the offset of the data then has to be learned by the hidden units',
    },
    {
      id: 'second-order',
      title: 'at infinite width the deviation falls as 1/c²',
      because: 'the first order in 1/c does not vanish',
    },
  ],
  units: skipUnits,
  measure: measureSkip,
  decide,
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      id: 'widths',
      title: 'Networks with a fast skip connection, on the original data',
      caption:
        'L2 distance of trained networks with a skip connection from the weighted spline of the data, each point one network.',
      error: 'L2 distance',
      exponent: BY_WIDTH.exponent,
      controls: Object.fromEntries(TRAINED.map((law) => [`${law}, L2`, 'fixed-ratio'])),
      only: (group) => group.endsWith('L2'),
    }),
    groupFigure(evidence, alpha, {
      id: 'ratio',
      title: 'What is left at infinite width',
      caption:
        'Largest deviation of the infinite-width limit with a skip connection from the weighted spline, relative to that without one, each point one data set.',
      error: 'relative deviation',
      exponent: BY_RATIO.exponent,
      sharp: true,
      variable: { column: 'ratio', label: 'c = η_s/(n η_r)' },
      point: 'one data set',
      controls: { 'infinite width': 'slope-only' },
      only: (group) => group === 'infinite width',
    }),
  ],
  findings: skipFindings,
};

/** Rows with a width are networks, rows with a ratio limits of infinite width; both rates must hold. */
function decide(rows: readonly Row[], alpha: number): ReturnType<typeof conjunction> {
  const networks = rows.filter((row) => 'width' in row);
  const limits = rows.filter((row) => 'ratio' in row);
  return conjunction([
    ...(networks.length > 0 ? [decideRate(networks, alpha / 2, BY_WIDTH)] : []),
    ...(limits.length > 0 ? [decideRate(limits, alpha / 2, BY_RATIO)] : []),
  ]);
}

function limitsText(profile: Profile): string {
  const { ratios, cases } = LIMITS[profile];
  return `${cases} data sets for each law and each c of ${ratios.join(', ')}`;
}
