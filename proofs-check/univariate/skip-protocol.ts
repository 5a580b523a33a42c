import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import type { Kernel } from '../../numerics/kernels/kernel-matrix.js';
import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { initializations } from '../../theory/initializations/index.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { meanInterval } from '../../numerics/statistics/mean-interval.js';
import { gridOver, l2, largestGap, P5, randomData } from './data-sets.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

/** The three middle points of the paper's data, with its line. */
export const DATA: Data = {
  x: P5.x.slice(1, 4),
  y: P5.y.slice(1, 4).map((y, j) => y + 10 + 10 * P5.x[j + 1]),
};
export const TRAINED = ['gaussian(sigmaW=1,sigmaB=1)', 'gaussian(sigmaW=1,sigmaB=0.3162)'];
const GRID = gridOver(DATA, 51);
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 20_000_000;
/** Noise of the log error .4 (pilot of 40 networks), of the relative deviation at infinite width .8 (144 data sets). */
export const WIDTHS: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 64: 96, 2048: 48 },
  full: { 64: 160, 2048: 64, 16384: 40, 131072: 56 },
};
export const CONTROLS_TO = 16384;
const CONTROL_RUNS = 24;
/** c of a control: at c = 1 the deviation is hardly above the noise of small widths. */
export const FIXED = 0.1;

const LAWS = initializations.filter(({ kernel }) => kernel !== undefined);
/** Ratios c, and data sets for each law at each of them. */
export const LIMITS: Readonly<
  Record<Profile, { readonly ratios: readonly number[]; readonly cases: number }>
> = {
  quick: { ratios: [100, 10_000], cases: 16 },
  full: { ratios: [100, 1000, 10_000], cases: 96 },
};

/** One network, or one data set with one ratio of rates at infinite width. */
export function skipUnits(profile: Profile): Unit[] {
  const networks = TRAINED.flatMap((law) =>
    Object.entries(WIDTHS[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `${law}/n=${width}/${index}`,
        law,
        width: Number(width),
        index,
      })),
    ),
  );
  const { ratios, cases } = LIMITS[profile];
  const limits = ratios.flatMap((ratio) =>
    unitsPerLaw(LAWS, cases).map((unit) => ({ ...unit, id: `${unit.id}/c=${ratio}`, ratio })),
  );
  return [...networks, ...limits];
}

export const measureSkip = (unit: Unit, random: Streams): Measured =>
  'width' in unit ? measureNetwork(unit, random) : measureLimit(unit, random);

const splineOf = (law: BoundLaw, data: Data): ((t: number) => number) =>
  weightedNaturalSpline({ ...data, zeta: law.zeta, breaks: law.breaks }).evaluate;

const known = new Map<string, number[]>();

function measureNetwork(unit: Unit, random: Streams): Measured {
  const [law, width] = [bindLaw(String(unit.law)), Number(unit.width)];
  const spline = known.get(law.text) ?? GRID.map(splineOf(law, DATA));
  known.set(law.text, spline);
  const start = { ...initializeNetwork(law, width, random), u: Float64Array.of(0) };
  const steepness = largestOfPsi();

  const rows = (rates: Required<LearningRates>): Row[] => {
    const { network, steps, relativeResidual } = train(start, DATA, {
      rates,
      relativeResidual: RELATIVE_RESIDUAL,
      maxSteps: MAX_STEPS,
    });
    const outputs = evaluateNetwork(network, GRID);
    const gaps = spline.map((value, k) => Math.abs(outputs[k] - value));
    const common = {
      law: law.text,
      width,
      steps,
      relativeResidual,
      skipRate: rates.skip * steepness,
      restRate: rates.hidden / rates.skip,
    };
    return [
      { group: `${law.text}, sup`, error: Math.max(...gaps), ...common },
      { group: `${law.text}, L2`, error: l2(gaps, GRID[1] - GRID[0]), ...common },
    ];
  };
  /** Rates with c = skip/(width · rest): the skip connection at its largest rate, its constant the output bias, if c ≥ 1. */
  const ratesOf = (c: number): Required<LearningRates> => {
    const skip = Math.min(1, c) / (4 * steepness);
    const rest = skip / (c * width);
    return { hidden: rest, output: rest, skip, bias: skip };
  };
  const claim = rows(ratesOf(Math.sqrt(width)));
  if (width > CONTROLS_TO || Number(unit.index) >= CONTROL_RUNS) return { claim };
  const { output } = stableRates(start, DATA.x);
  return {
    claim,
    'equal-rates': rows({ hidden: output, output, skip: output, bias: output }),
    'fixed-ratio': rows(ratesOf(FIXED)),
  };
}

