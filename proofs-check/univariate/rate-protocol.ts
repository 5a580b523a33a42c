import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { train } from '../../numerics/networks/trainers.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { Streams } from '../../numerics/random/streams.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { adjustedData } from './adjusted-data.js';
import { gridOver, l2, P5 } from './data-sets.js';
import { kinkMoment } from './kink-moment.js';

const UNIFORM = 'uniform(aW=1,aB=2)';
const BINARY = 'binary-uniform(w0=1,aB=2)';
// Narrow biases: the natural cubic spline is then .63 away in L2, ten times the error at width 512.
const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=0.3162)';
export const LAWS = [UNIFORM, BINARY, GAUSSIAN];

/** Less than half the way to the nearest control, and wider than the intervals: about ±.06 (quick) and ±.03 (full). */
export const TOLERANCE = 0.1;
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
/** What the slow control takes from the exponent. */
const SLOWER_BY = 3 / 8;
export const GRID = 201;
const SHOWN = 101;

/** From 128 on: of narrower networks about one in 5000 has no kink between two data points and cannot fit them. */
export const RUNS: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 256: 80, 2048: 24, 32768: 64 },
  full: { 128: 96, 512: 96, 2048: 96, 8192: 96, 32768: 96, 131072: 128 },
};
/** How many times as many under the Gaussian law, whose errors scatter more. */
export const GAUSSIAN_TIMES: Readonly<Record<Profile, number>> = { quick: 2, full: 1 };
/** The NTK control trains networks of its own, in the uniform law, at small widths. */
const NTK = { law: UNIFORM, widths: [128, 256, 2048], runs: 16 };

/** One network each: law, width, index. */
export function rateUnits(profile: Profile): Unit[] {
  return LAWS.flatMap((law) =>
    Object.entries(RUNS[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs * (law === GAUSSIAN ? GAUSSIAN_TIMES[profile] : 1) }, (_, index) => ({
        id: `${law}/n=${width}/${index}`,
        law,
        width: Number(width),
        index,
      })),
    ),
  );
}

/** Trains the network of a unit and compares it with what each hypothesis predicts. */
export function measureRate(unit: Unit, random: Streams): Measured {
  const law = bindLaw(String(unit.law));
  const [width, index] = [Number(unit.width), Number(unit.index)];
  const { x } = P5;
  const { data, limit } = adjustedData(law, P5);
  const start = initializeNetwork(law, width, random);
  const grid = gridOver(P5, GRID);
  const targets = targetsOf(law, grid);

  const trained = (hiddenRatio: number): { values: number[]; steps: number; relativeResidual: number } => {
    const rates = stableRates(start, x, hiddenRatio);
    const { network, ...rest } = train(start, data, {
      rates,
      relativeResidual: RELATIVE_RESIDUAL,
      maxSteps: MAX_STEPS,
    });
    return {
      values: [...evaluateNetwork(network, grid)].map((f, k) => f + limit.u * grid[k] + limit.v),
      ...rest,
    };
  };
  const rows = (run: ReturnType<typeof trained>, target: readonly number[]): Row[] => {
    const { steps, relativeResidual } = run;
    const gaps = run.values.map((f, k) => Math.abs(f - target[k]));
    const common = { law: law.text, width, steps, relativeResidual };
    return [
      { group: `${law.initialization.name}, sup`, error: Math.max(...gaps), ...common },
      { group: `${law.initialization.name}, L2`, error: l2(gaps, grid[1] - grid[0]), ...common },
    ];
  };

  const run = trained(1);
  const slowed = (row: Row): Row => ({
    ...row,
    error: Number(row.error) * Math.exp(SLOWER_BY * Math.log(width)),
  });
  const ntk = unit.law === NTK.law && NTK.widths.includes(width) && index < NTK.runs;
  const measured: Record<string, Row[]> = {};
  for (const [hypothesis, target] of Object.entries(targets)) measured[hypothesis] = rows(run, target);
  measured['slow-rate'] = rows(run, targets.claim).map(slowed);
  if (ntk) measured.ntk = rows(trained(width), targets.claim);
  if (index === 0) {
    const step = (GRID - 1) / (SHOWN - 1);
    measured.functions = Array.from({ length: SHOWN }, (_, k) => ({
      law: law.text,
      width,
      x: grid[k * step],
      network: run.values[k * step],
      prediction: targets.claim[k * step],
    }));
  }
  return measured;
}

type Targets = Readonly<Record<string, readonly number[]>>;
const known = new Map<string, Targets>();

/** What each hypothesis predicts for P5 under this law, on the grid. The same for every unit, so kept. */
function targetsOf(law: BoundLaw, grid: readonly number[]): Targets {
  const found = known.get(law.text) ?? computeTargets(law, grid);
  known.set(law.text, found);
  return found;
}

function computeTargets(law: BoundLaw, grid: readonly number[]): Targets {
  const spline = (zeta: (x: number) => number, breaks: readonly number[] = [0]): number[] =>
    grid.map(weightedNaturalSpline({ ...P5, zeta, breaks }).evaluate);
  const claim = { claim: spline(law.zeta, law.breaks) };
  if (law.initialization.name !== 'gaussian') return claim;
  const wider = (factor: number): BoundLaw =>
    bindLaw(`gaussian(sigmaW=${law.values.sigmaW},sigmaB=${law.values.sigmaB * factor})`);
  return {
    ...claim,
    'natural-cubic': grid.map(naturalCubicSpline(P5.x, P5.y).evaluate),
    'kink-density': spline(kinkMoment(law, 1)),
    'wide-biases': spline(wider(1.5).zeta),
    'near-biases': spline(wider(1.2).zeta),
    'squared-weight': spline(kinkMoment(law, 2)),
  };
}
