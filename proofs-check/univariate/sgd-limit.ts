import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stochasticRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Batches, Data } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Assumption, Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { CHAIN_GRID, CHAIN_LAWS, chainSetting, chainUnits, planText, type Plan } from './chain-protocol.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
/** Less than half the way to a ratio that does not fall. */
const TOLERANCE = 0.2;
const RELATIVE_RESIDUAL = 1e-8;
/** Where the control stops. */
const EARLY = 0.1;
const MAX_STEPS = 20_000_000;
/** Noise of the log ratio 1.1 to 1.5: for an interval of ±.05, many networks at both ends. */
const PLAN: Plan = {
  quick: { 128: 16, 512: 4, 8192: 16 },
  full: { 128: 360, 512: 60, 65536: 360 },
};
/** Networks of each width that the controls are measured with: their slopes are far off. */
const CONTROL_RUNS = 16;
/** Batches in turn, by the index of the network. */
const KINDS = [
  { size: 1, replacement: true, title: 'batch 1' },
  { size: 2, replacement: true, title: 'batch 2' },
  { size: 1, replacement: false, title: 'batch 1 without replacement' },
  { size: 5, replacement: true, title: 'batch 5' },
];
/** From which width on single-point SGD must end within which share of gradient descent's own error, network by network. */
const GATE = { width: 512, share: 0.05 };
const withinGate: Assumption = {
  statement: `at widths from ${GATE.width} on, SGD with ${KINDS[0].title} ends within ${100 * GATE.share} % of gradient descent’s own distance from the limit`,
  measured: (rows) => {
    const gated = rows.filter((row) => row.batches === KINDS[0].title && Number(row.width) >= GATE.width);
    if (gated.length === 0) return { value: 'not measured', holds: false };
    const largest = Math.max(...gated.map((row) => Number(row.error)));
    return {
      value: `largest of ${gated.length}: ${(100 * largest).toPrecision(2)} %`,
      holds: largest <= GATE.share,
    };
  },
};

/** Remark 25: stochastic gradient descent of the network ends where gradient descent does. */
export const sgdLimit: Claim = {
  id: 'sgd-limit',
  title: 'SGD ends where gradient descent ends',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train one network of width $n$ to zero error twice from the same start: by gradient descent, and by SGD with constant step (batches ' +
    'drawn with or without replacement). The two functions differ by less than what Theorem 1 allows to either: ' +
    '$\\sup_S|f^{\\rm SGD}-f^{\\rm GD}|\\,/\\,\\sup_S|f^{\\rm GD}-f_\\infty|$ falls at least as $n^{-1/2}$.',
  source:
    'Jin and Montúfar (2023), Remark 25, asserted there for the network and proved (Theorem 24) for the linearized model; the rate is ours',
  uses: ['nearest-interpolant', 'linearization'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL), withinGate],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; data P5 less the linear part of the limit; ${KINDS.map(({ title }) => title).join(', ')}, in turn. Exact trainer, ` +
    `both to relative residual ${RELATIVE_RESIDUAL}; step of SGD .8 over the batch’s largest trace of the tangent kernel (Theorem 24’s bound for ` +
    'single points). Error: the ratio in the statement. A line is fitted to its logarithm on log width, each network being one unit (HC3), ' +
    `with a tolerance of ${TOLERANCE}. Networks by width: ${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'another-start',
      title: 'SGD from another draw of the hidden layer',
      because: 'both are n^(−1/2) from the limit, in independent directions: the ratio stays',
    },
    {
      id: 'stopped-early',
      title: `SGD stopped at relative residual ${EARLY}`,
      because: 'it has not come to its limit yet',
    },
  ],
  units: (profile) => chainUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance between SGD and gradient descent, over the theorem’s own error',
      caption:
        'Sup distance of the two trained functions over that of gradient descent from the limit, each point one network.',
      error: 'ratio of distances',
      exponent: EXPONENT,
      controls: { uniform: 'another-start', gaussian: 'another-start' },
    }),
  ],
};

function measure(unit: Unit, random: Streams): Measured {
  const { law, width, start, rates, data, limit } = chainSetting(unit, random);
  const { size, replacement, title } = KINDS[Number(unit.index) % KINDS.length];
  const descended = train(start, data, { rates, relativeResidual: RELATIVE_RESIDUAL, maxSteps: MAX_STEPS });
  const goal = [...evaluateNetwork(descended.network, CHAIN_GRID)];
  const own = supGap(goal, CHAIN_GRID.map(limit.evaluate));

  const row = (from: Network, relativeResidual: number): Row => {
    const batches = { size, replacement, random: random.below('order') };
    const { values, ...reached } = trainSgd(from, data, batches, relativeResidual);
    return {
      group: law.initialization.name,
      error: supGap(values, goal) / own,
      law: law.text,
      width,
      batches: title,
      ...reached,
    };
  };
  return {
    claim: [row(start, RELATIVE_RESIDUAL)],
    ...(Number(unit.index) < CONTROL_RUNS && {
      'another-start': [row(initializeNetwork(law, width, random.below('another')), RELATIVE_RESIDUAL)],
      'stopped-early': [row(start, EARLY)],
    }),
  };
}

function trainSgd(
  start: Network,
  data: Data,
  batches: Batches,
  relativeResidual: number,
): { values: number[]; steps: number; relativeResidual: number } {
  const rates = stochasticRates(start, data.x, batches.size);
  const { network, ...reached } = train(start, data, {
    rates,
    batches,
    relativeResidual,
    maxSteps: MAX_STEPS,
  });
  return {
    values: [...evaluateNetwork(network, CHAIN_GRID)],
    steps: reached.steps,
    relativeResidual: reached.relativeResidual,
  };
}

const supGap = (f: readonly number[], g: readonly number[]): number =>
  Math.max(...f.map((value, k) => Math.abs(value - g[k])));
