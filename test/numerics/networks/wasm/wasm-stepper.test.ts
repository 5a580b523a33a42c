import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stepper } from '../../../../numerics/networks/descend.js';
import type { Network } from '../../../../numerics/networks/network.js';
import { plainStepper } from '../../../../numerics/networks/plain-trainer.js';
import type { Data, LearningRates } from '../../../../numerics/networks/training.js';
import { wasmStepper } from '../../../../numerics/networks/wasm/wasm-stepper.js';
import { streams } from '../../../../numerics/random/streams.js';
import { activationNamed, activations } from '../../../../theory/activations/index.js';

const NAMES = [
  ...activations.map(({ name }) => name),
  'leaky-relu(slope=0.1)',
  'leaky-relu(slope=-1)',
  ...[1, 2, 3, 4, 5, 6].map((k) => `relu-power(k=${k})`),
];

interface Case {
  readonly network: Network;
  readonly data: Data;
  readonly rates: LearningRates;
  /** A list of points for every step, and the factor on its rates. */
  readonly batches: readonly (readonly number[])[];
  readonly factors: readonly number[];
}

interface Choices {
  readonly seed: number;
  readonly width: number;
  readonly inputs: number;
  readonly points: number;
  readonly steps: number;
  /** All points at every step. */
  readonly full: boolean;
  readonly skip: boolean;
  /** Rates of their own for bias and skip connection. */
  readonly own: boolean;
}

function makeCase(name: string, { seed, width, inputs, points, steps, full, skip, own }: Choices): Case {
  const random = streams(seed).stream('case');
  const normals = (count: number, scale = 1): number[] =>
    Array.from({ length: count }, () => scale * random.normal());
  const network: Network = {
    activation: activationNamed(name),
    w: Float64Array.from(normals(width * inputs)),
    b: Float64Array.from(normals(width)),
    a: Float64Array.from(normals(width, 1 / Math.sqrt(width))),
    d: random.normal(),
    ...(skip && { u: Float64Array.from(normals(inputs)) }),
  };
  const all = Array.from({ length: points }, (_, j) => j);
  const draw = (): number[] =>
    full ? all : Array.from({ length: 1 + random.integer(points) }, () => random.integer(points));
  const rate = 0.05 / points;
  return {
    network,
    data: { x: normals(points * inputs), y: normals(points) },
    rates: { hidden: rate, output: rate / 2, ...(own && { bias: rate / 3, skip: rate / 4 }) },
    batches: Array.from({ length: steps + 1 }, draw),
    factors: normals(steps, 0.5),
  };
}

const choices: fc.Arbitrary<Choices> = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  width: fc.integer({ min: 1, max: 13 }),
  inputs: fc.integer({ min: 1, max: 6 }),
  points: fc.integer({ min: 1, max: 7 }),
  steps: fc.integer({ min: 1, max: 6 }),
  full: fc.boolean(),
  skip: fc.boolean(),
  own: fc.boolean(),
});

/** Every number that a stepper shows, step by step. */
function trace(stepper: Stepper, { data: { y }, batches, factors }: Case): number[] {
  const shown: number[] = [];
  const residuals = new Float64Array(y.length);
  factors.forEach((factor, step) => {
    const [batch, next] = [batches[step], batches[step + 1]].map((list) => Int32Array.from(list));
    batch.forEach((j) => (residuals[j] = stepper.outputs[j] - y[j]));
    stepper.step(batch, residuals, factor, next);
    const { w, b, a, d, u } = stepper.network();
    shown.push(...stepper.outputs, ...w, ...b, ...a, d, ...(u ?? []));
  });
  return shown;
}

const run = (make: typeof wasmStepper, given: Case, cacheBytes?: number): number[] => {
  const stepper = make(given.network, given.data, given.rates, cacheBytes);
  if (!stepper) throw new Error('no kernel was built: npm run build');
  return trace(stepper, given);
};

/**
 * Where two traces first differ in a bit; −1 if nowhere. Once both overflow in the same number, what follows (∞ or NaN)
 * is left out: training has ended with its error by then.
 */
function difference(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length;
  const first = a.findIndex((v, i) => !Object.is(v, b[i]) || !Number.isFinite(v));
  return first >= 0 && !Number.isFinite(a[first]) && !Number.isFinite(b[first]) ? -1 : first;
}

describe.each(NAMES)('wasmStepper, %s', (name) => {
  it('has the bits of typed arrays, for any width, inputs, batches, with and without a cache', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const given = makeCase(name, chosen);
        const expected = run(plainStepper, given);
        expect(difference(run(wasmStepper, given), expected)).toBe(-1);
        expect(difference(run(wasmStepper, given, 0), expected)).toBe(-1);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    { width: 4001, inputs: 3, points: 11, steps: 2 },
    { width: 5, inputs: 2, points: 3000, steps: 2 },
  ])('has them for $width units and $points points', (size) => {
    const given = makeCase(name, { ...size, seed: 5, full: false, skip: true, own: true });
    const expected = run(plainStepper, given);
    for (const cacheBytes of [undefined, 0])
      expect(difference(run(wasmStepper, given, cacheBytes), expected)).toBe(-1);
  });
});
