import { linearizedOn } from '../../numerics/networks/linearized/state.js';
import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { LearningRates, TrainingOptions } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import {
  CHAIN_GRID,
  CHAIN_LAWS,
  chainSetting,
  chainUnits,
  planText,
  type ChainSetting,
  type Plan,
} from './chain-protocol.js';
import { groupFigure } from './rate-figures.js';
import { reachesZeroError } from './zero-error.js';

const EXPONENT = -0.5;
const TOLERANCE = 0.1;
const RELATIVE_RESIDUAL = 1e-6;
const TO_ZERO_ERROR = { relativeResidual: RELATIVE_RESIDUAL, maxSteps: 5_000_000 };
/** Mean-field networks of small width may never fit the data. */
const FOR_A_WHILE = { relativeResidual: 0, maxSteps: 2500 };
/** Widths at which the mean-field control is measured too, and for how many networks. */
const CONTROL = { widths: [128, 512], runs: 16 };
const PLAN: Plan = {
  quick: { 128: 16, 512: 16, 4096: 16 },
  full: { 128: 160, 512: 64, 131072: 48 },
};

/** The first lemma of the chain: training stays near that of the linearized model, at all times. */
export const linearization: Claim = {
  id: 'linearization',
  title: 'Training of all parameters stays near the linearized model',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $f_t$ be the network after $t$ steps of gradient descent on all parameters, and $f_t^{\\rm lin}$ the model linearized around ' +
    '$\\theta_0$ after as many. Then $\\sup_{t}\\sup_{x\\in S}|f_t(x)-f_t^{\\rm lin}(x)|=O_p(n^{-1/2})$. An upper bound: what is ' +
    'measured falls much faster.',
  source: 'cited by Jin and Montúfar (2023) from Lee et al. (2019) and Lai et al. (2023), not proved there',
  uses: [],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; data P5 less the linear part of the limit. Each network is trained by the exact trainer and looked ` +
    `at after 0, 1, 2, 4, … steps and at the end, on ${CHAIN_GRID.length} points of S; the linearized model at the same steps in closed ` +
    'form. Error: the largest distance over times and points. A line is fitted to log error on log width, each network being one unit ' +
    `(HC3), with a tolerance of ${TOLERANCE}. Networks by width: ${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the ` +
    'full one.',
  controls: [
    {
      id: 'mean-field',
      title: 'mean-field scaling: output weights of order 1/n, hidden layer trained n² times faster',
      because: 'the hidden units then move at order one, and no linearization holds',
    },
    {
      id: 'twice-the-time',
      title: 'the linearized model after twice as many steps',
      because: 'two trajectories agree only at equal times',
    },
  ],
  units: (profile) => chainUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance from the linearized model, over all of training',
      caption:
        'Largest distance over times and points between the network and the model linearized at its start, each point one network.',
      error: 'largest distance',
      exponent: EXPONENT,
      controls: { uniform: 'mean-field', gaussian: 'mean-field' },
    }),
  ],
};

function measure(unit: Unit, random: Streams): Measured {
  const setting = chainSetting(unit, random);
  const { width, start, rates } = setting;
  const [claim, twice] = follow(setting, start, rates, TO_ZERO_ERROR);
  const small: Network = { ...start, a: start.a.map((value) => value / Math.sqrt(width)) };
  const meanField = slow(stableRates(small, setting.data.x, width * width));
  const control = CONTROL.widths.includes(width) && Number(unit.index) < CONTROL.runs;
  return {
    claim: [claim],
    'twice-the-time': [twice],
    ...(control && { 'mean-field': [follow(setting, small, meanField, FOR_A_WHILE)[0]] }),
  };
}

/** Steps a twentieth of the usual, since the kernel that sets the usual ones grows in mean-field training. */
const slow = ({ hidden, output }: LearningRates): LearningRates => ({
  hidden: hidden / 20,
  output: output / 20,
});

/** The largest distance of the network from the linearized model after as many steps, and after twice as many. */
function follow(
  { law, width, data }: ChainSetting,
  start: Network,
  rates: LearningRates,
  stop: Pick<TrainingOptions, 'relativeResidual' | 'maxSteps'>,
): [Row, Row] {
  const trajectory = linearizedTrajectory(start, data, rates);
  const linearAt = linearizedOn(start, data.x, rates, CHAIN_GRID);
  const errors = [0, 0];
  const visit = (step: number, network: Network): void => {
    const outputs = evaluateNetwork(network, CHAIN_GRID);
    errors.forEach((largest, k) => {
      const linear = linearAt(trajectory.descent((k + 1) * step).coefficients);
      errors[k] = outputs.reduce((max, f, place) => Math.max(max, Math.abs(f - linear[place])), largest);
    });
  };
  const powers = Array.from({ length: 22 }, (_, k) => Math.round(Math.exp(k * Math.LN2)));
  const { network, steps, relativeResidual } = train(start, data, {
    rates,
    ...stop,
    checkpoints: { steps: [0, ...powers], visit },
  });
  visit(steps, network);
  const [equal, twice] = errors.map((error): Row => ({
    group: law.initialization.name,
    error,
    law: law.text,
    width,
    steps,
    relativeResidual,
  }));
  return [equal, twice];
}
