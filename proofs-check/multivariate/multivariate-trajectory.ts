import { medians, groupFigure } from '../univariate/rate-figures.js';
import { norm } from '../../numerics/kernels/several/points.js';
import type { Claim, Figure, Finding, Layer, Measured, Profile } from '../claim.js';
import { decideRate, type RateClaim } from '../decisions/rate.js';
import { planText } from '../univariate/chain-protocol.js';
import { reachesZeroError } from '../univariate/zero-error.js';
import {
  DATA,
  EARLY,
  LAWS,
  measureTrajectory,
  PLACES,
  PLAN,
  RELATIVE_RESIDUAL,
  trajectoryUnits,
} from './plane-trajectory-protocol.js';

/** Less than half the way to the plateaus of the wrong trajectories. */
const RATE = { exponent: -0.5, tolerance: 0.24, sharp: true } satisfies RateClaim;

/** Remark 5 at finite width and in the plane: the trained network follows the infinite-width trajectory at all times. */
export const multivariateTrajectory: Claim = {
  id: 'multivariate-trajectory',
  title: 'Networks of two inputs follow the infinite-width trajectory within n^(−1/2), at all times',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $f_{n,t}$ be a network of two inputs and width $n$ (antisymmetric pairs) after $t$ steps of gradient descent on all parameters, of rate ' +
    '$\\eta=\\bar\\eta/n$, on $\\tfrac12\\sum_jr_j^2$, and $f_t(x)=k(x)^\\top K^{-1}(I-(I-\\bar\\eta K)^t)y$ the same at infinite width, near ' +
    '$k(x)^\\top K^{-1}(I-e^{-\\bar\\eta tK})y$ for small steps. Then $\\sup_t\\sup_x|f_{n,t}(x)-f_t(x)|$ over the disk of the data is of order $n^{-1/2}$ in ' +
    'probability, no more and no less. So the network does not tend to the polyharmonic smoothing spline $s_\\lambda$, $\\lambda=1/(\\bar\\eta t)$, from which $f_t$ stays a ' +
    'fixed distance away in the course of training.',
  source:
    'Jin and Montúfar (2023), Remark 5 and equation (7), there for one input and “approximately”; several inputs and the rate are ours',
  uses: ['multivariate-filters', 'network-trajectory'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    'Data S10: ten sunflower points of the disk of radius .95 with values sin 3x₁ + cos(2x₂ + x₁) + .7x₁, less their least-squares plane, where the smoothing splines start ' +
    '($\\lambda\\to\\infty$). Each network is trained by the exact trainer, step $.8/\\lambda_{\\max}$ of its tangent kernel, to relative residual ' +
    `${RELATIVE_RESIDUAL} and looked at after 1, 4, 16, … steps and at the end, at the data and ${PLACES} places of the disk; $\\bar\\eta=n\\eta$. Infinite width by the ` +
    `eigenvectors of $K$, smoothing splines by the saddle system. A line is fitted to the logarithm of the largest distance, over all times and after ${EARLY} steps, on log width, each network being one unit (HC3), and must ` +
    `lie within ${RATE.tolerance} of −.5. Networks by width: ${describe('quick')} in the quick profile; ${describe('full')} in the full one.`,
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
      title: 'the trajectory of another initialization',
      because: 'each initialization has a kernel of its own',
    },
    {
      id: 'ntk',
      title: 'NTK parametrization (hidden layer trained n times faster)',
      because: 'its limit is the kernel of both layers',
    },
  ],
  units: trajectoryUnits,
  measure: measureTrajectory,
  decide: (rows, alpha) => decideRate(rows, alpha, RATE),
  figures: (evidence, alpha) => [
    timeFigure(evidence),
    groupFigure(evidence, alpha, {
      title: 'Distance from the infinite-width trajectory over all of training, two inputs',
      caption:
        'Largest distance over times and places between a network and gradient descent at infinite width, each point one network; ' +
        'the control is its distance from the smoothing splines.',
      error: 'largest distance',
      exponent: RATE.exponent,
      sharp: true,
      controls: {
        'gaussian, all times': 'smoothing-spline',
        'sphere-uniform, all times': 'smoothing-spline',
      },
    }),
  ],
  findings,
};

function describe(profile: Profile): string {
  return Object.entries(PLAN[profile])
    .map(([law, runs]) => `${law}, ${planText(runs)}`)
    .join('; ');
}

/** The distances of single networks from both trajectories in the course of training. */
function timeFigure(evidence: Measured): Figure {
  const rows = evidence.drawn ?? [];
  const widths = [...new Set(rows.map((row) => Number(row.width)))];
  const layers = widths.flatMap((width): Layer[] => {
    const here = rows.filter((row) => row.width === width);
    const x = here.map((row) => Number(row.time));
    const line = (panel: string, column: string): Layer => ({
      mark: 'line',
      series: `width ${width}`,
      panel,
      x,
      y: here.map((row) => Number(row[column])),
    });
    return [
      line('from gradient descent at infinite width', 'network'),
      line('from the smoothing spline, λ = 1/(η̄t)', 'spline'),
    ];
  });
  return {
    id: 'along-training',
    title: 'Distance of single networks from two trajectories in the course of training',
    caption:
      `Networks of three widths (${LAWS[0]}) in training: largest distance over the disk. Left: from gradient descent at infinite width, at the same time; it falls with the width at all times. ` +
      'Right: from the smoothing spline that belongs to the time; in the middle of training wide networks stay as far from it as the two filters are apart.',
    x: { label: 'time η̄t', log: true },
    y: { label: 'largest distance', log: true },
    layers,
  };
}

function findings(evidence: Measured): readonly Finding[] {
  const lines = LAWS.flatMap((law) => {
    const [own, spline] = ['claim', 'smoothing-spline'].map((hypothesis) =>
      medians(
        (evidence[hypothesis] ?? []).filter((row) => row.law === law),
        'width',
      ),
    );
    const last = own.x.length - 1;
    return last < 0
      ? []
      : [`| ${law} | ${own.x[last]} | ${own.y[last].toPrecision(2)} | ${spline.y[last].toPrecision(2)} |`];
  });
  if (lines.length === 0) return [];
  return [
    {
      title: 'In the plane too, networks along training do not tend to smoothing splines',
      text:
        'Remark 5 of the paper has the network after $t$ steps “approximately” the smoothing spline with $\\lambda=1/(\\bar\\eta t)$. Largest distances over $t$ and $x$ ' +
        `(medians; the data have norm ${norm(DATA.y).toPrecision(3)}): that from gradient descent at infinite width falls as $n^{-1/2}$, that from the splines does not.\n\n` +
        `| law | width | from gradient descent at infinite width | from the smoothing splines |\n| --- | --- | --- | --- |\n${lines.join('\n')}`,
    },
  ];
}
