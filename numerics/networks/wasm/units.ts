import { inputsOf, type Network } from '../network.js';
import { BLOCK, NUMBER, pairBytes, UNIT } from './layout.js';

/** A margin at which every activation that is not 0 at 0 is 0, as its derivative is. */
const FAR_LEFT = -1e300;

/** The hidden units as kernels take them. */
export interface Units {
  readonly blocks: number;
  readonly packed: Float64Array;
  /** The parameters from a later state of `packed`. */
  unpack(packed: Float64Array): Pick<Network, 'w' | 'b' | 'a'>;
}

/** Fills up to whole blocks with units that stay dead: a = 0, w = 0 and φ = 0 at their bias. */
export function packUnits(network: Network): Units {
  const { activation, w, b, a } = network;
  const inputs = inputsOf(network);
  const blocks = Math.ceil(b.length / (2 * BLOCK));
  const pairs = BLOCK * blocks;
  const size = pairBytes(inputs) / NUMBER;
  /** Place of a number of a unit, given where its group starts. */
  const place = (unit: number, group: number): number => (unit >> 1) * size + group / NUMBER + (unit & 1);
  const weight = (unit: number, i: number): number => place(unit, UNIT.w) + 2 * i;

  const packed = new Float64Array(pairs * size);
  const dead = activation.value(0) === 0 ? 0 : FAR_LEFT;
  for (let unit = 0; unit < 2 * pairs; unit++) {
    const alive = unit < b.length;
    packed[place(unit, UNIT.a)] = alive ? a[unit] : 0;
    packed[place(unit, UNIT.b)] = alive ? b[unit] : dead;
    if (alive) for (let i = 0; i < inputs; i++) packed[weight(unit, i)] = w[unit * inputs + i];
  }
  return {
    blocks,
    packed,
    unpack: (now) => ({
      w: w.map((_, at) => now[weight(Math.floor(at / inputs), at % inputs)]),
      b: b.map((_, unit) => now[place(unit, UNIT.b)]),
      a: a.map((_, unit) => now[place(unit, UNIT.a)]),
    }),
  };
}
