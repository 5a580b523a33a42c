import { designedLaw } from '../../numerics/design/designed-law.js';
import { tablePenalty, type Penalty } from '../../numerics/design/penalty.js';
import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { adjustedData } from './adjusted-data.js';
import { l2 } from './data-sets.js';
import { TARGETS, type Target, type TargetName } from './uneven-targets.js';

const ENDS = { from: -1, to: 1 };
export const PLACES = Array.from({ length: 161 }, (_, k) => -1 + k / 80);
/** The floor under |g₀″|, as a share of its mean: ζ must not vanish. */
export const FLOOR = 0.1;
/** Points lie within this share of half their spacing from even ones, the end points on ±1. */
const JITTER = 0.6;
export const RELATIVE_RESIDUAL = 1e-5;
const MAX_STEPS = 5_000_000;

/** What ζ is taken from; `uniform` is constant ζ, `gaussian` that of σ_W = σ_B = 1. */
export const DESIGNS = [
  'uniform',
  'gaussian',
  'curvature',
  'root',
  'square',
  'inverted',
  'mirrored',
  'data',
] as const;
export type Design = (typeof DESIGNS)[number];

/** Noiseless samples of a target. */
export function sampled(target: TargetName, points: number, random: RandomStream): Data {
  const last = points - 1;
  const x = Array.from({ length: points }, (_, j) => {
    const shift = random.uniform() - 0.5;
    return j === 0 ? ENDS.from : j === last ? ENDS.to : -1 + (2 * (j + JITTER * shift)) / last;
  });
  return { x, y: x.map(TARGETS[target].value) };
}

/** |g₀″| and its floor: what a curvature is compared with. */
function floored({ curvature }: Target): (x: number) => number {
  const mean = PLACES.reduce((sum, x) => sum + Math.abs(curvature(x)), 0) / PLACES.length;
  return (x) => Math.abs(curvature(x)) + FLOOR * mean;
}

/** The penalty of a design, for a target of which `data` is known. */
export function penaltyOf(design: Design, name: TargetName, data: Data): Penalty {
  const target: Target = TARGETS[name];
  const size = floored(target);
  const from = (zeta: (x: number) => number, breaks: readonly number[] = target.zeros): Penalty => ({
    ...ENDS,
    at: (x) => 1 / zeta(x),
    breaks,
  });
  switch (design) {
    case 'uniform':
      return from(() => 1, []);
    case 'gaussian':
      return from((x) => 1 / ((1 + x * x) * (1 + x * x)), []);
    case 'curvature':
      return from(size);
    case 'root':
      return from((x) => Math.sqrt(size(x)));
    case 'square':
      return from((x) => size(x) * size(x));
    case 'inverted':
      return from((x) => 1 / size(x));
    case 'mirrored':
      return from(
        (x) => size(-x),
        target.zeros.map((x) => -x),
      );
    case 'data':
      return fromData(data);
  }
}

/** Second divided differences in place of the curvature, which only the data are known of; log-linear in between. */
function fromData({ x, y }: Data): Penalty {
  const slope = (j: number): number => (y[j + 1] - y[j]) / (x[j + 1] - x[j]);
  const differences = x.map((_, j) => {
    const at = Math.min(Math.max(j, 1), x.length - 2);
    return Math.abs((2 * (slope(at) - slope(at - 1))) / (x[at + 1] - x[at - 1]));
  });
  const mean = differences.reduce((sum, value) => sum + value, 0) / x.length;
  return tablePenalty(
    x,
    differences.map((value) => 1 / (value + FLOOR * mean)),
  );
}

/** The infinite-width limit of training on the data, linear part included, at PLACES. */
export function limitOf({ at, breaks }: Penalty, { x, y }: Data): number[] {
  return PLACES.map(weightedNaturalSpline({ x, y, zeta: (t) => 1 / at(t), breaks }).evaluate);
}

/** A network of the designed law, trained by gradient descent on the data less the linear part, at PLACES. */
export function trainedOf(
  penalty: Penalty,
  data: Data,
  width: number,
  random: Streams,
): { readonly values: number[]; readonly relativeResidual: number; readonly steps: number } {
  const law = designedLaw(penalty, 'designed');
  const { data: adjusted, limit } = adjustedData(law, data);
  const start = initializeNetwork(law, width, random);
  const { network, relativeResidual, steps } = train(start, adjusted, {
    rates: stableRates(start, data.x),
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const values = [...evaluateNetwork(network, PLACES)].map((f, k) => f + limit.u * PLACES[k] + limit.v);
  return { values, relativeResidual, steps };
}

/** The L2 distance from the target over the range. */
export function testError(values: readonly number[], target: TargetName): number {
  const { value } = TARGETS[target];
  return l2(
    values.map((f, k) => f - value(PLACES[k])),
    PLACES[1] - PLACES[0],
  );
}
