import type { Draws } from './draws.js';
import type { Range } from './range.js';
import type { Rational } from './rational.js';
import { fromNumber, plus, ratio, times } from './rational.js';

/** Random values are drawn from this many bits: the size |S| of the sample set in the Schwartz–Zippel bound. */
export const SAMPLE_BITS = 22;
const SIZE = 1n << BigInt(SAMPLE_BITS);

const fraction = (draws: Draws): Rational => ratio(2n * BigInt(draws.bits(SAMPLE_BITS)) + 1n, 2n * SIZE);

/** One of 2^22 rationals inside the range; a bound of an infinite range keeps it within a few units of its end. */
export function sampleRational({ lo, hi }: Range, draws: Draws): Rational {
  if (lo === -Infinity && hi === Infinity) return times(ratio(8n), plus(fraction(draws), ratio(-1n, 2n)));
  const from = fromNumber(lo === -Infinity ? hi : lo);
  const span = lo === -Infinity ? ratio(-4n) : hi === Infinity ? ratio(4n) : fromNumber(hi - lo);
  return plus(from, times(span, fraction(draws)));
}

/** A double inside the range; on infinite ranges of any size from 2^-4 to 2^4, beyond the end if there is one. */
export function sampleDouble({ lo, hi }: Range, draws: Draws): number {
  const unit = (draws.bits(31) + 0.5) / 2147483648;
  if (Number.isFinite(lo) && Number.isFinite(hi)) return lo + (hi - lo) * unit;
  const size = Math.exp(Math.LN2 * (8 * unit - 4));
  if (lo === -Infinity && hi === Infinity) return draws.bits(1) === 0 ? size : -size;
  return lo === -Infinity ? hi - size : lo + size;
}

/**
 * A double inside the range at a distance of any size from an end: 2^-40 to 2^40 on infinite ranges (around 0 where
 * there is no end), down to 2^-40 of the width on finite ones.
 */
export function sampleFar(range: Range, draws: Draws): number {
  const { lo, hi } = range;
  const unit = (draws.bits(31) + 0.5) / 2147483648;
  const coin = draws.bits(1) === 0;
  const isFinite = Number.isFinite(lo) && Number.isFinite(hi);
  const size = isFinite
    ? (hi - lo) * Math.exp(-40 * Math.LN2 * unit)
    : Math.exp(40 * Math.LN2 * (2 * unit - 1));
  const isUpwards = lo === -Infinity ? hi === Infinity && coin : hi === Infinity || coin;
  const end = isUpwards ? lo : hi;
  const far = (Number.isFinite(end) ? end : 0) + (isUpwards ? size : -size);
  return far > lo && far < hi ? far : sampleDouble(range, draws);
}

/** One of 2^22 rationals within a relative 2^-22 of a double (so that its sign and comparisons are kept). */
export function sampleNear(value: number, draws: Draws): Rational {
  const step = BigInt(draws.bits(SAMPLE_BITS)) + 1n;
  const rounded = Math.fround(value);
  if (value === 0) return ratio(step, 1n << 60n);
  return times(
    fromNumber(rounded === 0 || !Number.isFinite(rounded) ? value : rounded),
    ratio((1n << 44n) + step, 1n << 44n),
  );
}
