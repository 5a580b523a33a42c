import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { CHAIN_LAWS, chainSetting, planText } from './chain-protocol.js';
import { linearizationGap, type LinearizationGap } from './linearization-gap.js';
import { groupFigure } from './rate-figures.js';
import { TOTALS_TEXT, measureTotal, totalFigures, totalFindings, totalUnits } from './scaled-totals.js';
import { reachesZeroError } from './zero-error.js';

const WIDTH = 128;
const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
const EVERYWHERE = 'all of S';
const UNDISTURBED = 'where no kink has passed';
const exponentOf = (group: string): number => (group.endsWith(UNDISTURBED) ? -2 : -0.5);
/** Less than half the way to the nearest control: exponent 0 (sup norm) everywhere, −1 (no pairs) where no kink has passed. */
const toleranceOf = (group: string): number => (group.endsWith(UNDISTURBED) ? 0.4 : 0.2);
/**
 * Networks by divisor of the targets, powers of 4. Noise of the log error .45 on all of S, .4….7 where no kink has passed
 * (pilots of 60 and 140 networks).
 */
const RUNS: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 4: 24, 64: 32, 4096: 32 },
  full: { 1: 48, 4: 48, 16: 64, 64: 64, 256: 64, 1024: 64, 4096: 64 },
};
/** In the middle of the range. By chance a kink passes or not, so the divisors that the runs have are not always the same. */
const CONSTANT_AT = 512;
/** The controls that train networks of their own do so at the ends of the asymptotic range. */
const CONTROL = { divisors: [64, 4096], runs: 12 };

/** What the scale of the targets does to the distance between training and linearized training. */
export const targetScale: Claim = {
  id: 'target-scale',
  title:
    'Smaller targets are learned more linearly: s² away from the kinks, s^(1/2) in L2, not at all in the sup norm',
  inBrief:
    'How wrong is the linear model if the values to be learned are small? The claim says that it depends ' +
    'on where one looks: away from the kinks the relative error falls as the square of the scale of the ' +
    'values, averaged over the range only as its square root, and at the worst point not at all. For ' +
    'kinks move a little during training and leave a thin spike behind. Networks of one width are ' +
    'trained on the same data, scaled down step by step.',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Train one network with antisymmetric pairs, of fixed width, on the targets $s\\,y_j$, and let $f^{\\rm lin}$ be the linearized model ' +
    'after as many steps. Then $\\|f-f^{\\rm lin}\\|_{L_2(S)}/(s\\|y\\|)=O(s^{1/2})$ as $s\\to0$; over the places that no kink has passed, ' +
    'and if none has passed a data point, it is $O(s^2)$. For training on $-y$ makes twins change places and gives $-f$: $f$ is odd in $s$, ' +
    'and the term of second order that any one unit contributes cancels in the pair. But a kink moves by order $s$, and over that way $f$ ' +
    'and $f^{\\rm lin}$, which jumps at the old kink, differ by order $s$: a spike that $L_2$ sees as $s\\cdot s^{1/2}$.',
  source: 'ours; Jin and Montúfar (2023) cite O_p(n^(−1/2)) at fixed targets',
  uses: ['linearization'],
  assumptions: [reachesZeroError(RELATIVE_RESIDUAL)],
  protocol:
    `Laws ${CHAIN_LAWS.join(', ')}; width ${WIDTH}; data P5 less the linear part of the limit, times s. Exact trainer to relative ` +
    `residual ${RELATIVE_RESIDUAL}, the linearized model after as many steps in closed form; both functions are affine between kinks, so ` +
    'that norms are exact. A line is fitted to the logarithm of the relative gap on that of 1/s, each network being one unit (HC3), with a ' +
    `tolerance of ${toleranceOf(EVERYWHERE)}, and of ${toleranceOf(UNDISTURBED)} where no kink has passed. Networks by 1/s: ` +
    `${planText(RUNS.quick)} in the quick profile; ${planText(RUNS.full)} in the full one. ${TOTALS_TEXT}`,
  controls: [
    {
      id: 'sup-norm',
      title: 'the same in the sup norm (largest at two points between any two kinks)',
      because: 'the spikes at the kinks stay of order s: relative to the targets they do not fall',
    },
    {
      id: 'scaled-start',
      title: 'all initial parameters scaled along by √s',
      because: 'the network is homogeneous: training then is the same at every scale',
    },
    {
      id: 'unpaired',
      title: 'no antisymmetric pairs, targets f₀(x_j) + s y_j',
      because: 'the term of second order stays: s away from the kinks, not s²',
    },
  ],
  units: (profile) => [...scaleUnits(RUNS[profile]), ...totalUnits(profile)],
  measure: (unit, random) => ('scale' in unit ? measureTotal(unit, random) : measure(unit, random)),
  decide: (rows, alpha) =>
    decideRate(rows, alpha, {
      exponent: exponentOf,
      tolerance: toleranceOf,
      variable: 'divisor',
      constantAt: CONSTANT_AT,
    }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Nonlinearity against the scale of the targets',
      caption: `L2 distance between the trained network and the linearized model, relative to the targets, at width ${WIDTH} (control sup-norm: in the sup norm).`,
      error: 'relative L2 distance',
      exponent: exponentOf,
      variable: { column: 'divisor', label: '1/s, by which the targets are divided' },
      controls: {
        [`uniform, ${EVERYWHERE}`]: 'sup-norm',
        [`gaussian, ${EVERYWHERE}`]: 'sup-norm',
        [`uniform, ${UNDISTURBED}`]: 'unpaired',
        [`gaussian, ${UNDISTURBED}`]: 'unpaired',
      },
    }),
    ...totalFigures(evidence, alpha),
  ],
  findings: totalFindings,
};

