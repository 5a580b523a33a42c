import { beforeAll, describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { Code, get, load, store } from '../../../../numerics/networks/wasm/code.js';
import { pairs } from '../../../../numerics/networks/wasm/pairs.js';
import { streams } from '../../../../numerics/random/streams.js';
import type { Activation, Formula } from '../../../../theory/activations/activation.js';
import { numbers } from '../../../../theory/activations/arithmetic.js';
import { activationNamed, activations } from '../../../../theory/activations/index.js';
import { SPECIAL } from '../../../theory/activations/elementary/oracle.js';

const COUNT = 1 << 20;
const ALL: readonly Activation[] = [
  ...activations,
  activationNamed('leaky-relu(slope=-0.3)'),
  activationNamed('relu-power(k=5)'),
];

/** A module that puts φ(z), φ′(z) of pairs at `at` 16 and 32 bytes further. */
function text({ value, derivative }: Formula): string {
  const code = new Code();
  const o = pairs(code);
  code.loop('$at', '(i32.const 48)', get('$end'), () => {
    const z = code.now(load(get('$at')));
    code.line(store(get('$at'), value(o, z), 16));
    code.line(store(get('$at'), derivative(o, z), 32));
  });
  return `(module (import "host" "memory" (memory 0))
    (func (export "map") (param $at i32) (param $end i32) ${code.toString()}))`;
}

describe('formulas as WebAssembly', () => {
  const inputs = new Float64Array(COUNT);
  let toolkit: Awaited<ReturnType<typeof wabt>>;
  beforeAll(async () => {
    toolkit = await wabt();
    const random = streams(7).stream('inputs');
    const bits = new Uint32Array(inputs.buffer);
    for (let i = 0; i < COUNT; i++) {
      if (i < SPECIAL.length) inputs[i] = SPECIAL[i];
      else if (i % 2 === 0) inputs[i] = 40 * (random.uniform() - 0.5);
      // Any pattern of bits: numbers of every size, subnormal ones, NaN.
      else
        for (const word of [2 * i, 2 * i + 1])
          bits[word] = random.integer(65_536) * 65_536 + random.integer(65_536);
    }
  });

  it.each(ALL)('$name has the bits of numbers at 2²⁰ points, in both lanes', ({ formula }) => {
    const module = toolkit.parseWat('map.wat', text(formula!), { simd: true });
    const memory = new WebAssembly.Memory({ initial: (COUNT * 24) / 65_536 });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBinary({}).buffer), {
      host: { memory },
    });
    const table = new Float64Array(memory.buffer);
    inputs.forEach((z, i) => (table[6 * (i >> 1) + (i & 1)] = z));
    (exports.map as (at: number, end: number) => void)(0, COUNT * 24);
    let different = 0;
    inputs.forEach((z, i) => {
      const at = 6 * (i >> 1) + (i & 1);
      if (!Object.is(table[at + 2], formula!.value(numbers, z))) different++;
      if (!Object.is(table[at + 4], formula!.derivative(numbers, z))) different++;
    });
    expect(different).toBe(0);
  });
});
