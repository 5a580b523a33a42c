import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random integers. */
export interface Draws {
  /** Uniform on 0 … 2^bits − 1, for bits ≤ 32. */
  bits(bits: number): number;
}

/** The stream that belongs to a text: the same text gives the same stream, on every machine. */
export function drawsFor(text: string): Draws {
  // Hashed words as state: seeding by a small integer leaves neighbouring streams correlated.
  const generator = xoroshiro128plusFromState([0, 1, 2, 3].map((word) => hash(`${word}:${text}`)));
  return { bits: (bits) => (generator.next() >>> 0) >>> (32 - bits) };
}

/** FNV-1a with the final mixing of MurmurHash3: 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