/** Networks of one width by law and divisor. */
const scaleUnits = (runsByDivisor: Readonly<Record<number, number>>): Unit[] =>
  CHAIN_LAWS.flatMap((law) =>
    Object.entries(runsByDivisor).flatMap(([divisor, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `${law}/s=1:${divisor}/${index}`,
        law,
        width: WIDTH,
        divisor: Number(divisor),
        index,
      })),
    ),
  );

function measure(unit: Unit, random: Streams): Measured {
  const { law, width, start, rates, data } = chainSetting(unit, random);
  const divisor = Number(unit.divisor);
  const small: Data = { x: data.x, y: data.y.map((y) => y / divisor) };
  const size = Math.sqrt(small.y.reduce((sum, y) => sum + y * y, 0));
  const gapOf = (from: Network, targets: Data, by: LearningRates): LinearizationGap =>
    linearizationGap(from, targets, by, { relativeResidual: RELATIVE_RESIDUAL, maxSteps: MAX_STEPS });
  const rows = (gap: LinearizationGap, norm: 'l2' | 'sup' = 'l2'): Row[] => {
    const { crossed, steps, relativeResidual } = gap;
    const row = (where: string, error: number): Row => ({
      group: `${law.initialization.name}, ${where}`,
      error: error / size,
      divisor,
      width,
      steps,
      relativeResidual,
    });
    return [row(EVERYWHERE, gap[norm]), ...(crossed ? [] : [row(UNDISTURBED, gap.undisturbed)])];
  };

  const gap = gapOf(start, small, rates);
  const measured = { claim: rows(gap), 'sup-norm': rows(gap, 'sup') };
  if (!CONTROL.divisors.includes(divisor) || Number(unit.index) >= CONTROL.runs) return measured;
  const unpaired = initializeNetwork(law, width, random.below('unpaired'), false);
  const outputs = evaluateNetwork(unpaired, data.x);
  const shifted = { x: data.x, y: small.y.map((y, j) => outputs[j] + y) };
  return {
    ...measured,
    unpaired: rows(gapOf(unpaired, shifted, stableRates(unpaired, data.x))),
    'scaled-start': rows(gapOf(scaled(start, 1 / Math.sqrt(divisor)), small, scaledRates(rates, divisor))),
  };
}

const scaled = (network: Network, by: number): Network => {
  const all = (values: Float64Array): Float64Array => values.map((value) => by * value);
  return { ...network, w: all(network.w), b: all(network.b), a: all(network.a) };
};

/** Rates under which a start scaled by √s is trained on s·y as the start on y: units are of degree 2 in the scale, the bias of degree 1. */
const scaledRates = ({ hidden, output }: LearningRates, divisor: number): LearningRates => ({
  hidden: hidden * divisor,
  output: output * divisor,
  bias: output,
});
