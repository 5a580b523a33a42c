import { expect, it } from 'vitest';
import { Patterns } from '../../../../numerics/networks/exact/patterns.js';
import { streams } from '../../../../numerics/random/streams.js';

/** The multiplier of the hash, and its inverse modulo 2^32. */
const K = 0x9e3779b1;
let inverse = 1;
for (let k = 0; k < 5; k++) inverse = Math.imul(inverse, 2 - Math.imul(K, inverse));

/** A pattern of two words, of which the first is given, whose hash is that of the words 0, 0. */
function collidingWith(first: number): Int32Array {
  const h = Math.imul(first, K);
  return Int32Array.of(first, h ^ Math.imul(h >>> 15, inverse));
}

it('patterns with one hash, or with neighbouring ones, are told apart', () => {
  expect(Math.imul(K, inverse)).toBe(1);
  const patterns = new Patterns(64);
  const list = Array.from({ length: 200 }, (_, k) => collidingWith(k));
  // The number after the hash of the others, so that it is taken already.
  list.push(Int32Array.of(0, inverse));
  list.forEach((pattern, c) => {
    expect(patterns.lookUp(pattern)).toBe(-1);
    expect(patterns.find(pattern)).toBe(c);
  });
  list.forEach((pattern, c) => {
    expect(patterns.lookUp(pattern)).toBe(c);
    expect(patterns.find(pattern)).toBe(c);
    expect(patterns.pattern(c)).toEqual(pattern);
  });
  expect(patterns.count).toBe(list.length);
});

it('thousands of patterns are kept', () => {
  const random = streams(4).stream('patterns');
  const word = (): number => random.integer(65_536) * 65_536 + random.integer(65_536);
  const patterns = new Patterns(96);
  const list = Array.from({ length: 5_000 }, () => Int32Array.of(word(), word(), word()));
  list.forEach((pattern, c) => expect(patterns.find(pattern)).toBe(c));
  list.forEach((pattern, c) => expect(patterns.pattern(c)).toEqual(pattern));
});

it('the most similar one is among the first so many', () => {
  const patterns = new Patterns(40);
  for (const words of [
    [0, 0],
    [7, 0],
    [-1, 255],
    [15, 0],
  ])
    patterns.find(Int32Array.from(words));
  const wanted = Int32Array.of(31, 0);
  expect(patterns.mostSimilar(wanted, 4)).toBe(3);
  expect(patterns.mostSimilar(wanted, 3)).toBe(1);
  expect(patterns.mostSimilar(Int32Array.of(-2, 127), 99)).toBe(2);
});
