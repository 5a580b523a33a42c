import type { Stepper } from '../descend.js';
import { copyNetwork, evaluateNetwork, inputsOf, type Network } from '../network.js';
import type { Data, LearningRates } from '../training.js';
import { kernelOf } from './kernels.js';
import { entry, NUMBER, PAIR } from './layout.js';
import { linearRows, smoothRows } from './rows.js';
import { packUnits } from './units.js';

type Kernel = (...parameters: number[]) => void;

/** Values of φ and φ′ are kept from step to step if they take no more than these bytes. */
export const CACHE = 256 * 1024 * 1024;
const PAGE = 65_536;

/**
 * A step by a WebAssembly kernel, with the bits of `plainStepper`; undefined if there is no kernel, no WebAssembly
 * with vectors, or not enough memory. Batches have at most as many points as there are data.
 */
export function wasmStepper(
  network: Network,
  data: Data,
  rates: LearningRates,
  cacheBytes = CACHE,
): Stepper | undefined {
  const module = kernelOf(network.activation);
  if (!module) return undefined;
  const inputs = inputsOf(network);
  const points = data.y.length;
  const x = Float64Array.from(data.x);
  const { slopes } = network.activation;
  const rows = slopes ? linearRows(x, inputs, slopes) : smoothRows(x, inputs);
  const units = packUnits(network);

  const lanes = 0;
  const batchAt = lanes + PAIR * points;
  const nextAt = batchAt + rows.bytes * points;
  const scratch = align(nextAt + rows.bytes * points);
  const unitsAt = scratch + 2 * PAIR * inputs;
  const unitsEnd = unitsAt + units.packed.byteLength;
  const whole = rows.slotBytes * points * units.blocks;
  const blockCache = whole <= cacheBytes ? rows.slotBytes * points : 0;
  const total = unitsEnd + (blockCache > 0 ? whole : rows.slotBytes * points);
  const memory = allocate(total);
  if (!memory) return undefined;

  const instance = new WebAssembly.Instance(module, { host: { memory } });
  const kernel = instance.exports[entry(inputs)] as Kernel;
  const numbers = new Float64Array(memory.buffer);
  const table = new DataView(memory.buffer);
  numbers.set(units.packed, unitsAt / NUMBER);

  const outputs = evaluateNetwork(network, x);
  const u = network.u?.slice();
  let d = network.d;
  /** Whether the cache holds φ and φ′ at a point. */
  const fresh = new Uint8Array(points);
  const left = slopes ? slopes[0] : 0;

  return {
    outputs,
    step(batch, residuals, factor, next) {
      if (batch.length > points || next.length > points) {
        throw new RangeError(
          `a batch has at most ${points} points, not ${Math.max(batch.length, next.length)}`,
        );
      }
      let refresh = blockCache === 0 ? 1 : 0;
      for (let k = 0; k < batch.length; k++) {
        const j = batch[k];
        const r = residuals[j];
        rows.write(table, batchAt + k * rows.bytes, j, r);
        if (fresh[j] === 0) refresh = 1;
        d -= factor * (rates.bias ?? rates.output) * r;
        if (!u) continue;
        const rate = factor * (rates.skip ?? rates.output) * r;
        for (let i = 0; i < inputs; i++) u[i] -= rate * x[j * inputs + i];
      }
      for (let k = 0; k < next.length; k++) rows.write(table, nextAt + k * rows.bytes, next[k], 0);
      numbers.fill(0, lanes, 2 * next.length);
      // The order of these is that of PARAMETERS in layout.ts.
      kernel(
        unitsAt,
        unitsEnd,
        batchAt,
        batchAt + batch.length * rows.bytes,
        nextAt,
        nextAt + next.length * rows.bytes,
        lanes,
        factor * rates.hidden,
        factor * rates.output,
        inputs,
        scratch,
        unitsEnd,
        blockCache,
        refresh,
        left,
      );
      fresh.fill(0);
      for (let k = 0; k < next.length; k++) {
        const j = next[k];
        fresh[j] = 1;
        let affine = d;
        if (u) for (let i = 0; i < inputs; i++) affine += u[i] * x[j * inputs + i];
        outputs[j] = affine + (numbers[2 * k] + numbers[2 * k + 1]);
      }
    },
    network() {
      const { w, b, a } = units.unpack(numbers.subarray(unitsAt / NUMBER, unitsEnd / NUMBER));
      return copyNetwork({ ...network, w, b, a, d, ...(u && { u }) });
    },
  };
}

const align = (bytes: number): number => Math.ceil(bytes / PAIR) * PAIR;

/** Memory of at least the given size, if there is as much. */
function allocate(bytes: number): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch {
    return undefined;
  }
}
