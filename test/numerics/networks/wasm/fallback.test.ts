import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Network } from '../../../../numerics/networks/network.js';
import { streams } from '../../../../numerics/random/streams.js';
import { activationNamed } from '../../../../theory/activations/index.js';
import type { Activation } from '../../../../theory/activations/activation.js';

const data = { x: [-1, -0.2, 0.4, 1.1], y: [0.5, -0.3, 0.8, 0.1] };
const options = { rates: { hidden: 0.01, output: 0.02 }, relativeResidual: 0, maxSteps: 50 };

function network(activation: Activation): Network {
  const random = streams(3).stream('network');
  const normals = (): Float64Array => Float64Array.from({ length: 9 }, () => random.normal());
  return { activation, w: normals(), b: normals(), a: normals(), d: 0.1 };
}

/** Modules of their own, which find the machine as it is now. */
async function fresh() {
  vi.resetModules();
  const [{ trainPlain }, { wasmStepper }] = await Promise.all([
    import('../../../../numerics/networks/plain-trainer.js'),
    import('../../../../numerics/networks/wasm/wasm-stepper.js'),
  ]);
  return { trainPlain, wasmStepper };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(['relu', 'tanh', 'softplus'])('training without a kernel, %s', (name) => {
  const activation = activationNamed(name);

  it.each([
    ['no WebAssembly', () => undefined],
    ['WebAssembly without vectors', () => ({ ...WebAssembly, validate: () => false })],
    [
      'no memory',
      () => ({
        validate: () => true,
        Module: WebAssembly.Module,
        Memory: function () {
          throw new RangeError('out of memory');
        },
      }),
    ],
  ])('gives the same bits with %s', async (_, machine) => {
    const usual = await fresh();
    expect(usual.wasmStepper(network(activation), data, options.rates)).toBeDefined();
    const expected = usual.trainPlain(network(activation), data, options);
    vi.stubGlobal('WebAssembly', machine());
    const without = await fresh();
    expect(without.wasmStepper(network(activation), data, options.rates)).toBeUndefined();
    expect(without.trainPlain(network(activation), data, options)).toStrictEqual(expected);
  });

  it('gives the same bits for an activation without a formula', async () => {
    const { trainPlain, wasmStepper } = await fresh();
    const { formula, slopes, ...bare } = activation;
    expect(formula).toBeDefined();
    const start = network(slopes ? { ...bare, slopes } : bare);
    expect(wasmStepper(start, data, options.rates) === undefined).toBe(slopes === undefined);
    const { w } = trainPlain(start, data, options).network;
    expect(w).toStrictEqual(trainPlain(network(activation), data, options).network.w);
  });
});

it('refuses a batch of more points than there are', async () => {
  const { wasmStepper } = await fresh();
  const stepper = wasmStepper(network(activationNamed('relu')), data, options.rates)!;
  const batch = new Int32Array(5);
  expect(() => stepper.step(batch, new Float64Array(4), 1, batch)).toThrow(/at most 4 points, not 5/);
});
