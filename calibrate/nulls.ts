import type { RandomStream } from '../numerics/random/streams.js';
import { studentProbability } from '../numerics/statistics/quantiles.js';
import type { PrintedLaw } from '../proofs-check/decisions/reproduction.js';
import { fitLaw } from '../proofs-check/decisions/reproduction.js';
import type { Cell, Noise } from './noise.js';
import { slopeStatistic } from './slope-statistic.js';

/** What a decision would see if the truth lay exactly at its bound. */
export interface Null {
  readonly name: string;
  readonly noise: Noise;
  readonly degreesOfFreedom: number;
  /** The studentized distance from the bound in one more run of the suite; Student’s t, if all assumptions hold. */
  readonly draw: (random: RandomStream) => number;
}

/** The chance of Student’s t at least as far from 0, on either side: the p-value of the decision. */
export const twoSided = (t: number, degreesOfFreedom: number): number =>
  2 * studentProbability(-Math.abs(t), degreesOfFreedom);

/**
 * The nulls of a group: residuals of its own noise about truths at the bound. For a rate the slope is exactly the bound (any
 * bound alike: a slope is only shifted by it), for a level or comparison the mean. A reproduction has two: the mean
 * ratio to a law that is known, and the exponent against that of a law fitted to `repetitions` runs of the same noise.
 * None for a group without noise.
 */
export function nullsOf(noise: Noise, printed?: PrintedLaw): Null[] {
  const cells = noise.cells.map(centred);
  if (cells.every(({ values }) => values.every((value) => Math.abs(value) < ROUND_OFF))) return [];
  if (noise.type === 'rate') return [rateNull(noise, cells)];
  if (noise.type === 'reproduction') return printed ? lawNulls(noise, cells, printed) : [];
  return [meanNull(noise, cells)];
}

const ROUND_OFF = 1e-9;

function rateNull(noise: Noise, cells: readonly Cell[]): Null {
  const places = cells.flatMap(({ place, runs }) => Array.from({ length: runs }, () => Math.log(place)));
  const slopeOf = slopeStatistic(places);
  const y = new Float64Array(places.length);
  return {
    name: 'slope',
    noise,
    degreesOfFreedom: places.length - 2,
    draw: (random) => {
      fill(y, cells, random);
      const { slope, standardError } = slopeOf(y);
      return slope / standardError;
    },
  };
}

function meanNull(noise: Noise, cells: readonly Cell[]): Null {
  const n = cells.reduce((sum, { runs }) => sum + runs, 0);
  const y = new Float64Array(n);
  return {
    name: 'mean',
    noise,
    degreesOfFreedom: n - 1,
    draw: (random) => {
      fill(y, cells, random);
      const mean = y.reduce((sum, value) => sum + value, 0) / n;
      const variance = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1);
      return mean / Math.sqrt(variance / n);
    },
  };
}

function lawNulls(noise: Noise, cells: readonly Cell[], printed: PrintedLaw): Null[] {
  const flat = cells.map(unitMeanSquare);
  const all = flat.flatMap(({ values }) => values);
  const degreesOfFreedom = flat.reduce((sum, { runs }) => sum + runs - 1, 0);
  const truth = { ...printed, coefficient: 1, exponent: 0, repetitions: Infinity };
  const ours = (random: RandomStream): { size: number; error: number }[] =>
    flat.flatMap(({ place, runs, values }) =>
      Array.from({ length: runs }, () => ({ size: place, error: Math.exp(pick(values, random)) })),
    );
  /** A law fitted as the printed one was. */
  const refitted = (random: RandomStream): PrintedLaw => {
    const x = printed.sizes.map(Math.log);
    const y = printed.sizes.map(() => {
      let sum = 0;
      for (let k = 0; k < printed.repetitions; k++) sum += Math.exp(2 * pick(all, random));
      return Math.log(sum / printed.repetitions) / 2;
    });
    const centre = x.reduce((sum, xi) => sum + xi, 0) / x.length;
    const spread = x.reduce((sum, xi) => sum + (xi - centre) * (xi - centre), 0);
    return {
      ...printed,
      coefficient: 1,
      exponent: x.reduce((sum, xi, i) => sum + (xi - centre) * y[i], 0) / spread,
    };
  };
  return [
    {
      name: 'mean ratio',
      noise,
      degreesOfFreedom,
      draw: (random) => {
        const { level, levelError } = fitLaw(ours(random), truth);
        return level / levelError;
      },
    },
    {
      name: 'exponent',
      noise,
      degreesOfFreedom,
      draw: (random) => {
        const { difference, differenceError } = fitLaw(ours(random), refitted(random));
        return difference / differenceError;
      },
    },
  ];
}

function centred(cell: Cell): Cell {
  const mean = cell.values.reduce((sum, value) => sum + value, 0) / cell.values.length;
  return { ...cell, values: cell.values.map((value) => value - mean) };
}

/** Log errors shifted so that their root mean square is 1. */
function unitMeanSquare(cell: Cell): Cell {
  const square = cell.values.reduce((sum, value) => sum + Math.exp(2 * value), 0) / cell.values.length;
  return { ...cell, values: cell.values.map((value) => value - Math.log(square) / 2) };
}

const pick = (values: readonly number[], random: RandomStream): number =>
  values[random.integer(values.length)];

function fill(y: Float64Array, cells: readonly Cell[], random: RandomStream): void {
  let at = 0;
  for (const { runs, values } of cells) for (let k = 0; k < runs; k++) y[at++] = pick(values, random);
}
