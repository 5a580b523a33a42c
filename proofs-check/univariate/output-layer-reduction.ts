import type { Network } from '../../numerics/networks/network.js';
import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import {
  CHAIN_GRID,
  CHAIN_LAWS,
  chainSetting,
  chainUnits,
  distanceRows,
  outputOnly,
  planText,
  type ChainSetting,
  type Plan,
} from './chain-protocol.js';
import { groupFigure } from './rate-figures.js';

const EXPONENT = -1;
const TOLERANCE = 0.2;
/** Widths from 256 on: below, all layers are far from their asymptotic behaviour (steeper). */
const PLAN: Plan = {
  quick: { 256: 32, 1024: 32, 8192: 32 },
  full: { 256: 96, 2048: 96, 16384: 96, 131072: 48 },
};

/** Theorem 10: in the linearized model the hidden layer hardly matters. */
export const outputLayerReduction: Claim = {
  id: 'output-layer-reduction',
  title: 'Linearized training of all layers is training of the output layer, up to 1/n',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train the linearized model to zero error, once with all parameters and once with the output weights only, from the same start. ' +
    'The functions differ by $O_p(n^{-1})$ in the sup norm on $S$; hidden weights and biases move by $\\max_i|\\Delta w_i|,\\ ' +
    '\\max_i|\\Delta b_i|=O_p(n^{-1})$, and the output weights end within $\\|\\Delta a-\\Delta a^{\\rm out}\\|=O_p(n^{-3/2})$ of each other.',
  source: 'Jin and Montúfar (2023), Theorem 10',
  uses: [],
  assumptions: [
    {
      statement: 'zero error is reached: the tangent kernel has full rank',
      measured: (rows) => {
        const singular = rows.filter((row) => row.fullRank !== 'yes').length;
        return {
          value: `${singular} of ${rows.length} measurements with a singular kernel`,
          holds: singular === 0,
        };
      },
    },
  ],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; data P5 less the linear part of the limit; a trained output bias in both. No training: the ` +
    'limits in closed form. Norms of parameters that are claimed to fall faster are multiplied up to the rate 1/n. A line is ' +
    `fitted to log error on log width, each network being one unit (HC3), with a tolerance of ${TOLERANCE}. Networks by width: ` +
    `${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'ntk',
      title: 'NTK parametrization (hidden layer trained n times faster)',
      because: 'both layers then have a share of order one in the tangent kernel',
    },
    {
      id: 'order-one-outputs',
      title: 'output weights of order one at the start, instead of n^(−1/2)',
      because: 'the hidden layer’s share of the tangent kernel is then as large as the output layer’s',
    },
  ],
  units: (profile) => chainUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'What training the hidden layer changes in the linearized model',
      caption:
        'Sup distance between the linearized models with all layers and with the output layer trained, each point one network.',
      error: 'sup distance',
      exponent: EXPONENT,
      controls: { 'uniform, sup': 'ntk', 'gaussian, sup': 'ntk' },
      only: (group) => group.endsWith('sup'),
    }),
  ],
};

function measure(unit: Unit, random: Streams): Measured {
  const setting = chainSetting(unit, random);
  const { width, start, rates } = setting;
  const louder: Network = { ...start, a: start.a.map((value) => value * Math.sqrt(width)) };
  return {
    claim: compare(setting, start, rates, true),
    ntk: compare(setting, start, stableRates(start, setting.data.x, width), false),
    'order-one-outputs': compare(setting, louder, stableRates(louder, setting.data.x), false),
  };
}

/** Distances of the two limits, functions and (if asked for) parameters. */
function compare(setting: ChainSetting, start: Network, rates: LearningRates, parameters: boolean): Row[] {
  const { law, width, data } = setting;
  const [all, output] = [rates, outputOnly(rates)].map((each) => linearizedTrajectory(start, data, each));
  const [p, q] = [all.limit(), output.limit()];
  const fullRank = all.rank === data.x.length && output.rank === data.x.length ? 'yes' : 'no';
  const functions = distanceRows(setting, p.evaluate(CHAIN_GRID), q.evaluate(CHAIN_GRID)).map((row) => ({
    ...row,
    fullRank,
  }));
  if (!parameters) return functions;
  const { name } = law.initialization;
  const row = (what: string, error: number): Row => ({
    group: `${name}, ${what}`,
    error,
    law: law.text,
    width,
    fullRank,
  });
  const largest = (values: Float64Array): number => values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  const gap = p.displacement.a.reduce((sum, v, i) => {
    const difference = v - q.displacement.a[i];
    return sum + difference * difference;
  }, 0);
  return [
    ...functions,
    row('max |Δw|', largest(p.displacement.w)),
    row('max |Δb|', largest(p.displacement.b)),
    row('√n ‖Δa − Δa of the output layer alone‖', Math.sqrt(width * gap)),
  ];
}
