/** Distinct activation patterns, numbered in the order in which they were first met. A pattern is a row of bits. */
export class Patterns {
  /** 32-bit words in a pattern */
  readonly words: number;
  count = 0;
  private bits: Int32Array;
  private readonly table = new Map<number, number>();

  constructor(points: number) {
    this.words = Math.ceil(points / 32);
    this.bits = new Int32Array(64 * this.words);
  }

  /** The number of a pattern, which is entered if it is new. */
  find(pattern: Int32Array): number {
    let key = hash(pattern);
    for (;;) {
      const c = this.table.get(key);
      if (c === undefined) break;
      if (this.equals(c, pattern)) return c;
      key++; // another pattern with the same hash
    }
    if ((this.count + 1) * this.words > this.bits.length) {
      const bits = new Int32Array(2 * this.bits.length);
      bits.set(this.bits);
      this.bits = bits;
    }
    this.bits.set(pattern, this.count * this.words);
    this.table.set(key, this.count);
    return this.count++;
  }

  /** The number of a pattern; −1 if it has not been met. */
  lookUp(pattern: Int32Array): number {
    for (let key = hash(pattern); ; key++) {
      const c = this.table.get(key);
      if (c === undefined) return -1;
      if (this.equals(c, pattern)) return c;
    }
  }

  pattern(c: number): Int32Array {
    return this.bits.subarray(c * this.words, (c + 1) * this.words);
  }

  active(c: number, point: number): boolean {
    return ((this.bits[c * this.words + (point >> 5)] >> (point & 31)) & 1) === 1;
  }

  /** The points at which class `to` differs from class `from`: j where `to` is active, ~j where it is not. */
  differences(from: number, to: number): number[] {
    const flips: number[] = [];
    for (let word = 0; word < this.words; word++) {
      const now = this.bits[to * this.words + word];
      let different = now ^ this.bits[from * this.words + word];
      while (different !== 0) {
        const bit = 31 - Math.clz32(different);
        const j = 32 * word + bit;
        flips.push(((now >> bit) & 1) === 1 ? j : ~j);
        different ^= 1 << bit;
      }
    }
    return flips;
  }

  /** The class, of the first `among`, that differs from the pattern at the fewest points. */
  mostSimilar(pattern: Int32Array, among: number): number {
    let [best, fewest] = [0, Infinity];
    for (let c = 0; c < Math.min(this.count, among); c++) {
      let different = 0;
      for (let word = 0; word < this.words; word++)
        different += bitsOf(pattern[word] ^ this.bits[c * this.words + word]);
      if (different < fewest) [best, fewest] = [c, different];
    }
    return best;
  }

  private equals(c: number, pattern: Int32Array): boolean {
    for (let word = 0; word < this.words; word++)
      if (this.bits[c * this.words + word] !== pattern[word]) return false;
    return true;
  }
}

/** An integer below 2^32, multiplied out of the way of its neighbours. */
function hash(pattern: Int32Array): number {
  let h = 0;
  for (const word of pattern) h = Math.imul(h ^ word, 0x9e3779b1) ^ (h >>> 15);
  return h >>> 0;
}

function bitsOf(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
