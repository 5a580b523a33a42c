import { designedLaw, type DesignedLaw } from '../../numerics/design/designed-law.js';
import { expressionPenalty } from '../../numerics/design/penalty.js';
import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { parseDesigned } from '../../theory/initializations/designed-spec.js';
import type { Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { adjustedData, type AdjustedData } from './adjusted-data.js';
import { planText, type Plan } from './chain-protocol.js';
import { gridOver, l2, P5 } from './data-sets.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

/** A penalty that no standard initialization has: curvature costs 55 times more on the right than on the left. */
const SPEC = 'designed(penalty=exp(x),from=-2,to=2)';
const EXPONENT = -0.5;
/** What the slow control takes from the exponent; the tolerance is less than half of it. */
const SLOWER_BY = 3 / 8;
const TOLERANCE = 0.18;
/** Noise of the log error .35 (pilot of 60 networks): standard error of the slope .020 (quick), .008 (full). */
const PLAN: Plan = {
  quick: { 256: 36, 16384: 36 },
  full: { 256: 80, 1024: 80, 4096: 80, 16384: 80, 65536: 80, 131072: 80 },
};
const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
const GRID = gridOver(P5, 201);

/** Theorem 1 for a designed initialization: trained networks approach the spline of the penalty that was designed for. */
export const designedRate: Claim = {
  id: 'designed-rate',
  title: 'Networks of a designed initialization approach the spline of its penalty',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $(W,B)$ be designed for $\\rho$ as in Proposition 15, here $\\rho(x)=e^x$ on $[-2,2]$. Gradient descent of all parameters fits the ' +
    'adjusted data, and with the linear part added back the trained network is within $O_p(n^{-1/2})$ of the function that minimises ' +
    '$\\int\\rho\\,(g^{\\prime\\prime})^2$ among those that fit the data, in the sup norm and in $L_2$.',
  source: 'Jin and Montúfar (2023), Theorem 1 with Proposition 15',
  uses: ['designed-initialization', 'univariate-rate'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    `Law ${SPEC}. Data P5 less the linear part of the limit. Antisymmetric networks drawn from the law, trained by full-batch gradient descent to relative ` +
    `residual ${RELATIVE_RESIDUAL}; error against the spline weighted with 1/ρ, at ${GRID.length} points. A line is fitted to log error on log width ` +
    `(HC3); the bound is the claimed exponent plus a tolerance of ${TOLERANCE}. Networks by width: ${planText(PLAN.quick)} (quick); ${planText(PLAN.full)} (full).`,
  controls: [
    { id: 'uniform', title: 'natural cubic spline as target', because: 'it belongs to a constant penalty' },
    { id: 'inverted', title: 'penalty 1/ρ as target', because: 'curvature is cheap where kinks are dense' },
    {
      id: 'growing-weights',
      title: 'target for |W| that grows with C, W² from 1 to 4',
      because: 'the law that was drawn has W independent of C',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(3/8), a rate of n^(−1/8)',
      because: 'errors that fall, but far more slowly than claimed',
    },
  ],
  units: (profile) =>
    Object.entries(PLAN[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs }, (_, index): Unit => ({
        id: `n=${width}/${index}`,
        width: Number(width),
        index,
      })),
    ),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Error of trained networks of the designed law',
      caption:
        'Distance between the trained network and the spline of the penalty designed for, each point one network.',
      error: 'error',
      exponent: EXPONENT,
      controls: { L2: 'growing-weights', sup: 'growing-weights' },
    }),
  ],
};

interface Setting extends AdjustedData {
  readonly law: DesignedLaw;
  /** What each hypothesis predicts, on the grid. */
  readonly targets: Readonly<Record<string, readonly number[]>>;
}

let known: Setting | undefined;

/** The law, its data and the targets; the same for every unit. */
function setting(): Setting {
  if (known) return known;
  const spec = parseDesigned(SPEC);
  if (spec.kind === 'table') throw new RangeError(`${SPEC} names a table, expected an expression`);
  const penalty = expressionPenalty(spec);
  const { at, from, to } = penalty;
  const law = designedLaw(penalty, SPEC);
  const spline = (zeta: (x: number) => number): number[] =>
    GRID.map(weightedNaturalSpline({ ...P5, zeta }).evaluate);
  const targets = {
    claim: spline((x) => 1 / at(x)),
    uniform: spline(() => 1),
    inverted: spline((x) => at(x)),
    'growing-weights': spline((x) => (1 + (3 * (x - from)) / (to - from)) / at(x)),
  };
  return (known = { law, targets, ...adjustedData(law, P5) });
}

function measure(unit: Unit, random: Streams): Measured {
  const { law, data, limit, targets } = setting();
  const width = Number(unit.width);
  const start = initializeNetwork(law, width, random);
  const { network, steps, relativeResidual } = train(start, data, {
    rates: stableRates(start, data.x),
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const values = [...evaluateNetwork(network, GRID)].map((f, k) => f + limit.u * GRID[k] + limit.v);
  const rows = (target: readonly number[], factor = 1): Row[] => {
    const gaps = values.map((f, k) => factor * Math.abs(f - target[k]));
    const common = { width, steps, relativeResidual };
    return [
      { group: 'sup', error: Math.max(...gaps), ...common },
      { group: 'L2', error: l2(gaps, GRID[1] - GRID[0]), ...common },
    ];
  };
  return {
    ...Object.fromEntries(Object.entries(targets).map(([id, target]) => [id, rows(target)])),
    'slow-rate': rows(targets.claim, Math.exp(SLOWER_BY * Math.log(width))),
  };
}
