import { Matrix } from 'ml-matrix';
import { norm } from '../../numerics/kernels/several/points.js';
import { factorSpd } from '../../numerics/linear-algebra/spd.js';
import { ratedTangentKernel } from '../../numerics/networks/linearized/rated-kernel.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates, tangentKernel } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Batches, LearningRates, Training } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Measured, Row, Unit } from '../claim.js';
import { adjustedPoints, type AdjustedPoints } from './adjusted-points.js';
import { distances } from './distances.js';
import { S10, sunflower, withTargets, type PointData } from './point-sets.js';

export const LAWS = ['sphere-uniform(aB=1)', 'gaussian(sigmaW=1,sigmaB=0.5)'];
/** The law of the controls: it trains in fewer steps. */
export const CONTROL_LAW = LAWS[1];
const RADIUS = 0.95;
export const POINTS = 6;
/** Sunflower points with the target of S10: fewer, so that training is short. */
const DATA: PointData = withTargets(
  sunflower(POINTS, RADIUS),
  S10.inputs,
  ([p, q]) => Math.sin(3 * p) + Math.cos(2 * q + p) + 0.7 * p,
);
export const PLACES = 40;
const GRID = sunflower(PLACES, RADIUS);
/** The places at which the bound for the output layer is evaluated. */
const FEW = GRID.slice(0, 2 * 20);
export const RELATIVE_RESIDUAL = 1e-10;
/** For the output layer alone, where what is left is what the bound is made of, and for controls, whose distances are large. */
export const STOP = 1e-6;
const MAX_STEPS = 20_000_000;
/** Where a control stops. */
export const EARLY = 0.1;
/** From which width on SGD must end within which share of gradient descent’s own distance from the limit. */
export const GATE = { width: 1024, share: 0.01 };
/** Networks of each width, and the widths, that the controls and the output layer are measured with. */
export const FEW_RUNS = 12;
export const FEW_TO = 1024;
/** Share of the bound for convergence that is taken as step, as in `stochasticRates`. */
const SHARE = 0.8;
/** Batches in turn, by the index of the network. */
export const KINDS = [
  { size: 1, replacement: true, title: 'batch 1' },
  { size: 3, replacement: true, title: 'batch 3' },
  { size: 1, replacement: false, title: 'batch 1 without replacement' },
];

const known = new Map<string, AdjustedPoints & { readonly goal: Float64Array }>();

/** Gradient descent and SGD from one start: all parameters, and the output layer alone. */
export function measureSgd(unit: Unit, random: Streams): Measured {
  const [law, width, index] = [
    bindVectorLaw(String(unit.law), DATA.inputs),
    Number(unit.width),
    Number(unit.index),
  ];
  const adjusted = known.get(law.text) ?? settingOf(law);
  known.set(law.text, adjusted);
  const { data, goal } = adjusted;
  const start = initializeNetwork(law, width, random);
  const kind = KINDS[index % KINDS.length];
  const batches = { ...kind, random: random.below('order') };
  const few = index < FEW_RUNS && width <= FEW_TO;

  const descended = descend(start, data, RELATIVE_RESIDUAL);
  const reached = evaluateNetwork(descended.network, GRID);
  const own = distances(reached, goal).sup;
  const name = law.initialization.name;
  const row = (trained: Training, against: ArrayLike<number> = reached): Row => ({
    group: name,
    error: distances(evaluateNetwork(trained.network, GRID), against).sup,
    law: law.text,
    width,
    batches: kind.title,
    steps: trained.steps,
    relativeResidual: trained.relativeResidual,
  });
  const all = row(stochastic(start, data, batches, RELATIVE_RESIDUAL));
  const claim: Row[] = [
    all,
    ...(width >= GATE.width
      ? [
          {
            group: `${name}, within ${100 * GATE.share} % of the distance from the limit`,
            deviation: Number(all.error),
            tolerance: GATE.share * own,
            relativeResidual: Number(all.relativeResidual),
          },
        ]
      : []),
  ];
  if (!few) return { claim };
  const output = [outputLayer(name, start, data, batches, 0)];
  if (law.text !== CONTROL_LAW) return { claim: [...claim, ...output] };
  const another = initializeNetwork(law, width, random.below('another'));
  const ntk = descend(start, data, STOP, width);
  return {
    claim: [...claim, ...output],
    'another-start': [row(stochastic(another, data, batches, STOP))],
    'stopped-early': [row(stochastic(start, data, batches, EARLY))],
    ntk: [row(stochastic(start, data, batches, STOP, width), evaluateNetwork(ntk.network, GRID))],
    'all-as-output': [outputLayer(name, start, data, batches, 1)],
  };
}

function settingOf(
  law: Parameters<typeof adjustedPoints>[0],
): AdjustedPoints & { readonly goal: Float64Array } {
  const adjusted = adjustedPoints(law, DATA);
  const goal = Float64Array.from({ length: PLACES }, (_, k) =>
    adjusted.limit.kernelPart(GRID.slice(2 * k, 2 * k + 2)),
  );
  return { ...adjusted, goal };
}

/** The hidden layer's rate is `hiddenRatio` times the output layer's. */
function descend(start: Network, data: PointData, relativeResidual: number, hiddenRatio = 1): Training {
  const rates = stableRates(start, data.x, hiddenRatio);
  return train(start, data, { rates, relativeResidual, maxSteps: MAX_STEPS });
}

/** By the step of Theorem 24 for the batch's size. */
function stochastic(
  start: Network,
  data: PointData,
  batches: Batches,
  relativeResidual: number,
  hiddenRatio = 1,
): Training {
  const largest = Math.max(...tangentKernel(start, data.x, hiddenRatio).diagonal());
  const output = SHARE / (batches.size * largest);
  const rates: LearningRates = { output, hidden: hiddenRatio * output };
  return train(start, data, { rates, batches, relativeResidual, maxSteps: MAX_STEPS });
}

/**
 * Both with the output layer alone (hidden ratio 0): their functions differ by k_n(x)ᵀK_n⁻¹ times the difference of their
 * residuals, so by at most ‖K_n⁻¹k_n(x)‖ (‖r‖ + ‖r′‖). The row has the place with the largest share of the bound.
 */
function outputLayer(
  name: string,
  start: Network,
  data: PointData,
  batches: Batches,
  hiddenRatio: number,
): Row {
  const [p, q] = [
    descend(start, data, STOP, hiddenRatio),
    stochastic(start, data, batches, STOP, hiddenRatio),
  ];
  const [f, g] = [p, q].map(({ network }) => evaluateNetwork(network, FEW));
  const left = (p.relativeResidual + q.relativeResidual) * norm(data.y);
  const points = data.y.length;
  const kernel = ratedTangentKernel(start, [...data.x, ...FEW], { output: 1, hidden: 0 });
  const { solve } = factorSpd(new Matrix(kernel.subMatrix(0, points - 1, 0, points - 1)));
  const shares = Array.from(f, (value, k) => ({
    deviation: Math.abs(value - g[k]),
    tolerance: left * norm(solve(kernel.getRow(points + k).slice(0, points))),
  }));
  const worst = shares.reduce((most, each) =>
    each.deviation * most.tolerance > most.deviation * each.tolerance ? each : most,
  );
  return {
    group: `${name}, output layer alone`,
    ...worst,
    relativeResidual: Math.max(p.relativeResidual, q.relativeResidual),
    stop: STOP,
  };
}