/** λ_max(Ψ), Ψ = Σ (x_j, 1)ᵀ(x_j, 1). */
function largestOfPsi(): number {
  const { x } = DATA;
  const [xx, sum, ones] = [x.reduce((s, t) => s + t * t, 0), x.reduce((s, t) => s + t, 0), x.length];
  return (xx + ones + Math.sqrt((xx - ones) * (xx - ones) + 4 * sum * sum)) / 2;
}

function measureLimit(unit: Unit, random: Streams): Measured {
  const [law, ratio] = [lawOf(unit, random), Number(unit.ratio)];
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.kernel!.within);
  const where = random.stream('data');
  const { x, y: wiggly } = randomData(3 + where.integer(6), reach, where);
  const [slope, offset] = [10 * where.normal(), 10 * where.normal()];
  const y = wiggly.map((yj, j) => yj + (slope * x[j]) / reach + offset);
  const kernel = lawKernel(law, reach);
  const spline = splineOf(law, { x, y });
  const places = gridOver({ x }, 41);
  const deviation = (augmented: Kernel): number =>
    largestGap(kernelInterpolant({ kernel: augmented, x, y, adjust: 'none' }).evaluate, spline, places);
  const row = (augmented: Kernel): Row => ({
    group: 'infinite width',
    ratio,
    error: deviation(augmented) / deviation(kernel),
    law: law.initialization.name,
  });
  const claim = row((s, t) => kernel(s, t) + ratio * (s * t + 1));
  return {
    claim: [claim],
    'slope-only': [row((s, t) => kernel(s, t) + ratio * s * t)],
    // What falls as 1/c² still falls as 1/c when multiplied by c.
    'second-order': [{ ...claim, error: Number(claim.error) * ratio }],
  };
}

/** What each choice of rates ends in, at the largest width that all of them were trained at. */
export function skipFindings(evidence: Measured): readonly Finding[] {
  const hypotheses = {
    claim: 'η_r = n^(−3/2) η_s (c = √n)',
    'fixed-ratio': `η_r = η_s/(${FIXED} n) (c = ${FIXED})`,
    'equal-rates': 'η_r = η_s (c = 1/n)',
  };
  const widths = (evidence['equal-rates'] ?? []).map((row) => Number(row.width));
  if (widths.length === 0) return [];
  const width = Math.max(...widths);
  const lines = TRAINED.map((text) => {
    const law = bindLaw(text);
    const spline = GRID.map(splineOf(law, DATA));
    const raw = kernelInterpolant({ kernel: lawKernel(law, 1), ...DATA, adjust: 'none' }).evaluate;
    const without = l2(
      GRID.map((t, k) => raw(t) - spline[k]),
      GRID[1] - GRID[0],
    );
    const cells = Object.keys(hypotheses).map((hypothesis) => {
      const errors = (evidence[hypothesis] ?? [])
        .filter((row) => row.width === width && row.group === `${text}, L2`)
        .map((row) => Number(row.error));
      const { mean, half } = meanInterval(errors, 0.05);
      return `${mean.toPrecision(3)} ± ${half.toPrecision(1)}`;
    });
    return `| ${text} | ${cells.join(' | ')} | ${without.toPrecision(3)} |`;
  });
  return [
    {
      title: 'A skip connection trained like everything else adjusts nothing',
      text:
        'Theorem 39 asks for a skip connection $n^{3/2}$ times faster than the rest. What counts is $c=\\eta_s/(n\\eta_r)$, the ratio of the speeds ' +
        'at which skip connection and network learn: the deviation from the spline falls as $1/c$. At equal rates $c=1/n$, and such a ' +
        `network ends where one without a skip connection does. L2 distance from the spline at width ${width} (95 %), and without a skip connection ` +
        `at infinite width:\n\n| law | ${Object.values(hypotheses).join(' | ')} | no skip connection |\n| --- | --- | --- | --- | --- |\n` +
        lines.join('\n'),
    },
  ];
}
