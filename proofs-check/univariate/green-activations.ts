import { kinkKernel } from '../../numerics/kernels/kink-kernel.js';
import {
  adjustedInterpolant,
  contrastInterpolant,
  type AdjustedInterpolant,
} from '../../numerics/kernels/polynomial-adjustment.js';
import { integrate } from '../../numerics/quadrature/integrate.js';
import type { Streams } from '../../numerics/random/streams.js';
import { spectralMinimiser, type SpectralMinimiser } from '../../numerics/variational/spectral-minimiser.js';
import { greenActivations, type GreenActivation } from '../../theory/activations/green.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { functionRows, greenNamed, minimiserFigure } from './green-setting.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 6, full: 40 };
const PLACES = 21;
/** φ̂ of an activation that is a twentieth narrower. */
const STRETCH = 1.05;
const NEXT: Readonly<Record<string, string>> = {
  'gaussian-bump': 'erf',
  erf: 'tanh',
  tanh: 'erf',
  softplus: 'tanh',
};
const SHOWN = ['claim', 'other-activation', 'stretched', 'too-little', 'no-room'];
const TOLERANCE = '1e3 · eps · cond K · the scale, and what the ends of the interval let in';

/** Corollary 4 without homogeneity: |W| is fixed instead. Beyond the paper. */
export const greenActivationsClaim: Claim = {
  id: 'green-activations',
  title: 'Beyond the paper: tanh, erf, softplus and a bump have penalties of their own',
  inBrief:
    'The paper covers the ReLU and its kin. Going beyond it, the claim says that networks with tanh, ' +
    'erf, softplus or a bell-shaped activation minimise costs of their own, provided that all weights ' +
    'have one size and the units’ centres are spread evenly: costs on the frequencies of a function, ' +
    'which rise so steeply that what is learned is very smooth. The limit of training and the cheapest ' +
    'function are computed by separate routes on random data and compared.',
  kind: 'numeric',
  statement:
    'Let $|W|=1$, the kinks $C$ ($B=-CW$) uniform on $[-a,a]$, which covers the data with room, and $L\\phi=\\delta$ for the operator $L$ ' +
    'with multiplier $1/\\hat\\phi$. Train the output layer of infinite width on $y-p$, $p\\in\\ker L$ by generalized least squares. ' +
    'The function learned plus $p$ minimises $\\frac1{2\\pi}\\int|\\hat g|^2/|\\hat\\phi|^2\\,d\\sigma$ among the interpolants of the data, up to an ' +
    'error of the order of the square of what $\\phi$ is off $\\ker L$ at the ends, and its squared norm is $2a$ times the minimum. In the limit ' +
    '$K(x,x^\\prime)=(\\phi\\star\\phi)(\\delta)/(2a)$ with $\\delta=|x-x^\\prime|$ and the correlation $(\\phi\\star\\phi)(\\delta)=\\int\\phi(c)\\phi(c+\\delta)\\,dc$, up to terms that $p$ takes up: ' +
    greenActivations
      .map(
        ({ activation, nullity, latex }) =>
          `${activation.name}: $\\hat\\phi=${latex.transform}$, $\\phi\\star\\phi=${latex.correlation}$, ` +
          ['$\\ker L=0$', '$\\ker L$ the constants', '$\\ker L$ the affine functions'][nullity],
      )
      .join('; ') +
    '.',
  source:
    'Ours, beyond the paper: Corollary 4 of Jin and Montúfar (2023) asks for positive homogeneity, which none of these has; a fixed $|W|$ takes its place',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: 'the kinks cover the data with room',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return { value: `largest $|x_j|/a$ is ${share.toFixed(3)}`, holds: share < 1 };
      },
    },
  ],
  protocol:
    `Random data of 4 to 7 points, ${CASES.quick} (quick) or ${CASES.full} (full) sets for each activation; $a$ reaches so far beyond them that ` +
    '$\\phi$ is $10^{-8}$ to $10^{-4.5}$ off $\\ker L$ there. (1) The kernel of the network by quadrature of $\\phi$ over the kinks of $[-a,a]$, $p$ by ' +
    'generalized least squares; it never sees $\\hat\\phi$. (2) The variational problem in frequency space, a minimum-norm problem over antiperiodic ' +
    'functions; it never sees $\\phi$ or a kernel. (3) The closed form of $\\phi\\star\\phi$, solved on contrasts. Compared: the functions of (1) and (2), ' +
    `and of (3) and (2), at ${PLACES} places; the squared norm of (1) and $2a$ times the minimum of (2). Tolerance: ${TOLERANCE}: with ` +
    '$E=\\frac1a\\int_a^\\infty r(c)^2dc$, $r$ the bound of $|\\phi-p|$ at the outermost point, $10E\\|c\\|_1$ for functions and $2E\\|c\\|_1^2$ for squared norms. ' +
    'Once more with little room ($\\phi$ off by $10^{-2.5}$ to $10^{-1.5}$), where $10E\\|c\\|_1$ is what decides.',
  controls: [
    {
      id: 'other-activation',
      title: 'the penalty of another activation (of tanh for erf, of erf for tanh)',
      because: 'each has its own, however alike they look',
    },
    {
      id: 'stretched',
      title: 'the transform of an activation narrower by a twentieth, φ̂(1.05 σ)',
      because: 'the limit knows the width of φ',
    },
    {
      id: 'root',
      title: 'the penalty |ĝ|²/|φ̂|, without the square',
      because: 'the kernel is φ ⋆ φ, not φ',
    },
    {
      id: 'too-little',
      title: 'one polynomial term less taken off (none for tanh and erf, a constant for softplus)',
      because: 'the norm of the kernel then penalises what the variational problem leaves free',
    },
    {
      id: 'too-much',
      title: 'one polynomial term more taken off',
      because: 'the penalty does see it',
    },
    { id: 'ols', title: 'p by ordinary least squares', because: 'it minimises another norm' },
    {
      id: 'fourth-power',
      title: 'the ends of the interval let in the fourth power of what φ is off ker L',
      because: 'a product of two units off ker L is what is left there: the square',
    },
    {
      id: 'no-room',
      title: 'kinks over the range of the data only',
      because: 'near the ends φ is then not yet in ker L: the kernel depends on more than x − x′',
    },
  ],
  units: (profile) =>
    greenActivations.flatMap(({ activation }) =>
      Array.from({ length: CASES[profile] }, (_, index) => ({
        id: `${activation.name}/${index}`,
        activation: activation.name,
        index,
      })),
    ),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence) => [
    minimiserFigure(evidence),
    deviationFigure(Object.fromEntries(SHOWN.map((id) => [id, evidence[id]])), 'cond K', 'condition'),
  ],
};

