import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { adjustedData } from './adjusted-data.js';
import { CHAIN_GRID, distanceRows, networkUnits, planText, type Plan } from './chain-protocol.js';
import { P5 } from './data-sets.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
/** Less than half the way to a plateau. */
const TOLERANCE = 0.2;
const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
const UNIFORM = 'uniform(aW=1,aB=2)';
const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=1)';
/** Noise of the log error .44 under the Gaussian law, .3 under the uniform one (pilots of 48 networks). */
const PLANS: Readonly<Record<string, Plan>> = {
  [UNIFORM]: {
    quick: { 256: 28, 2048: 8, 16384: 28 },
    full: { 512: 96, 8192: 40, 131072: 80 },
  },
  [GAUSSIAN]: {
    quick: { 256: 56, 2048: 8, 16384: 48 },
    full: { 512: 144, 8192: 48, 131072: 112 },
  },
};
const plans = (profile: Profile): string =>
  Object.entries(PLANS)
    .map(([law, plan]) => `${planText(plan[profile])} under ${law}`)
    .join(', ');

/** Theorem 26 with f₀ ≠ 0: it is the curvature of g − f₀ that training keeps small. */
export const unpairedInitialization: Claim = {
  id: 'unpaired-initialization',
  title: 'Without antisymmetric pairs, training keeps the curvature of its change small',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Draw all $n$ units independently: the network starts at a random function $f_0$ of order one, which does not converge. Trained with all ' +
    'parameters on $y_j-ux_j-v$ it ends, with $ux+v$ added back, within $O_p(n^{-1/2})$ of the $g$ through the data that minimises ' +
    '$\\int_S(g^{\\prime\\prime}-f_0^{\\prime\\prime})^2/\\zeta$. That is $f_0+s$ with the $\\zeta$-weighted natural spline $s$ through what ' +
    'is left to learn, $(x_j,\\,y_j-f_0(x_j))$; $(u,v)$ is the linear part of these residuals by generalized least squares. Each network is ' +
    'compared with the $g$ of its own $f_0$, in the sup norm and in $L_2(S)$.',
  source: 'Jin and Montúfar (2023), Theorems 1 and 26 without their antisymmetric initialization (f₀ ≠ 0)',
  uses: ['univariate-rate'],
  assumptions: [
    reachesZeroError(RELATIVE_RESIDUAL),
    {
      statement: '$f_0$ is of order one at every width, so that it matters which function is kept smooth',
      measured: (rows) => {
        const widest = Math.max(...rows.map((row) => Number(row.width)));
        const sizes = rows.filter((row) => row.width === widest).map((row) => Number(row.startSize));
        const mean = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length);
        return {
          value: `root mean square of $f_0$ at width ${widest}: ${mean.toFixed(2)}`,
          holds: mean > 0.25,
        };
      },
    },
  ],
  protocol:
    `Laws ${Object.keys(PLANS).join(', ')}; output weights and bias normal with variance 1/n, no pairs; data P5. Exact trainer, all parameters, step ` +
    `.8/λ_max of the tangent kernel at the start, to relative residual ${RELATIVE_RESIDUAL}. The target is computed from the start alone, by ` +
    'the spline and not by a kernel. A line is fitted to log error on log width, each network being one unit (HC3), with a tolerance of ' +
    `${TOLERANCE}. Networks by width: ${plans('quick')} in the quick profile; ${plans('full')} in the full one.`,
  controls: [
    {
      id: 'start-forgotten',
      title: 'it is g itself whose curvature is least (the spline of the data)',
      because: 'training changes f₀ as little as it can, it does not smooth it',
    },
    {
      id: 'half-the-start',
      title: 'half of f₀ counted',
      because:
        'the nearest of these: f₀/2 plus the spline of y − f₀/2, .03 away, below the error at small widths',
      profiles: ['full'],
    },
    {
      id: 'wrong-sign',
      title: 'f₀ counted with the wrong sign',
      because: 'it is the curvature of g − f₀ that is least, not that of g + f₀',
    },
    {
      id: 'natural-cubic',
      title: 'f₀ plus the natural cubic spline, under Gaussian initialization',
      because: 'ζ is not constant there',
    },
    {
      id: 'another-start',
      title: 'f₀ of another draw',
      because: 'f₀ does not converge: each network has its own limit',
    },
  ],
  units: (profile) => Object.entries(PLANS).flatMap(([law, plan]) => networkUnits([law], plan, profile)),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance from f₀ plus the weighted spline of what is left to learn',
      caption:
        'L2 distance between the trained network and what its own start f₀ leads one to predict, each point one network.',
      error: 'L2 distance',
      exponent: EXPONENT,
      controls: { 'uniform, L2': 'start-forgotten', 'gaussian, L2': 'start-forgotten' },
      only: (group) => group.endsWith('L2'),
    }),
  ],
};

function measure(unit: Unit, random: Streams): Measured {
  const [law, width] = [bindLaw(String(unit.law)), Number(unit.width)];
  const { x, y } = P5;
  const start = initializeNetwork(law, width, random, false);
  const atData = evaluateNetwork(start, x);
  const { limit } = adjustedData(law, { x, y: y.map((yj, j) => yj - atData[j]) });
  const data = { x, y: y.map((yj, j) => yj - (limit.u * x[j] + limit.v)) };
  const { network, steps, relativeResidual } = train(start, data, {
    rates: stableRates(start, x),
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const trained = evaluateNetwork(network, CHAIN_GRID).map((f, k) => f + (limit.u * CHAIN_GRID[k] + limit.v));

  const startSize = Math.sqrt(atData.reduce((sum, f) => sum + f * f, 0) / atData.length);
  const rows = (target: readonly number[]): Row[] =>
    distanceRows({ law, width }, trained, target).map((row) => ({
      ...row,
      startSize,
      steps,
      relativeResidual,
    }));
  const spline = splineOf(law);
  const other = initializeNetwork(law, width, random.below('another'), false);
  const target = (of: typeof start, share: number, interpolate = spline): number[] => {
    const [values, outputs] = [evaluateNetwork(of, x), evaluateNetwork(of, CHAIN_GRID)];
    return interpolate(y.map((yj, j) => yj - share * values[j])).map((s, k) => share * outputs[k] + s);
  };
  return {
    claim: rows(target(start, 1)),
    'start-forgotten': rows(target(start, 0)),
    'half-the-start': rows(target(start, 0.5)),
    'wrong-sign': rows(target(start, -1)),
    'another-start': rows(target(other, 1)),
    ...(law.initialization.name === 'gaussian' && { 'natural-cubic': rows(target(start, 1, splineOf())) }),
  };
}

type Interpolation = (y: readonly number[]) => number[];
const known = new Map<string, Interpolation>();

/** The ζ-weighted natural spline (without a law: the natural cubic one) through (x_j, y_j), on the grid. */
function splineOf(law?: BoundLaw): Interpolation {
  const key = law?.text ?? 'natural cubic';
  const found = known.get(key);
  if (found) return found;
  const { zeta, breaks } = law ?? { zeta: () => 1, breaks: [] };
  // Linear in y: one spline for each datum, the same for every unit.
  const cardinal = P5.x.map((_, j) => {
    const y = P5.x.map((__, i) => (i === j ? 1 : 0));
    return CHAIN_GRID.map(weightedNaturalSpline({ x: P5.x, y, zeta, breaks }).evaluate);
  });
  const interpolate: Interpolation = (y) =>
    CHAIN_GRID.map((_, k) => y.reduce((sum, yj, j) => sum + yj * cardinal[j][k], 0));
  known.set(key, interpolate);
  return interpolate;
}
