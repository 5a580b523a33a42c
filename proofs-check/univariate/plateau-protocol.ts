import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { gridOver, P5 } from './data-sets.js';

/** The data of the paper's Figure 7. */
export const STEEP: Data = { x: P5.x, y: P5.y.map((y, j) => y + 10 + 10 * P5.x[j]) };
export type Adjust = 'none' | 'ols' | 'gls';
export const ADJUST_NAMES: Readonly<Record<Adjust, string>> = { none: 'none', ols: 'OLS', gls: 'GLS' };

export const UNIFORM = 'uniform(aW=1,aB=2)';
export const BINARY = 'binary-uniform(w0=1,aB=2)';
/** Another law with the same kinks in reach, for a control. */
const OTHER = 'gaussian(sigmaW=1,sigmaB=1)';
const GRID = gridOver(P5, 51);
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;

interface Cell {
  readonly law: string;
  readonly adjust: Adjust;
  /** From this width on, chance is well below the predicted deviation, and its share is measured. */
  readonly levelFrom: number;
  readonly plan: Readonly<Record<Profile, Readonly<Record<number, number>>>>;
}

/**
 * Noise of the log error .33 (pilot of 12 networks each at six widths); of the share of the deviation .07 (uniform, none)
 * and .07 (binary, OLS) at width 16384, .15 (uniform, OLS) at 131072: that plateau shows in the full profile only.
 */
const WIDE = { 512: 96, 4096: 48, 16384: 40, 131072: 88 };
const LESS_WIDE = { 512: 144, 4096: 32, 65536: 128 };
const QUICK = { 512: 48, 16384: 48 };
export const CELLS: readonly Cell[] = [
  { law: UNIFORM, adjust: 'none', levelFrom: 16384, plan: { quick: QUICK, full: WIDE } },
  { law: UNIFORM, adjust: 'ols', levelFrom: 131072, plan: { quick: {}, full: WIDE } },
  { law: UNIFORM, adjust: 'gls', levelFrom: 131072, plan: { quick: {}, full: WIDE } },
  { law: BINARY, adjust: 'none', levelFrom: 16384, plan: { quick: {}, full: LESS_WIDE } },
  { law: BINARY, adjust: 'ols', levelFrom: 16384, plan: { quick: QUICK, full: LESS_WIDE } },
  { law: BINARY, adjust: 'gls', levelFrom: 16384, plan: { quick: {}, full: LESS_WIDE } },
];

/** One network each: law, adjustment, width, index. */
export function plateauUnits(profile: Profile): Unit[] {
  return CELLS.flatMap(({ law, adjust, plan }) =>
    Object.entries(plan[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `${law}/${adjust}/n=${width}/${index}`,
        law,
        adjust,
        width: Number(width),
        index,
      })),
    ),
  );
}

/** What the infinite-width limit predicts for the data under a law. */
export interface Plateau {
  /** The linear part that is taken off. */
  readonly u: number;
  readonly v: number;
  /** The weighted spline of the data, on the grid. */
  readonly spline: readonly number[];
  /** The limit of training on the adjusted data, linear part put back, less the spline. */
  readonly deviation: readonly number[];
  readonly rms: number;
  readonly sup: number;
}

const known = new Map<string, Plateau>();

/** The plateau under a law, from its kernel and its ζ: the same for every unit, so kept. */
export function plateauOf(law: string, adjust: Adjust): Plateau {
  const key = `${law}/${adjust}`;
  const plateau = known.get(key) ?? predict(law, adjust);
  known.set(key, plateau);
  return plateau;
}

function predict(text: string, adjust: Adjust): Plateau {
  const law = bindLaw(text);
  const limit = kernelInterpolant({ kernel: lawKernel(law, 2), ...STEEP, adjust });
  const spline = GRID.map(weightedNaturalSpline({ ...STEEP, zeta: law.zeta, breaks: law.breaks }).evaluate);
  const deviation = GRID.map((x, k) => limit.evaluateWithAffine(x) - spline[k]);
  return { u: limit.u, v: limit.v, spline, deviation, rms: rms(deviation), sup: sup(deviation) };
}

/** Trains the network of a unit and holds it against the predictions. */
export function measurePlateau(unit: Unit, random: Streams): Measured {
  const [law, adjust, width] = [String(unit.law), unit.adjust as Adjust, Number(unit.width)];
  const { u, v, spline, deviation } = plateauOf(law, adjust);
  const bound = bindLaw(law);
  const start = initializeNetwork(bound, width, random);
  const { x } = STEEP;
  const data = { x, y: STEEP.y.map((y, j) => y - (u * x[j] + v)) };
  const { network, relativeResidual } = train(start, data, {
    rates: stableRates(start, x),
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const outputs = evaluateNetwork(network, GRID);
  const gap = GRID.map((t, k) => outputs[k] + (u * t + v) - spline[k]);

  const { name } = bound.initialization;
  const common = { law, adjust, width, relativeResidual };
  const group = `${name}, ${ADJUST_NAMES[adjust]}`;
  const rate = (limit: readonly number[]): Row => ({
    group,
    error: rms(gap.map((value, k) => value - limit[k])),
    ...common,
    distance: rms(gap),
  });
  const wide = width >= CELLS.find((cell) => cell.law === law && cell.adjust === adjust)!.levelFrom;
  /** The component of the network's deviation along the given one. */
  const level = (along: Plateau, predicted: number): Row[] =>
    wide
      ? [
          {
            group: `${group}: component`,
            level: inner(gap, along.deviation) / inner(along.deviation, along.deviation),
            predicted,
            ...common,
          },
        ]
      : [];
  const toLimit = rate(deviation);
  const toSpline = rate([...spline].fill(0));
  // GLS leaves no deviation: its networks must show nothing of that of OLS.
  const ols = plateauOf(law, 'ols');
  const claim = [toLimit, ...(adjust === 'gls' ? level(ols, 0) : level(plateauOf(law, adjust), 1))];
  const none = plateauOf(law, 'none');
  if (adjust === 'gls') return { claim, exchanged: level(ols, 1) };
  return {
    claim,
    ...(adjust === 'none'
      ? { 'spline-limit': [toSpline] }
      : { 'ols-suffices': [toSpline, ...level(ols, 0)] }),
    exchanged: level(adjust === 'none' ? ols : none, 1),
    'other-law': level(plateauOf(OTHER, adjust), 1),
  };
}

const inner = (f: readonly number[], g: readonly number[]): number =>
  f.reduce((sum, value, k) => sum + (k === 0 || k === f.length - 1 ? 0.5 : 1) * value * g[k], 0);
/** Root of the mean square over the range of the data. */
const rms = (f: readonly number[]): number => Math.sqrt(inner(f, f) / (f.length - 1));
const sup = (f: readonly number[]): number => Math.max(...f.map(Math.abs));
