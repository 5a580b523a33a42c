import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { norm, pointRows } from '../../numerics/kernels/several/points.js';
import type { Claim, Profile, Row } from '../claim.js';
import { conjunction } from '../decisions/conjunction.js';
import { decideRate } from '../decisions/rate.js';
import { planText } from '../univariate/chain-protocol.js';
import { groupFigure } from '../univariate/rate-figures.js';
import { reachesZeroError } from '../univariate/zero-error.js';
import {
  CONTROL_RUNS,
  DATA,
  FIXED,
  INPUTS,
  LIMITS,
  measureSkip,
  PLACES,
  PLAN,
  RELATIVE_RESIDUAL,
  skipUnits,
  TRAINED,
} from './skip-protocol.js';

/** Tolerances of less than half the way to a control, which does not fall. */
const BY_WIDTH = { exponent: -0.5, tolerance: 0.24 };
const BY_RATIO = { exponent: -1, tolerance: 0.25, sharp: true, variable: 'ratio' };
const networksOf = (rows: readonly Row[]): Row[] => rows.filter((row) => 'width' in row);

/** Theorem 41: a skip connection that is trained much faster than the rest does the adjusting, in several inputs. */
export const multivariateSkip: Claim = {
  id: 'multivariate-skip',
  title: 'In several inputs too, a fast skip connection takes the place of adjusting the data',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train $f(x)+\\langle u,x\\rangle+v$ on the original data, $u\\in\\mathbb R^d$ and $v$ from 0 at rate $\\eta_s\\le1/(4\\lambda_{\\max}(\\Psi))$, ' +
    '$\\Psi=\\sum_j(x_j,1)^\\top(x_j,1)$, for the loss $\\tfrac12\\sum r^2$, all other parameters at rate $\\eta_r\\le n^{-3/2}\\eta_s$. Then the trained ' +
    'function is within $O_p(n^{-1/2})$ of the adjusted solution $g^*$ of Theorem 6 for the data themselves, affine part included. At infinite width the ' +
    'limit interpolates with the kernel $K(x,x^\\prime)+c\\,(\\langle x,x^\\prime\\rangle+1)$, $c=\\eta_s/(n\\eta_r)$, and its distance from $g^*$ is of ' +
    'order $1/c$, no less.',
  source:
    'Jin and Montúfar (2023), Theorem 41; the order $1/c$ at infinite width is ours, and explains the exponent $3/2$: there $c=\\sqrt n$',
  uses: ['skip-connection'],
  assumptions: [
    {
      statement: '$\\zeta(V,c)>0$ for all $V$ and $|c|\\le\\max_j\\|x_j\\|$',
      measured: () => {
        const reach = Math.max(...pointRows(DATA.x, DATA.inputs).map(norm));
        const ends = TRAINED.map((text) => bindVectorLaw(text, DATA.inputs).range([1, 0])[1]);
        return {
          value: `$\\max_j\\|x_j\\|=${reach.toFixed(3)}$, $\\zeta>0$ up to ${Math.min(...ends)}`,
          holds: ends.every((end) => reach <= end),
        };
      },
    },
    {
      statement: '$\\eta_s\\lambda_{\\max}(\\Psi)\\le1/4$ and $\\eta_r\\le n^{-3/2}\\eta_s$',
      measured: (rows) => {
        const trained = networksOf(rows);
        const skip = Math.max(...trained.map(({ skipRate }) => Number(skipRate)));
        const rest = Math.max(
          ...trained.map(
            ({ restRate, width }) => Number(restRate) * Math.sqrt(Number(width)) * Number(width),
          ),
        );
        return {
          value: `largest ${skip.toFixed(4)} and $n^{-3/2}\\eta_s$ times ${rest.toFixed(4)}`,
          holds: skip <= 0.25 * (1 + 1e-12) && rest <= 1 + 1e-12,
        };
      },
    },
    {
      ...reachesZeroError(RELATIVE_RESIDUAL),
      measured: (rows) => reachesZeroError(RELATIVE_RESIDUAL).measured(networksOf(rows)),
    },
  ],
  protocol:
    'Two decisions, each a line fitted to the logarithm of the error (HC3) with a tolerance of ' +
    `${BY_WIDTH.tolerance} in width and ${BY_RATIO.tolerance} in c. Finite width, d = 2: the corners of the square [−1, 1]², y = (${DATA.y.map((y) => y.toFixed(2)).join(', ')}), ` +
    'few points, since at these rates gradient descent needs √n times the usual steps; both rates at their bounds, all parameters trained (exact trainer) to relative ' +
    `residual ${RELATIVE_RESIDUAL}; error against g*, sup and root mean square over ${PLACES} places of a disk around the data. Networks by width: ${describe('quick')} (quick), ` +
    `${describe('full')} (full); controls with the first ${CONTROL_RUNS} of each width. Infinite width: random points in the unit ball of ${INPUTS.join(', ')} inputs with normal values plus ` +
    `a random affine map, Gaussian and sphere-uniform laws with random parameters, ${limitsText('quick')} (quick) or ${limitsText('full')} (full); error: largest ` +
    'distance from g*, over that without a skip connection; slope in c, two-sided.',
  controls: [
    {
      id: 'equal-rates',
      title: 'skip connection trained at the rate of all else',
      because: 'then c = 1/n: its share of the kernel vanishes, and the affine part is not taken off',
    },
    {
      id: 'no-skip',
      title: 'no skip connection',
      because: 'on the original data the network ends in the interpolant without an affine part',
    },
    {
      id: 'fixed-ratio',
      title: `rates in a fixed ratio of speeds, c = ${FIXED}`,
      because: 'the deviation is of order 1/c at every width',
    },
    {
      id: 'raw-kernel',
      title: 'the interpolant of the kernel without an affine part as the limit',
      because: 'that is where training without the skip connection ends',
    },
    {
      id: 'weights-only',
      title: 'a skip connection without its constant (v = 0), at infinite width',
      because: 'the offset of the data then has to be learned by the hidden units',
    },
    {
      id: 'bias-only',
      title: 'a fast output bias alone (u = 0), at infinite width',
      because: 'the slope of the data then has to be learned by the hidden units',
    },
    {
      id: 'thin-plate',
      title: 'the thin-plate spline r² log r as the limit at infinite width, d = 2',
      because: 'the penalty has the exponent (d + 3)/4 of the Laplacian, a thin plate (d + 2)/4',
    },
  ],
  units: skipUnits,
  measure: measureSkip,
  decide,
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      id: 'widths',
      title: 'Networks of two inputs with a fast skip connection, on the original data',
      caption:
        'Root mean square distance of trained networks with a skip connection from the adjusted solution, each point one network.',
      error: 'rms distance',
      exponent: BY_WIDTH.exponent,
      controls: Object.fromEntries(TRAINED.map((law) => [`${law}, rms`, 'equal-rates'])),
      only: (group) => group.endsWith('rms'),
    }),
    groupFigure(evidence, alpha, {
      id: 'ratio',
      title: 'What is left at infinite width',
      caption: `Largest distance of the infinite-width limit with a skip connection from the adjusted solution in ${INPUTS.join(', ')} inputs, relative to that without one, each point one data set.`,
      error: 'relative distance',
      exponent: BY_RATIO.exponent,
      sharp: true,
      variable: { column: 'ratio', label: 'c = η_s/(n η_r)' },
      point: 'one data set',
      controls: { 'infinite width': 'bias-only' },
      only: (group) => group === 'infinite width',
    }),
  ],
};

/** Rows with a width are networks, rows with a ratio limits of infinite width; both rates must hold. */
function decide(rows: readonly Row[], alpha: number): ReturnType<typeof conjunction> {
  const networks = networksOf(rows);
  const limits = rows.filter((row) => 'ratio' in row);
  return conjunction([
    ...(networks.length > 0 ? [decideRate(networks, alpha / 2, BY_WIDTH)] : []),
    ...(limits.length > 0 ? [decideRate(limits, alpha / 2, BY_RATIO)] : []),
  ]);
}

function describe(profile: Profile): string {
  return Object.entries(PLAN[profile])
    .map(([law, runs]) => `${law}, ${planText(runs)}`)
    .join('; ');
}

function limitsText(profile: Profile): string {
  const { ratios, cases } = LIMITS[profile];
  return `${cases} data sets for each law, number of inputs and c of ${ratios.join(', ')}`;
}
