import type { Domain } from './scale.js';
import { powerOfTen, tickLabels } from './tick-label.js';

/** Where the ticks of an axis stand and what they say. */
export interface Ticks {
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
  /** Places of light lines without labels. */
  readonly minor: readonly number[];
}

/** Whether there is room for labels such as these. */
export type Fits = (labels: readonly string[]) => boolean;

const TWO_DECADES = Math.log(100);
/** From this many decades on, the lines between them would only grey the picture. */
const CROWDED = 6;

/** The closest ticks whose labels fit; the fewest possible where none do. */
export function ticksOf(domain: Domain, log: boolean, fits: Fits): Ticks {
  const candidates = log ? logTicks(domain) : linearTicks(domain);
  return candidates.find(({ labels }) => fits(labels)) ?? candidates.at(-1)!;
}

/** The closest multiples of π/4, π/2, π … whose labels fit; ordinary ticks where none or a single one would do. */
export function angleTicks(domain: Domain, fits: Fits): Ticks {
  const candidates = [0.25, 0.5, 1, 2, 4].map((step) => multiplesOfPi(domain, step));
  return (
    candidates.find(({ ticks, labels }) => ticks.length >= 2 && fits(labels)) ?? ticksOf(domain, false, fits)
  );
}

/** The multiples of π·step inside; a bound on one, up to rounding, counts. */
function multiplesOfPi([low, high]: Domain, step: number): Ticks {
  const unit = Math.PI * step;
  const first = Math.ceil(low / unit - 1e-9);
  const count = Math.max(0, Math.floor(high / unit + 1e-9) - first + 1);
  const factors = Array.from({ length: count }, (_, k) => (first + k) * step);
  return { ticks: factors.map((factor) => factor * Math.PI), labels: factors.map(ofPi), minor: [] };
}

/** "0", "π/2", "−3π/4", "2π", for multiples of a quarter. */
function ofPi(factor: number): string {
  if (factor === 0) return '0';
  const denominator = [1, 2, 4].find((each) => Number.isInteger(factor * each))!;
  const numerator = Math.abs(factor * denominator);
  return `${factor < 0 ? '−' : ''}${numerator === 1 ? '' : numerator}π${denominator === 1 ? '' : `/${denominator}`}`;
}

/** Multiples of 1, 2 or 5 times a power of ten, from close to wide, two ticks at least. */
function linearTicks([low, high]: Domain): Ticks[] {
  const coarsest = Math.floor(Math.log10(high - low));
  const spacings = [-2, -1, 0].flatMap((k) => [1, 2, 5].map((factor) => ({ factor, power: coarsest + k })));
  const candidates = spacings.map(({ factor, power }) => {
    const step = Number(`${factor}e${power}`);
    const first = Math.ceil(low / step);
    const count = Math.max(0, Math.floor(high / step) - first + 1);
    const ticks = Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
    return { ticks, labels: tickLabels(ticks, Math.max(0, -power)), minor: [] };
  });
  return candidates.filter(({ ticks }) => ticks.length >= 2);
}

/** Below two decades 1, 2 and 5 times powers of ten, then powers, then every second, third … power. */
function logTicks(domain: Domain): Ticks[] {
  const [low, high] = domain;
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, k) => first + k);
  const inside = (value: number): boolean => value >= low && value <= high;
  const multiples = (factors: readonly number[]): number[] =>
    powers.flatMap((k) => factors.map((factor) => Number(`${factor}e${k}`))).filter(inside);
  const all = multiples([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const decades = powers.map(powerOfTen).filter(inside);
  const labelled = (ticks: number[], rest: number[]): Ticks => ({
    ticks,
    labels: tickLabels(ticks),
    minor: rest.filter((value) => !ticks.includes(value)),
  });
  const candidates = [
    ...(Math.log(high) - Math.log(low) < TWO_DECADES ? [labelled(multiples([1, 2, 5]), all)] : []),
    labelled(decades, decades.length <= CROWDED ? all : []),
    ...powers.slice(2).map((_, k) =>
      labelled(
        powers
          .filter((power) => power % (k + 2) === 0)
          .map(powerOfTen)
          .filter(inside),
        decades,
      ),
    ),
  ].filter(({ ticks }) => ticks.length >= 2);
  return candidates.length > 0 ? candidates : linearTicks(domain);
}
