import { inputsOf, type Network } from '../network.js';
import type { LearningRates } from '../training.js';
import { allRates } from './rated-kernel.js';

/** θ − θ₀, group by group in the shapes of the network. */
export type Displacement = Omit<Network, 'activation'>;

/**
 * −D Σ_j c_j ∇f(x_j; θ₀), D the diagonal of the learning rates: where gradient descent and SGD of the linearized
 * model can go (the span of the gradients at the data points; Jin and Montúfar 2023, T20 and T24).
 *
 * @param x inputs, points × inputs, row by row
 * @param coefficients c, one for each point
 */
export function displacementOf(
  start: Network,
  x: ArrayLike<number>,
  rates: LearningRates,
  coefficients: ArrayLike<number>,
): Displacement {
  const { activation, w, b, a, u } = start;
  const { hidden, output, bias, skip } = allRates(rates);
  const inputs = inputsOf(start);
  const [dw, db, da] = [new Float64Array(w.length), new Float64Array(b.length), new Float64Array(a.length)];
  for (let unit = 0; unit < b.length; unit++) {
    const row = unit * inputs;
    for (let j = 0; j < coefficients.length; j++) {
      const at = j * inputs;
      let margin = b[unit];
      for (let i = 0; i < inputs; i++) margin += w[row + i] * x[at + i];
      da[unit] -= coefficients[j] * activation.value(margin);
      if (hidden === 0) continue;
      const push = coefficients[j] * activation.derivative(margin);
      db[unit] -= push;
      for (let i = 0; i < inputs; i++) dw[row + i] -= push * x[at + i];
    }
    da[unit] *= output;
    db[unit] *= hidden * a[unit];
    for (let i = 0; i < inputs; i++) dw[row + i] *= hidden * a[unit];
  }
  let d = 0;
  const du = new Float64Array(u ? inputs : 0);
  for (let j = 0; j < coefficients.length; j++) {
    d -= coefficients[j];
    for (let i = 0; i < du.length; i++) du[i] -= coefficients[j] * x[j * inputs + i];
  }
  return { w: dw, b: db, a: da, d: bias * d, ...(u && { u: du.map((sum) => skip * sum) }) };
}

/** θ₀ + displacement, in arrays of its own. */
export function displaced(start: Network, by: Displacement): Network {
  const sum = (from: Float64Array, shift: Float64Array): Float64Array => from.map((v, i) => v + shift[i]);
  const { activation, w, b, a, d, u } = start;
  const moved = { activation, w: sum(w, by.w), b: sum(b, by.b), a: sum(a, by.a), d: d + by.d };
  return u && by.u ? { ...moved, u: sum(u, by.u) } : moved;
}

/** `to` − `from`, two networks of one shape. */
export function displacementBetween(from: Network, to: Network): Displacement {
  const gap = (end: Float64Array, begin: Float64Array): Float64Array => end.map((v, i) => v - begin[i]);
  const { w, b, a, d, u } = to;
  const moved = { w: gap(w, from.w), b: gap(b, from.b), a: gap(a, from.a), d: d - from.d };
  return u && from.u ? { ...moved, u: gap(u, from.u) } : moved;
}

/**
 * ‖δ‖² in the metric of the learning rates, Σ_p δ_p²/rate_p: the distance in which training ends nearest to its
 * start (T20, with a rate for each group). Infinite for a displacement of parameters whose rate is 0.
 */
export function squaredLength({ w, b, a, d, u }: Displacement, rates: LearningRates): number {
  const { hidden, output, bias, skip } = allRates(rates);
  let sum = 0;
  const add = (group: ArrayLike<number>, rate: number): void => {
    let squares = 0;
    for (let i = 0; i < group.length; i++) squares += group[i] * group[i];
    if (squares > 0) sum += squares / rate;
  };
  add(w, hidden);
  add(b, hidden);
  add(a, output);
  add([d], bias);
  if (u) add(u, skip);
  return sum;
}
