import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { partFindings, PARTS, partsFigure } from './chain-parts.js';
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
import { reachesZeroError } from './zero-error.js';

const HIDDEN = 'full − output layer only';
const SHARE = '(full − output layer only) / sampling';
const exponentOf = (group: string): number => (group.endsWith(SHARE) ? -0.5 : -1);
/** Less than half the way to the nearest control (root-n: slopes −.5 and 0). */
const TOLERANCE = 0.2;
/** Far below what is measured at the largest width. */
const RELATIVE_RESIDUAL = 1e-9;
const MAX_STEPS = 5_000_000;
/** The controls are measured on so many networks a width; those that train networks of their own, here. */
export const CONTROL = { law: CHAIN_LAWS[0], widths: [256, 4096], runs: 16 };
/** Noise of the log error .32 (full − output layer only) and .43 (share) in a pilot of 120 networks. */
const PLAN: Plan = {
  quick: { 256: 16, 4096: 16, 16384: 12 },
  full: { 256: 176, 4096: 32, 16384: 32, 131072: 100 },
};

/** The chain put together: the n^(−1/2) of Theorem 1 is sampling; training the hidden layer adds less. */
export const chainTotal: Claim = {
  id: 'chain-total',
  title: 'The n^(−1/2) comes from sampling the hidden layer, not from training it',
  kind: 'statistical',
  repeatable: true,
  statement:
    'For one network of width $n$, trained to zero error, $f^{\\rm full}-f_\\infty=(f^{\\rm full}-f^{\\rm lin})+(f^{\\rm lin}-f^{\\rm out})+' +
    '(f^{\\rm out}-f_\\infty)$: nonlinearity, training of the hidden layer in the linearized model, and sampling ($f^{\\rm out}$ has only the ' +
    'output layer trained, $f_\\infty$ has infinitely many units). The first two together, $\\sup_S|f^{\\rm full}-f^{\\rm out}|$, are ' +
    '$O_p(n^{-1})$, and their share $\\sup_S|f^{\\rm full}-f^{\\rm out}|\\,/\\,\\sup_S|f^{\\rm out}-f_\\infty|$ is $O_p(n^{-1/2})$: the total ' +
    'error over the sampling error tends to 1.',
  source:
    'Jin and Montúfar (2023): the proof of Theorem 1 adds these parts up; Figure 6 measures full training against the output layer only, ' +
    '81.454 n^(−1.5076). That sampling alone is left is ours',
  uses: ['linearization', 'output-layer-reduction', 'finite-width-limit'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; data P5 less the linear part of the limit; a trained output bias. All parameters by the exact trainer to ` +
    `relative residual ${RELATIVE_RESIDUAL}; the linearized model and the output layer only, from the same start, in closed form. A line is ` +
    `fitted to log error on log width, each network being one unit (HC3), with a tolerance of ${TOLERANCE}. Networks by width: ` +
    `${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'root-n',
      title: 'hidden layer trained √n times faster',
      because: 'its share of the tangent kernel is then n^(−1/2): as large an error as sampling',
    },
    {
      id: 'another-draw',
      title: 'output layer only, of another draw of the hidden layer',
      because: 'two draws are n^(−1/2) apart, as far as either is from the limit',
    },
    {
      id: 'stopped-early',
      title: 'full training stopped at a relative residual of .1',
      because: 'what is left to learn does not depend on the width',
    },
  ],
  units: (profile) => chainUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: exponentOf, tolerance: TOLERANCE }),
  figures: ({ parts = [] }) => [partsFigure(parts)],
  findings: ({ parts = [] }) => partFindings(parts),
};

function measure(unit: Unit, random: Streams): Measured {
  const setting = chainSetting(unit, random);
  const { law, width, start, rates, data, limit } = setting;
  const sup = (f: ArrayLike<number>, g: ArrayLike<number>): number =>
    Number(distanceRows(setting, f, g)[0].error);
  const trained = (by = rates, goal = RELATIVE_RESIDUAL): Trained => {
    const options = { rates: by, relativeResidual: goal, maxSteps: MAX_STEPS };
    const { network, relativeResidual } = train(start, data, options);
    return { values: evaluateNetwork(network, CHAIN_GRID), relativeResidual };
  };

  const full = trained();
  const linear = linearizedTrajectory(start, data, rates).limit().evaluate(CHAIN_GRID);
  const output = outputLayerOnly(setting);
  const infinite = CHAIN_GRID.map(limit.evaluate);
  const sampling = sup(output, infinite);
  const rows = (hidden: number, beside: number, { relativeResidual } = full): Row[] => [
    { group: `${law.initialization.name}, ${HIDDEN}`, error: hidden, width, relativeResidual },
    { group: `${law.initialization.name}, ${SHARE}`, error: hidden / beside, width, relativeResidual },
  ];
  const hidden = sup(full.values, output);
  const compared = (run: Trained): Row[] => rows(sup(run.values, output), sampling, run);
  const part = (name: string, error: number): Row => ({
    law: law.initialization.name,
    part: name,
    width,
    error,
  });
  const few = Number(unit.index) < CONTROL.runs;
  const trains = few && unit.law === CONTROL.law && CONTROL.widths.includes(width);
  return {
    claim: rows(hidden, sampling),
    ...(few && {
      'another-draw': rows(
        sup(full.values, outputLayerOnly(chainSetting(unit, random.below('another')))),
        sampling,
      ),
    }),
    ...(trains && {
      'root-n': compared(trained(stableRates(start, data.x, Math.sqrt(width)))),
      'stopped-early': compared(trained(rates, 0.1)),
    }),
    parts: [
      part(PARTS.sampling, sampling),
      part(PARTS.hidden, sup(linear, output)),
      part(PARTS.nonlinear, sup(full.values, linear)),
      part(PARTS.both, hidden),
      part(PARTS.total, sup(full.values, infinite)),
    ],
  };
}

interface Trained {
  /** On the grid. */
  readonly values: Float64Array;
  readonly relativeResidual: number;
}

/** The function that training of the output layer alone ends in, on the grid. */
const outputLayerOnly = ({ start, data, rates }: ChainSetting): Float64Array =>
  linearizedTrajectory(start, data, outputOnly(rates)).limit().evaluate(CHAIN_GRID);
