import { DataError } from '../data/data-error.js';
import type { Penalty } from './penalty.js';

const PLACES = 4096;
/** A value this far below (or above) those at the neighbouring places is a zero (or a pole). */
const ABYSS = 1e-9;
const GOLDEN = 0.5 * (Math.sqrt(5) - 1);
/** A range is at least this wide, relative to its ends, which are at most SIZE and at least 1/SIZE apart. */
const WIDTH = 1e-9;
const SIZE = 1e100;
/** Golden-section steps that shrink a bracket to round-off. */
const STEPS = 78;

/**
 * Makes sure that ρ and 1/ρ are positive and finite on their range: at 4097 places and, by golden-section search, in every
 * dip and peak between them. What is narrower than the places can escape.
 * @throws DataError naming the place, or the range where that is not one of ordinary size
 */
export function requirePositive({ at, from, to }: Penalty): void {
  const size = Math.max(Math.abs(from), Math.abs(to));
  if (!(size <= SIZE && to - from >= Math.max(1 / SIZE, WIDTH * size))) {
    throw new DataError(
      `the range from ${from} to ${to} is too wide or too narrow for double precision; expected ends of order one: rescale x`,
    );
  }
  const places = Array.from({ length: PLACES + 1 }, (_, k) =>
    k === PLACES ? to : from + ((to - from) * k) / PLACES,
  );
  const values = places.map((x) => checked(at(x), x));
  for (const f of [at, (x: number) => 1 / at(x)]) {
    const heights = f === at ? values : values.map((value) => 1 / value);
    for (let k = 1; k < PLACES; k++) {
      const [left, middle, right] = [heights[k - 1], heights[k], heights[k + 1]];
      // On level ground there is no dip to be seen
      if (middle > Math.min(left, right) || (middle === left && middle === right)) continue;
      const lowest = dip(f, places[k - 1], places[k + 1]);
      checked(at(lowest), lowest);
      if (f(lowest) > ABYSS * Math.min(left, right)) continue;
      refuse(f === at ? 'falls to 0' : 'grows without bound', lowest);
    }
  }
}

function checked(value: number, x: number): number {
  if (!(value > 0 && value < Infinity && 1 / value > 0 && 1 / value < Infinity)) refuse(`is ${value}`, x);
  return value;
}

function refuse(what: string, x: number): never {
  throw new DataError(
    `the penalty ${what} at x = ${Number(x.toPrecision(6))}; expected a positive finite number in the whole range: ` +
      'change the penalty or the range',
  );
}

/** Where f is least on [a, b], if it falls and then rises. */
function dip(f: (x: number) => number, a: number, b: number): number {
  let [left, right] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let step = 0; step < STEPS; step++) {
    if (atLeft <= atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - GOLDEN * (b - a);
      atLeft = f(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + GOLDEN * (b - a);
      atRight = f(right);
    }
  }
  return atLeft <= atRight ? left : right;
}