function measure(unit: Unit, random: Streams): Measured {
  const green = greenNamed(String(unit.activation));
  const { activation, modulus, nullity, correlation, tail } = green;
  const where = random.stream('data');
  const points = 4 + where.integer(4);
  const { x, y } = randomData(points, 0.6 * points * green.width, where);
  const reach = Math.max(...x.map(Math.abs));
  const a = reach + room(green, Math.exp(-Math.LN10 * (4.5 + 3.5 * where.uniform())));
  const places = gridOver({ x }, PLACES);
  const size = Math.max(...y.map(Math.abs));

  const kernel = kinkKernel(activation, a);
  const problem = { x, y, modulus, nullity };
  const truth = spectralMinimiser(problem);
  const limit = adjustedInterpolant({ kernel, x, y, terms: nullity });
  const weight = weightOf(limit);
  /** What the ends add to K, beyond terms that p takes up, is at most this (power 2). */
  const endsOf = (to: number, power: 2 | 4): number =>
    integrate((z) => (power === 2 ? 1 : tail(z) * tail(z)) * (tail(z) * tail(z)), to - reach, Infinity)
      .value / to;
  const ends = endsOf(a, 2);
  const row = (
    group: string,
    deviation: number,
    scale: number,
    fromEnds: number,
    condition: number,
  ): Row => ({
    group: `${activation.name}, ${group}`,
    deviation,
    tolerance: 1e3 * Number.EPSILON * condition * scale + fromEnds,
    scale,
    condition,
    reach: reach / a,
  });
  // Less room, so that what the ends let in is far above round-off.
  const near = reach + room(green, Math.exp(-Math.LN10 * (1.5 + where.uniform())));
  const nearLimit = adjustedInterpolant({ kernel: kinkKernel(activation, near), x, y, terms: nullity });
  const nearRow = (power: 2 | 4): Row => ({
    group: `${activation.name}, little room`,
    deviation: largestGap(nearLimit.evaluate, truth.evaluate, places),
    tolerance:
      1e3 * Number.EPSILON * nearLimit.condition * size + 10 * endsOf(near, power) * weightOf(nearLimit),
    condition: nearLimit.condition,
    reach: reach / near,
  });
  const functions = (g: AdjustedInterpolant, h: SpectralMinimiser): Row[] => [
    row('function', largestGap(g.evaluate, h.evaluate, places), size, 10 * ends * weight, limit.condition),
  ];
  const closed = contrastInterpolant({
    kernel: (s, t) => correlation(Math.abs(s - t)) / (2 * a),
    x,
    y,
    terms: nullity,
  });
  const energy = 2 * a * truth.energy;
  const other = greenNamed(NEXT[activation.name]);
  return {
    claim: [
      ...functions(limit, truth),
      row('closed form', largestGap(closed.evaluate, truth.evaluate, places), size, 0, closed.condition),
      row(
        'squared norm',
        Math.abs(limit.squaredNorm - energy),
        energy,
        2 * ends * weight * weight,
        limit.condition,
      ),
      nearRow(2),
    ],
    'fourth-power': [nearRow(4)],
    'other-activation': functions(
      limit,
      spectralMinimiser({ ...problem, modulus: other.modulus, nullity: other.nullity }),
    ),
    stretched: functions(
      limit,
      spectralMinimiser({ ...problem, modulus: (sigma) => modulus(STRETCH * sigma) }),
    ),
    root: functions(limit, spectralMinimiser({ ...problem, modulus: (sigma) => Math.sqrt(modulus(sigma)) })),
    'too-much': functions(adjustedInterpolant({ kernel, x, y, terms: nullity + 1 }), truth),
    ...(nullity > 0 && {
      'too-little': functions(adjustedInterpolant({ kernel, x, y, terms: nullity - 1 }), truth),
      ols: functions(adjustedInterpolant({ kernel, x, y, terms: nullity }, 'ols'), truth),
    }),
    'no-room': functions(
      adjustedInterpolant({ kernel: kinkKernel(activation, reach), x, y, terms: nullity }),
      truth,
    ),
    ...(unit.index === 0 && { functions: functionRows(green) }),
  };
}

const weightOf = ({ coefficients }: AdjustedInterpolant): number =>
  coefficients.reduce((sum, c) => sum + Math.abs(c), 0);

/** How far from its kink φ is within `bound` of ker L. */
function room({ tail }: GreenActivation, bound: number): number {
  let distance = 1;
  while (tail(distance) > bound) distance += 0.1;
  return distance;
}
