import { descend, type Stepper } from './descend.js';
import { copyNetwork, evaluateNetwork, inputsOf, type Network } from './network.js';
import type { Data, LearningRates, Trainer } from './training.js';

/**
 * Plain gradient descent of all parameters, O(width · points of the batch) a step, for any activation and any
 * number of inputs: the oracle that every faster trainer is held against.
 * @throws DivergenceError, NonConvergenceError
 */
export const trainPlain: Trainer = (network, data, options) =>
  descend(plainStepper(network, data, options.rates), data, options);

/** One pass over the units does both the update and the outputs of the next step. */
export function plainStepper(network: Network, data: Data, rates: LearningRates): Stepper {
  const copy = copyNetwork(network);
  const { activation, w, b, a, u } = copy;
  const { value, derivative, slopes } = activation;
  const [left, right] = slopes ?? [0, 0];
  const inputs = inputsOf(network);
  const x = Float64Array.from(data.x);
  const outputs = evaluateNetwork(network, x);
  const push = new Float64Array(inputs);
  let d = network.d;

  return {
    outputs,
    step(batch, residuals, factor, next) {
      const hidden = factor * rates.hidden;
      const output = factor * rates.output;
      for (let k = 0; k < batch.length; k++) {
        const j = batch[k];
        d -= factor * (rates.bias ?? rates.output) * residuals[j];
        if (!u) continue;
        const rate = factor * (rates.skip ?? rates.output) * residuals[j];
        for (let i = 0; i < inputs; i++) u[i] -= rate * x[j * inputs + i];
      }
      for (let k = 0; k < next.length; k++) {
        const j = next[k];
        outputs[j] = d;
        if (u) for (let i = 0; i < inputs; i++) outputs[j] += u[i] * x[j * inputs + i];
      }
      for (let unit = 0, row = 0; unit < b.length; unit++, row += inputs) {
        const ai = a[unit];
        let offset = 0;
        let gain = 0;
        push.fill(0);
        for (let k = 0; k < batch.length; k++) {
          const at = batch[k] * inputs;
          let margin = b[unit];
          for (let i = 0; i < inputs; i++) margin += w[row + i] * x[at + i];
          const r = residuals[batch[k]];
          const slope = slopes ? (margin > 0 ? right : left) : derivative(margin);
          gain += r * (slopes ? slope * margin : value(margin));
          offset += r * slope;
          for (let i = 0; i < inputs; i++) push[i] += r * slope * x[at + i];
        }
        for (let i = 0; i < inputs; i++) w[row + i] -= hidden * ai * push[i];
        b[unit] -= hidden * ai * offset;
        a[unit] -= output * gain;
        for (let k = 0; k < next.length; k++) {
          const at = next[k] * inputs;
          let margin = b[unit];
          for (let i = 0; i < inputs; i++) margin += w[row + i] * x[at + i];
          outputs[next[k]] += a[unit] * (slopes ? (margin > 0 ? right : left) * margin : value(margin));
        }
      }
    },
    network: () => copyNetwork({ ...copy, d }),
  };
}
