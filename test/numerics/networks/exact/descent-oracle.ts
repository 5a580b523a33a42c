import { batchOrder } from '../../../../numerics/networks/batch-order.js';
import type { Stepper } from '../../../../numerics/networks/descend.js';
import { copyNetwork, inputsOf, type Network } from '../../../../numerics/networks/network.js';
import type { Data, LearningRates, TrainingOptions } from '../../../../numerics/networks/training.js';

/** A step from the definition, unit by unit, that also counts the changes of activation patterns. */
export interface Oracle extends Stepper {
  /** Pairs of a unit and a step after which the unit is active at other points than before. */
  crossings: number;
  /** Whether a margin has come so near 0 that its sign, and with it the next step, is a matter of rounding. */
  tied: boolean;
  /** The largest change of a parameter in the last step. */
  moved: number;
}

/**
 * A parameter changes by far less than itself in a step, so that rounding drifts by up to half a unit in the last
 * place a step, 1e-12 in ten thousand; here sums are compensated (Kahan), which leaves a unit in all.
 */
class Parameters {
  private readonly lost: Float64Array;
  constructor(readonly values: Float64Array) {
    this.lost = new Float64Array(values.length);
  }
  add(i: number, change: number): void {
    const wanted = change - this.lost[i];
    const sum = this.values[i] + wanted;
    this.lost[i] = sum - this.values[i] - wanted;
    this.values[i] = sum;
  }
}

export function oracle(start: Network, { x, y }: Data, rates: LearningRates): Oracle {
  const inputs = inputsOf(start);
  const network = copyNetwork(start);
  const { w, b, a, u, activation } = network;
  const [left, right] = activation.slopes!;
  const bias = Float64Array.of(start.d);
  const [hidden, biases, output, skip, outputBias] = [w, b, a, u ?? new Float64Array(inputs), bias].map(
    (group) => new Parameters(group),
  );
  const [units, points] = [b.length, y.length];
  const outputs = new Float64Array(points);
  const margins = new Float64Array(units * points);
  const push = new Float64Array(inputs);

  /** Margins and outputs afresh; returns how many units have changed their pattern. */
  function evaluate(): number {
    for (let j = 0; j < points; j++) {
      outputs[j] = bias[0];
      if (u) for (let k = 0; k < inputs; k++) outputs[j] += u[k] * x[j * inputs + k];
    }
    let changed = 0;
    for (let i = 0; i < units; i++) {
      let same = true;
      for (let j = 0; j < points; j++) {
        let margin = b[i];
        for (let k = 0; k < inputs; k++) margin += w[i * inputs + k] * x[j * inputs + k];
        const before = margins[i * points + j];
        if (margin > 0 !== before > 0) same = false;
        if (margin !== before && Math.abs(margin) < TIE) result.tied = true;
        margins[i * points + j] = margin;
        outputs[j] += a[i] * (margin > 0 ? right : left) * margin;
      }
      if (!same) changed++;
    }
    return changed;
  }

  const result: Oracle = {
    outputs,
    crossings: 0,
    tied: false,
    moved: Infinity,
    step(batch, residuals, factor) {
      let moved = 0;
      for (let i = 0; i < units; i++) {
        push.fill(0);
        let offset = 0;
        let gain = 0;
        for (let n = 0; n < batch.length; n++) {
          const j = batch[n];
          const margin = margins[i * points + j];
          const slope = residuals[j] * (margin > 0 ? right : left);
          for (let k = 0; k < inputs; k++) push[k] += slope * x[j * inputs + k];
          offset += slope;
          gain += slope * margin;
        }
        const rate = factor * rates.hidden * a[i];
        for (let k = 0; k < inputs; k++) {
          hidden.add(i * inputs + k, -rate * push[k]);
          moved = Math.max(moved, Math.abs(rate * push[k]));
        }
        biases.add(i, -rate * offset);
        output.add(i, -factor * rates.output * gain);
        moved = Math.max(moved, Math.abs(rate * offset), Math.abs(factor * rates.output * gain));
      }
      for (let n = 0; n < batch.length; n++) {
        const r = factor * residuals[batch[n]];
        outputBias.add(0, -(rates.bias ?? rates.output) * r);
        moved = Math.max(moved, Math.abs((rates.bias ?? rates.output) * r));
        for (let k = 0; k < inputs; k++)
          skip.add(k, -(rates.skip ?? rates.output) * r * x[batch[n] * inputs + k]);
      }
      result.moved = moved;
      result.crossings += evaluate();
    },
    network: () => copyNetwork({ ...network, d: bias[0] }),
  };
  evaluate();
  result.tied = false;
  return result;
}

