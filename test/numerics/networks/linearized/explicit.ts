import fc from 'fast-check';
import type { Network } from '../../../../numerics/networks/network.js';
import type { Data, LearningRates } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { defineActivation, type Activation } from '../../../../theory/activations/activation.js';
import { leakyRelu } from '../../../../theory/activations/leaky-relu.js';
import { relu } from '../../../../theory/activations/relu.js';

/** z/(1 + z²): smooth, and no trainer has a path of its own for it. */
export const rational = defineActivation({
  name: 'rational',
  title: 'rational',
  formula: {
    value: (o, z) => o.div(z, o.add(o.constant(1), o.mul(z, z))),
    derivative: (o, z) => {
      const [one, square] = [o.constant(1), o.mul(z, z)];
      const below = o.add(one, square);
      return o.div(o.sub(one, square), o.mul(below, below));
    },
  },
});

/** The linearized model as a matrix, from its definition: everything here is written anew, nothing is shared. */
export interface Explicit {
  /** θ₀: w, b, a, d and u, one after another. */
  readonly theta: number[];
  /** Learning rates of each. */
  readonly rates: number[];
  /** ∂f(x_j)/∂θ_p, a row for each point. */
  readonly jacobian: number[][];
  /** f(x_j; θ₀). */
  readonly f0: number[];
}

export const flatten = ({ w, b, a, d, u }: Omit<Network, 'activation'>): number[] => [
  ...w,
  ...b,
  ...a,
  d,
  ...(u ?? []),
];

export const dot = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, v, i) => sum + v * q[i], 0);

export function explicit(network: Network, x: readonly number[], rates: LearningRates): Explicit {
  const { activation, w, b, a, d, u } = network;
  const inputs = w.length / b.length;
  const points = Array.from({ length: x.length / inputs }, (_, j) => x.slice(j * inputs, (j + 1) * inputs));
  const rows = Array.from(b, (_, i) => [...w.subarray(i * inputs, (i + 1) * inputs)]);
  const margins = points.map((point) => rows.map((row, i) => dot(row, point) + b[i]));
  return {
    theta: flatten(network),
    rates: [
      ...[...w, ...b].map(() => rates.hidden),
      ...[...a].map(() => rates.output),
      rates.bias ?? rates.output,
      ...(u ? [...u].map(() => rates.skip ?? rates.output) : []),
    ],
    jacobian: points.map((point, j) => {
      const slopes = margins[j].map((z, i) => a[i] * activation.derivative(z));
      return [
        ...slopes.flatMap((slope) => point.map((xi) => slope * xi)),
        ...slopes,
        ...margins[j].map(activation.value),
        1,
        ...(u ? point : []),
      ];
    }),
    f0: points.map(
      (point, j) => dot([...a], margins[j].map(activation.value)) + d + (u ? dot([...u], point) : 0),
    ),
  };
}

/** f_lin at the points of the explicit model, for θ − θ₀ = `delta`. */
export const linear = ({ jacobian, f0 }: Explicit, delta: readonly number[]): number[] =>
  f0.map((f, j) => f + dot(jacobian[j], delta));

/** θ − θ₀ after so many steps of gradient descent of all parameters of the linearized model, or of SGD. */
export function explicitDescent(
  { jacobian, f0, rates }: Explicit,
  y: readonly number[],
  steps: number,
  batchOf: (step: number) => readonly number[] = () => y.map((_, j) => j),
  factorOf: (step: number) => number = () => 1,
): number[] {
  let delta = rates.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const batch = batchOf(step);
    const r = batch.map((j) => f0[j] + dot(jacobian[j], delta) - y[j]);
    delta = delta.map(
      (v, p) => v - factorOf(step) * rates[p] * batch.reduce((sum, j, k) => sum + r[k] * jacobian[j][p], 0),
    );
  }
  return delta;
}

/** A network with every parameter random, of order one in the hidden layer, width^(−1/2) in the output layer. */
export function randomNetwork(
  seed: number,
  width: number,
  inputs: number,
  activation: Activation,
  skip = false,
): Network {
  const random = streams(seed).stream('network');
  const draw = (count: number, scale: number): Float64Array =>
    Float64Array.from({ length: count }, () => scale * random.normal());
  const scale = 1 / Math.sqrt(width);
  return {
    activation,
    w: draw(width * inputs, 1),
    b: draw(width, 1),
    a: draw(width, scale),
    d: scale * random.normal(),
    ...(skip && { u: draw(inputs, 1) }),
  };
}

/** Rates in the given proportions, such that the trace of the rate-weighted kernel is `trace`: stable below 2. */
export function scaledRates(
  network: Network,
  x: readonly number[],
  proportions: LearningRates,
  trace: number,
): LearningRates {
  const { jacobian, rates } = explicit(network, x, proportions);
  const total = jacobian.reduce((sum, row) => sum + row.reduce((s, g, p) => s + rates[p] * g * g, 0), 0);
  // All but nothing to learn: no rate makes anything of that.
  const scale = total > 1e-60 ? trace / total : 1;
  const { hidden, output, bias = output, skip = output } = proportions;
  return { hidden: scale * hidden, output: scale * output, bias: scale * bias, skip: scale * skip };
}

export interface Problem {
  readonly start: Network;
  readonly data: Data;
  readonly rates: LearningRates;
}

const value = fc.double({ min: -2, max: 2, noNaN: true });

/** Random networks, data and rates by group; the points may coincide, or outnumber the parameters. */
export const problems = ({ width = 200, points = 6, hidden = [0, 1, 5] } = {}): fc.Arbitrary<Problem> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 1_000_000 }),
      width: fc.integer({ min: 1, max: width }),
      inputs: fc.integer({ min: 1, max: 3 }),
      activation: fc.constantFrom(relu, leakyRelu(0.2), leakyRelu(-1), rational),
      withSkip: fc.boolean(),
      values: fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: points }),
      proportions: fc.record({
        hidden: fc.constantFrom(...hidden),
        output: fc.constantFrom(1, 0.3),
        bias: fc.constantFrom(0, 1, 4),
        skip: fc.constantFrom(0, 1, 3),
      }),
      trace: fc.double({ min: 0.05, max: 1.95, noNaN: true }),
    })
    .map(({ seed, width, inputs, activation, withSkip, values, proportions, trace }) => {
      const start = randomNetwork(seed, width, inputs, activation, withSkip);
      const data = { x: values.flatMap((v) => v.slice(0, inputs)), y: values.map((v) => v[3]) };
      return { start, data, rates: scaledRates(start, data.x, proportions, trace) };
    });

/**
 * Sizes of the numbers that a step adds up: of an entry of θ − θ₀ and of an output. Round-off of t steps is a small
 * multiple of t·eps times these.
 */
export function scales(model: Explicit, y: readonly number[]): { theta: number; output: number } {
  const { jacobian, rates, theta, f0 } = model;
  const largest = Math.max(...theta.map(Math.abs));
  const output = f0.reduce((sum, f, j) => sum + Math.abs(f) + Math.abs(y[j]), 0) + largest;
  const push = Math.max(
    ...rates.map((rate, p) => rate * Math.max(...jacobian.map((row) => Math.abs(row[p])))),
  );
  return { theta: largest + push * output, output };
}

export const largestGap = (p: ArrayLike<number>, q: ArrayLike<number>): number =>
  Array.from(p).reduce((gap, v, i) => Math.max(gap, Math.abs(v - q[i])), 0);
