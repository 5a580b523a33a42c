import { initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import type { Streams } from '../../numerics/random/streams.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { adjustedData } from './adjusted-data.js';
import {
  CHAIN_GRID,
  CHAIN_LAWS,
  chainSetting,
  chainUnits,
  distanceRows,
  planText,
  type Plan,
} from './chain-protocol.js';
import { P5 } from './data-sets.js';
import { groupFigure } from './rate-figures.js';

const EXPONENT = -0.5;
/** Less than half the way to the slow control. */
const TOLERANCE = 0.12;
/**
 * From width 512 on: below, K_n is far from K and the slope steeper. Noise of the log error .43 (pilot of 240 networks):
 * standard error .014 (quick), intervals of ±.07 at alpha 2e-6, power .9998.
 */
const PLAN: Plan = {
  quick: { 512: 128, 4096: 16, 32768: 96 },
  full: { 512: 160, 2048: 128, 16384: 128, 131072: 128 },
};

/** Networks of each width that the stratified control is measured with: its slope is far off. */
const STRATIFIED = 24;

/** Theorem 12: the minimum-norm solution of finite width is n^(−1/2) from that of infinite width, and no nearer. */
export const finiteWidthLimit: Claim = {
  id: 'finite-width-limit',
  title: 'Sampling the hidden layer costs n^(−1/2), no more and no less',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let only the output weights be trained, from $f_0=0$, to zero error: $f_n(x)=k_n(x)^\\top K_n^{-1}y$ with the kernel $K_n$ of the ' +
    '$n$ hidden units drawn. Then $\\sup_{x\\in S}|f_n(x)-f_\\infty(x)|$ and the $L_2(S)$ distance are of order $n^{-1/2}$ in ' +
    'probability, $f_\\infty(x)=k(x)^\\top K^{-1}y$ being the same with infinitely many units. The rate is sharp: it is the rate of a mean.',
  source: 'Jin and Montúfar (2023), Theorem 12 (upper bound); that it is sharp is the central limit theorem',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: 'the hidden units are independent draws',
      measured: (rows) => {
        const drawn = rows.filter((row) => row.draws === 'independent').length;
        return { value: `${drawn} of ${rows.length} measurements`, holds: drawn === rows.length };
      },
    },
  ],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; data P5 less the linear part of the limit. No training: the closed form of the output layer’s ` +
    'minimum-norm solution, against kernel interpolation with the kernel of the law. A line is fitted to log error on log width, ' +
    `each network being one unit (HC3); the whole interval must lie within ${TOLERANCE} of ${EXPONENT}. Networks by width: ` +
    `${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'stratified',
      title: 'kinks spread evenly (one in each of n equal strata) instead of drawn',
      because:
        'the error of a stratified mean falls faster: what is sharp is sharp for independent draws only',
    },
    {
      id: 'wide-biases',
      title: 'the limit of biases wider by half (σ_B · 1.5)',
      because: 'it is another function: the error levels off',
    },
    {
      id: 'slow-rate',
      title: 'the measured errors times n^(1/4)',
      because: 'a rate of n^(−1/4) obeys no bound of n^(−1/2)',
    },
  ],
  units: (profile) => chainUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) => decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE, sharp: true }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Distance from the infinite-width limit',
      caption:
        'Distance between the output layer’s solution at width n and the infinite-width limit, each point one network, no training.',
      error: 'L2 distance',
      exponent: EXPONENT,
      sharp: true,
      controls: { 'gaussian, L2': 'wide-biases' },
      only: (group) => group.endsWith('L2'),
    }),
  ],
};

function solutionAt(start: Network, data: { x: readonly number[]; y: readonly number[] }): Float64Array {
  const rates = { output: 1 / start.b.length, hidden: 0, bias: 0 };
  return linearizedTrajectory(start, data, rates).limit().evaluate(CHAIN_GRID);
}

function measure(unit: Unit, random: Streams): Measured {
  const setting = chainSetting(unit, random);
  const { law, width, start, data, limit } = setting;
  const truth = CHAIN_GRID.map(limit.evaluate);
  const solution = solutionAt(start, data);
  const marked = (rows: Row[], draws = 'independent'): Row[] => rows.map((row) => ({ ...row, draws }));
  const rows = marked(distanceRows(setting, solution, truth));
  const gaussian = law.initialization.name === 'gaussian';
  const slower = Math.sqrt(Math.sqrt(width));
  return {
    claim: rows,
    'slow-rate': rows.map((row) => ({ ...row, error: Number(row.error) * slower })),
    ...(gaussian && {
      'wide-biases': marked(distanceRows(setting, withAffine(solution, setting), widerSpline())),
    }),
    ...(!gaussian &&
      Number(unit.index) < STRATIFIED && {
        stratified: marked(
          distanceRows(setting, solutionAt(stratified(start, random), data), truth),
          'spread',
        ),
      }),
  };
}

const withAffine = (f: Float64Array, { limit }: ReturnType<typeof chainSetting>): Float64Array =>
  f.map((value, k) => value + limit.u * CHAIN_GRID[k] + limit.v);

let wider: number[] | undefined;

/** The limit with linear part for biases wider by half; the same for every unit. */
function widerSpline(): number[] {
  const { values } = bindLaw(CHAIN_LAWS[1]);
  const law = bindLaw(`gaussian(sigmaW=${values.sigmaW},sigmaB=${1.5 * values.sigmaB})`);
  return (wider ??= CHAIN_GRID.map(adjustedData(law, P5).limit.evaluateWithAffine));
}

/** The same law with weights ±1 in turn and biases one in each stratum of ±2: pairs stay pairs. */
export function stratified(start: Network, random: Streams): Network {
  const binary = initializeNetwork(bindLaw('binary-uniform(w0=1,aB=2)'), start.b.length, random);
  const shift = random.stream('strata');
  const pairs = start.b.length / 2;
  for (let pair = 0; pair < pairs; pair++) {
    const bias = -2 + (4 * (pair + shift.uniform())) / pairs;
    for (const unit of [2 * pair, 2 * pair + 1]) {
      binary.w[unit] = pair % 2 === 0 ? 1 : -1;
      binary.b[unit] = bias;
    }
  }
  return binary;
}