export interface Reference {
  readonly network: Network;
  readonly steps: number;
  readonly crossings: number;
}

/** Margins as small as what some thousand roundings add up to. */
const TIE = 1e-13;
/** Below this, a unit at rest on a wall is on either side of it by round-off. */
const STILL = 1e-9;
/** Rates are a few units in the last place larger, to see whether it matters. */
const NUDGE = 1 + 4 * Number.EPSILON;
/** Steps between looks at whether it does. */
const LOOK = 64;
/** Residuals so large mean divergence. */
const LARGE = 1e4;

/**
 * Training by the definition for at most `maxSteps` steps: until it stands still for an epoch, so that the pattern
 * of a unit at rest on a wall is a matter of rounding, or until a margin comes so near 0 that its sign is. Undefined
 * unless the definition determines the trajectory in double precision: with rates that are a few units in the last
 * place larger, it must never be farther off than `sensitivity`, at the same count of crossings.
 */
export function determinedTraining(
  start: Network,
  data: Data,
  options: TrainingOptions,
  sensitivity: number,
): Reference | undefined {
  const [reference, nudged] = [1, 2].map(() => oracle(start, data, options.rates));
  const order = batchOrder(data.y.length, options.batches);
  const all = Int32Array.from(data.y.keys());
  const residuals = new Float64Array(data.y.length);
  const stepOf = (stepper: Oracle, batch: Int32Array, factor: number): void => {
    for (let j = 0; j < residuals.length; j++) residuals[j] = stepper.outputs[j] - data.y[j];
    stepper.step(batch, residuals, factor, all);
  };
  const same = (): boolean =>
    reference.crossings === nudged.crossings &&
    largestGap(reference.network(), nudged.network()) < sensitivity;

  let still = 0;
  let step = 0;
  while (step < options.maxSteps && still < order.epoch) {
    const batch = order.next();
    const factor = options.schedule?.(step) ?? 1;
    stepOf(reference, batch, factor);
    stepOf(nudged, batch, NUDGE * factor);
    still = reference.moved < STILL ? still + 1 : 0;
    // Go no further than the step before the tie.
    if (reference.tied) {
      return step > 0
        ? determinedTraining(start, data, { ...options, maxSteps: step }, sensitivity)
        : undefined;
    }
    step++;
    if (!(Math.abs(residuals[0]) < LARGE) || (step % LOOK === 0 && !same())) return undefined;
  }
  return same()
    ? {
        network: reference.network(),
        steps: step,
        crossings: reference.crossings,
      }
    : undefined;
}

/** The largest difference of two networks in a group of parameters, relative to the largest parameter of the group. */
export function largestGap(p: Network, q: Network): number {
  const gap = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
    let [difference, size] = [0, 1e-3];
    for (let i = 0; i < left.length; i++) {
      const distance = Math.abs(left[i] - right[i]);
      // Written so that NaN is the largest gap of all.
      if (!(distance <= difference)) difference = distance;
      size = Math.max(size, Math.abs(left[i]));
    }
    return difference / size;
  };
  return Math.max(gap(p.w, q.w), gap(p.b, q.b), gap(p.a, q.a), gap([p.d], [q.d]), gap(p.u ?? [], q.u ?? []));
}
