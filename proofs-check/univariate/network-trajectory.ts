import type { Claim, Figure, Finding, Layer, Measured, Profile } from '../claim.js';
import { plannedPower, type RateClaim } from '../decisions/rate.js';
import { decideRateAndBounds } from '../decisions/rate-and-bounds.js';
import { P5 } from './data-sets.js';
import {
  DATA,
  GRID,
  measureTrajectory,
  PLAN,
  RELATIVE_RESIDUAL,
  trajectoryUnits,
} from './network-trajectory-protocol.js';
import { groupFigure } from './rate-figures.js';
import { norm } from './trajectory-protocol.js';
import { reachesZeroError } from './zero-error.js';

/** Less than half the way to the plateaus of the wrong trajectories. */
const RATE = { exponent: -0.5, tolerance: 0.22, sharp: true } satisfies RateClaim;
/** Standard deviation of the log error of one network: .33….48 over laws and widths from 512 on (pilot of 150 networks). */
const PILOT_NOISE = 0.43;
const PLANNED_ALPHA = 2e-6;

/** Remark 5 at finite width: the trained network follows the infinite-width trajectory at all times. */
export const networkTrajectory: Claim = {
  id: 'network-trajectory',
  title: 'Networks follow the infinite-width trajectory within n^(−1/2), at all times',
  inBrief:
    'Does a real network, while it is being trained, follow the infinitely wide one? The claim says that ' +
    'it does at all times, with a distance that falls as one over the square root of the width, no ' +
    'faster and no slower. It therefore does not approach the smoothing spline that the paper names, ' +
    'which stays some way off. Networks of growing width are looked at many times during training, and a ' +
    'power law is fitted to the largest distance.',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $f_{n,t}$ be a network of width $n$ (antisymmetric pairs) after $t$ steps of gradient descent on all parameters, of rate $\\eta=\\bar\\eta/n$, ' +
    'on $\\tfrac12\\sum_jr_j^2$ with least-squares-adjusted data $y$, and $f_t(x)=k(x)^\\top K^{-1}(I-(I-\\bar\\eta K)^t)y$ the same at infinite width. Then ' +
    '$\\sup_t\\sup_{x\\in S}|f_{n,t}(x)-f_t(x)|$ is of order $n^{-1/2}$ in probability, no more and no less. So it does not tend to the smoothing spline ' +
    '$s_\\lambda$, $\\lambda=1/(\\bar\\eta t)$. For the data and laws here it is near it: at the data $\\|f_{n,t}-s_\\lambda\\|\\le\\gamma\\|y\\|+\\sup_t\\|f_{n,t}-f_t\\|$ at all ' +
    'times, $\\gamma$ being the gap of the two filters (.2036 for small steps). That is no theorem: $K$ couples contrasts and linear part, and at infinite width the ' +
    'distance is .57 of $\\|y\\|$ for three points at $-2$, $-1$, $2$ under gaussian(sigmaW=1,sigmaB=0.3162).',
  source:
    'Jin and Montúfar (2023), Remark 5 and Figure 14, “approximately”; as a rate at all times, with a bound from the spline on these data, it is ours',
  uses: ['trajectory-filters', 'linearization', 'finite-width-limit'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    `Data P5, x = (${P5.x.join(', ')}), less the regression line: y = (${DATA.y.map((y) => y.toFixed(1)).join(', ')}), which is where the smoothing ` +
    'splines start ($\\lambda\\to\\infty$). Each network is trained by the exact trainer, step $.8/\\lambda_{\\max}$ of its tangent kernel, to relative residual ' +
    `${RELATIVE_RESIDUAL} and looked at after 1, 4, 16, … steps and at the end, at ${GRID.length} points of $S$; $\\bar\\eta=n\\eta$. Infinite width by the ` +
    'eigenvectors of $K$, smoothing splines by their own system. A line is fitted to log error on log width, each network being one unit (HC3), and must ' +
    `lie within ${RATE.tolerance} of −.5; that the limit keeps to its bound from the spline is checked along the way (a network, whose own distance from the limit is added, then does so too). Networks by width: ${describe('quick')} in the quick ` +
    `profile; ${describe('full')} in the full one.`,
  controls: [
    {
      id: 'smoothing-spline',
      title: 'the smoothing spline with λ = 1/(η̄t) as the limit',
      because:
        'gradient descent and smoothing are two filters: their distance does not shrink with the width',
    },
    {
      id: 'twice-the-time',
      title: 'the infinite-width trajectory at twice the time',
      because: 'trajectories agree only at equal times: t is η̄ times the steps, for ½Σr²',
    },
    {
      id: 'other-law',
      title: 'the trajectory of the uniform law, for Gaussian networks',
      because: 'each initialization has a kernel of its own',
    },
    {
      id: 'ntk',
      title: 'NTK parametrization (hidden layer trained n times faster)',
      because: 'its limit is the kernel of both layers',
    },
    {
      id: 'stratified',
      title: 'kinks spread evenly (one in each of n equal strata) instead of drawn',
      because: 'then the error falls faster: the rate is that of independent draws',
    },
    {
      id: 'wrong-lambda',
      title: 'the bound with λ = M/(η̄t), which belongs to the loss (1/2M)Σr²',
      because: 'that smoothing spline is far behind the network',
    },
  ],
  units: trajectoryUnits,
  measure: measureTrajectory,
  decide: (rows, alpha) =>
    decideRateAndBounds(rows, alpha, RATE, 'γ‖y‖ and the network’s own distance from infinite width'),
  figures: (evidence, alpha) => [
    snapshotFigure(evidence),
    groupFigure(evidence, alpha, {
      title: 'Distance from the infinite-width trajectory, over all of training',
      caption:
        'Largest distance over times and points between a network and gradient descent at infinite width, each point one network; ' +
        'the control is its distance from the smoothing splines.',
      error: 'largest distance',
      exponent: -0.5,
      sharp: true,
      controls: { gaussian: 'smoothing-spline', uniform: 'smoothing-spline' },
      only: (group) => !group.includes('data'),
    }),
  ],
  findings,
};

function describe(profile: Profile): string {
  return Object.entries(PLAN[profile])
    .map(([law, runs]) => {
      const { standardError } = plannedPower(runs, PILOT_NOISE, PLANNED_ALPHA, RATE.tolerance);
      const counts = Object.entries(runs).map(([width, count]) => `${count} of ${width}`);
      return `${law}, ${counts.join(', ')} (planned standard error of the slope ${standardError.toFixed(3)})`;
    })
    .join('; ');
}

/** The network at several times beside the smoothing spline of that time (Jin and Montúfar 2023, Figure 14). */
function snapshotFigure(evidence: Measured): Figure {
  const rows = evidence.snapshots ?? [];
  const times = [...new Set(rows.map((row) => Number(row.steps)))];
  const layers = times.flatMap((steps): Layer[] => {
    const here = rows.filter((row) => row.steps === steps);
    const panel = `${steps} steps, λ = ${Number(here[0].lambda).toPrecision(2)}`;
    const x = here.map((row) => Number(row.x));
    const line = (series: string, column: string, dashed = false): Layer => ({
      mark: 'line',
      series,
      panel,
      dashed,
      x,
      y: here.map((row) => Number(row[column])),
    });
    return [
      line('network, width 2000', 'network'),
      line('gradient descent, infinite width', 'limit', true),
      line('smoothing spline, λ = 1/(η̄t)', 'spline', true),
      { mark: 'points', series: 'data', panel, x: DATA.x, y: DATA.y },
    ];
  });
  return {
    id: 'snapshots',
    title: 'A network along training, and the smoothing splines of falling λ',
    caption:
      'A Gaussian network in training on all parameters, gradient descent at infinite width, and the smoothing spline with λ = 1/(η̄t). The network follows ' +
      'the infinite-width trajectory; the spline is near but differs at every time shown, most late in training, where it lags.',
    x: { label: 'x' },
    y: { label: 'f(x)' },
    layers,
  };
}

function findings(evidence: Measured): readonly Finding[] {
  const rows = (evidence['smoothing-spline'] ?? []).filter((row) => 'error' in row);
  if (rows.length === 0) return [];
  const widest = Math.max(...rows.map((row) => Number(row.width)));
  const median = (hypothesis: string): number => {
    const errors = (evidence[hypothesis] ?? [])
      .filter((row) => row.width === widest && 'error' in row)
      .map((row) => Number(row.error))
      .sort((p, q) => p - q);
    return errors[errors.length >> 1];
  };
  return [
    {
      title: 'Networks along training do not tend to smoothing splines',
      text:
        'Remark 5 of the paper has the network after $t$ steps “approximately” the smoothing spline with $\\lambda=1/(\\bar\\eta t)$. At width ' +
        `${widest} the largest distance over $t$ and $x$ is ${median('smoothing-spline').toPrecision(2)} from the splines and ` +
        `${median('claim').toPrecision(2)} from gradient descent at infinite width (medians; the data have norm ${norm(DATA.y).toPrecision(3)}). The first does not ` +
        'fall with the width, the second does, as $n^{-1/2}$. On the contrasts of the data, with the linear part refitted at each time, the gap is that of two filters, at most .2036 of the data; for networks, whose linear part is trained along, it is so on these data and can be larger on others.',
    },
  ];
}
