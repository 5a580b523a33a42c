import { evaluateNetwork } from './network.js';
import { DivergenceError, NonConvergenceError, type Trainer } from './training.js';

/** Residuals this many times larger than at the start count as divergence. */
const BLOW_UP = 1e6;

/**
 * Plain full-batch gradient descent of all parameters, O(width · points) a step: the oracle that every faster
 * trainer is held against. One pass over the units does both the update and the outputs of the next step.
 * @throws DivergenceError, NonConvergenceError
 */
export const trainPlain: Trainer = (network, data, { rates, relativeResidual, maxSteps }) => {
  const [w, b, a] = [network.w.slice(), network.b.slice(), network.a.slice()];
  const [x, y] = [Float64Array.from(data.x), Float64Array.from(data.y)];
  const [width, points] = [w.length, x.length];
  const residuals = new Float64Array(points);
  const outputs = evaluateNetwork(network, x);
  let d = network.d;

  const initial = distance(outputs, y);
  const scale = norm(y) || initial || 1;
  for (let step = 0; ; step++) {
    let squares = 0;
    let sum = 0;
    for (let j = 0; j < points; j++) {
      const r = outputs[j] - y[j];
      residuals[j] = r;
      squares += r * r;
      sum += r;
    }
    const size = Math.sqrt(squares);
    if (!Number.isFinite(size) || size > BLOW_UP * (initial + scale)) {
      throw new DivergenceError(
        `gradient descent diverged at step ${step} (residual ${size.toExponential(1)}): ` +
          `the learning rate ${rates.output} is too large, or the data are: take a smaller one, or rescale them to order one`,
      );
    }
    const reached = relativeResidual > 0 && size <= relativeResidual * scale;
    if (reached || (relativeResidual === 0 && step === maxSteps)) {
      return { network: { w, b, a, d }, steps: step, relativeResidual: size / scale };
    }
    if (step === maxSteps) {
      throw new NonConvergenceError(
        `relative residual ${(size / scale).toExponential(2)} after ${maxSteps} steps, wanted ${relativeResidual}: ` +
          'allow more steps, or check that the network can fit the data',
      );
    }

    d -= rates.output * sum;
    outputs.fill(d);
    for (let i = 0; i < width; i++) {
      const wi = w[i];
      const bi = b[i];
      const ai = a[i];
      let slope = 0;
      let offset = 0;
      let gain = 0;
      for (let j = 0; j < points; j++) {
        const margin = wi * x[j] + bi;
        if (margin > 0) {
          slope += residuals[j] * x[j];
          offset += residuals[j];
          gain += residuals[j] * margin;
        }
      }
      const wNext = wi - rates.hidden * ai * slope;
      const bNext = bi - rates.hidden * ai * offset;
      const aNext = ai - rates.output * gain;
      w[i] = wNext;
      b[i] = bNext;
      a[i] = aNext;
      for (let j = 0; j < points; j++) {
        const margin = wNext * x[j] + bNext;
        if (margin > 0) outputs[j] += aNext * margin;
      }
    }
  }
};

const norm = (v: Float64Array): number => Math.sqrt(v.reduce((sum, entry) => sum + entry * entry, 0));

const distance = (u: Float64Array, v: Float64Array): number => norm(u.map((entry, j) => entry - v[j]));
