import { descend, type Stepper } from '../descend.js';
import { inputsOf, type Network } from '../network.js';
import type { Data, LearningRates, Training, TrainingOptions } from '../training.js';
import type { Arrangement } from './arrangement.js';
import { cellArrangement } from './cell-arrangement.js';
import { ClassMoments, type ClassMomentsWork } from './class-moments.js';
import { CompensatedSums } from '../compensated-sums.js';
import { distinctPoints } from './distinct-points.js';
import { lineArrangement } from './line-arrangement.js';

export interface ExactTraining extends Training {
  readonly work: Readonly<ClassMomentsWork>;
}

/** Whether the exact trainer takes this network: its activation must be linear on either side of 0. */
export const exactApplies = ({ activation }: Pick<Network, 'activation'>): boolean =>
  activation.slopes !== undefined;

/**
 * Gradient descent or SGD of all parameters by class moments: the trajectory of the plain trainer up to round-off,
 * at a cost per step that, while units hardly move against the distances between data points (wide networks), does
 * not depend on the width. One input: O(points). d inputs: O(d² · occupied cells of the arrangement of the data
 * points), at most O(points^d). Units near a wall are moved one by one on top of that: in rich training, where many
 * are, the cost grows with their number, up to that of the plain trainer.
 * @throws DivergenceError, NonConvergenceError, RangeError if the activation is not piecewise linear, or without
 *   points or units
 */
export function trainExact(network: Network, data: Data, options: TrainingOptions): ExactTraining {
  const { stepper, work } = exactStepper(network, data, options.rates);
  return { ...descend(stepper, data, options), work };
}

/** The class-moment implementation of a step. */
export function exactStepper(
  network: Network,
  data: Data,
  rates: LearningRates,
): { readonly stepper: Stepper; readonly work: Readonly<ClassMomentsWork> } {
  const { activation, w, b, a } = network;
  if (!activation.slopes) {
    throw new RangeError(
      `the exact trainer needs an activation that is linear on either side of 0, not ${activation.name}: use the plain one`,
    );
  }
  if (data.y.length === 0 || b.length === 0) {
    throw new RangeError(
      `the exact trainer needs points and units, not ${data.y.length} and ${b.length} of them`,
    );
  }
  const inputs = inputsOf(network);
  const dimension = inputs + 2;
  const { points, indexOf } = distinctPoints(data.x, inputs);
  const count = points.length / inputs;

  const z = new Float64Array(b.length * dimension);
  for (let unit = 0; unit < b.length; unit++) {
    for (let i = 0; i < inputs; i++) z[unit * dimension + i] = w[unit * inputs + i];
    z[unit * dimension + inputs] = b[unit];
    z[unit * dimension + inputs + 1] = a[unit];
  }
  const arrangement: Arrangement =
    inputs === 1
      ? lineArrangement(points, activation.slopes)
      : cellArrangement(points, inputs, activation.slopes);
  const units = new ClassMoments(arrangement, z, inputs);
  const u = network.u && new CompensatedSums(network.u);
  const bias = new CompensatedSums([network.d]);

  const outputs = new Float64Array(data.y.length);
  const summed = new Float64Array(count);
  const values = new Float64Array(count);
  const refresh = (): void => {
    units.outputs(values);
    for (let j = 0; j < count; j++) {
      values[j] += bias.values[0];
      if (u) for (let i = 0; i < inputs; i++) values[j] += u.values[i] * points[j * inputs + i];
    }
    for (let j = 0; j < outputs.length; j++) outputs[j] = values[indexOf[j]];
  };
  refresh();

  const stepper: Stepper = {
    outputs,
    step(batch, residuals, factor) {
      summed.fill(0);
      let total = 0;
      for (let k = 0; k < batch.length; k++) {
        const r = residuals[batch[k]];
        summed[indexOf[batch[k]]] += r;
        total += r;
      }
      bias.add(0, -factor * (rates.bias ?? rates.output) * total);
      if (u) {
        const rate = factor * (rates.skip ?? rates.output);
        for (let j = 0; j < count; j++)
          for (let i = 0; i < inputs; i++) u.add(i, -rate * summed[j] * points[j * inputs + i]);
      }
      units.step(summed, factor * rates.hidden, factor * rates.output);
      refresh();
    },
    network() {
      const row = new Float64Array(dimension);
      const result = {
        w: new Float64Array(w.length),
        b: new Float64Array(b.length),
        a: new Float64Array(a.length),
      };
      for (let unit = 0; unit < b.length; unit++) {
        units.row(unit, row);
        for (let i = 0; i < inputs; i++) result.w[unit * inputs + i] = row[i];
        result.b[unit] = row[inputs];
        result.a[unit] = row[inputs + 1];
      }
      return { activation, ...result, d: bias.values[0], ...(u && { u: u.values.slice() }) };
    },
  };
  return { stepper, work: units.work };
}
