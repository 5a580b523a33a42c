import { descend, type Stepper } from './descend.js';
import { copyNetwork, evaluateNetwork, inputsOf, type Network } from './network.js';
import type { Data, LearningRates, Trainer } from './training.js';
import { wasmStepper } from './wasm/wasm-stepper.js';

/**
 * Plain gradient descent of all parameters, O(width · points of the batch) a step, for any activation and any
 * number of inputs: the oracle that every faster trainer is held against. By WebAssembly where there is one, else
 * by typed arrays: the same bits.
 * @throws DivergenceError, NonConvergenceError
 */
export const trainPlain: Trainer = (network, data, options) =>
  descend(
    wasmStepper(network, data, options.rates) ?? plainStepper(network, data, options.rates),
    data,
    options,
  );

/**
 * A step by typed arrays: one pass over the units does both the update and the outputs of the next step. The
 * outputs of units of even and of odd number are summed apart, as the lanes of a vector.
 */
export function plainStepper(network: Network, data: Data, rates: LearningRates): Stepper {
  const copy = copyNetwork(network);
  const { activation, w, b, a, u } = copy;
  const { value, derivative, slopes } = activation;
  const inputs = inputsOf(network);
  const x = Float64Array.from(data.x);
  const outputs = evaluateNetwork(network, x);
  const push = new Float64Array(inputs);
  const lanes = new Float64Array(2 * outputs.length);
  let d = network.d;

  const margin = (unit: number, j: number): number => {
    let sum = b[unit];
    for (let i = 0; i < inputs; i++) sum += w[unit * inputs + i] * x[j * inputs + i];
    return sum;
  };

  /** Moves the parameters of a unit against the gradient, which is taken before any of them moves. */
  const move = (unit: number, batch: Int32Array, residuals: Float64Array, factor: number): void => {
    let offset = 0;
    let gain = 0;
    push.fill(0);
    for (let k = 0; k < batch.length; k++) {
      const j = batch[k];
      const z = margin(unit, j);
      const pull = residuals[j] * derivative(z);
      if (!slopes) gain += residuals[j] * value(z);
      offset += pull;
      for (let i = 0; i < inputs; i++) push[i] += pull * x[j * inputs + i];
    }
    if (slopes) {
      // φ(z) = φ′(z) z
      gain = b[unit] * offset;
      for (let i = 0; i < inputs; i++) gain += w[unit * inputs + i] * push[i];
    }
    const rate = factor * rates.hidden * a[unit];
    for (let i = 0; i < inputs; i++) w[unit * inputs + i] -= rate * push[i];
    b[unit] -= rate * offset;
    a[unit] -= factor * rates.output * gain;
  };

  return {
    outputs,
    step(batch, residuals, factor, next) {
      for (let k = 0; k < batch.length; k++) {
        const j = batch[k];
        d -= factor * (rates.bias ?? rates.output) * residuals[j];
        if (!u) continue;
        const rate = factor * (rates.skip ?? rates.output) * residuals[j];
        for (let i = 0; i < inputs; i++) u[i] -= rate * x[j * inputs + i];
      }
      for (let k = 0; k < next.length; k++) lanes[2 * next[k]] = lanes[2 * next[k] + 1] = 0;
      const once = new Set(next);
      for (let unit = 0; unit < b.length; unit++) {
        move(unit, batch, residuals, factor);
        for (const j of once) lanes[2 * j + (unit & 1)] += a[unit] * value(margin(unit, j));
      }
      for (const j of once) {
        outputs[j] = d;
        if (u) for (let i = 0; i < inputs; i++) outputs[j] += u[i] * x[j * inputs + i];
        outputs[j] += lanes[2 * j] + lanes[2 * j + 1];
      }
    },
    network: () => copyNetwork({ ...copy, d }),
  };
}
