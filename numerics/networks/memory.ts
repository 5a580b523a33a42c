import type { TrainerName } from './trainers.js';
import { CACHE } from './wasm/wasm-stepper.js';

/** What memory depends on. */
export interface TrainingSize {
  readonly trainer: TrainerName;
  readonly width: number;
  readonly inputs: number;
  /** Data points. */
  readonly points: number;
}

const NUMBER = 8;
/** Node with the program loaded, and garbage that is not collected yet. */
const BASE = 128 * 1024 * 1024;
/** The longest typed array of Node 20. */
const MOST_NUMBERS = 0xffff_ffff;
/** The heap of a class, two typed arrays, and its node in the tree of patterns. */
const CLASS_OBJECTS = 1000;

/**
 * Most bytes that it takes at a time to initialize, train and evaluate a network, to a few tens of percent. The parameters
 * of a unit, inputs + 2 numbers, are there at the start, in the trainer and at the end; the plain trainer packs and
 * copies them once more, the exact one keeps a certificate for each unit and matrices for each class of units.
 */
export function trainingBytes({ trainer, width, inputs, points }: TrainingSize): number {
  const parameters = NUMBER * (inputs + 2);
  const evaluation = 2 * NUMBER;
  if (trainer === 'plain') return BASE + CACHE + width * (5 * parameters + evaluation);
  const certificate = NUMBER + 4 + 4;
  const square = (inputs + 2) * (inputs + 2);
  const perClass = NUMBER * (4 * square + 10 * (inputs + 2)) + (inputs > 1 ? points / 4 : 0) + CLASS_OBJECTS;
  return (
    BASE + width * (3 * parameters + certificate + evaluation) + mostClasses(width, inputs, points) * perClass
  );
}

/**
 * The largest even width of which training takes at most so many bytes, rounded down by up to a per cent; 0 if there is
 * none. The parameters of all units are one typed array.
 */
export function widestThatFits(size: Omit<TrainingSize, 'width'>, bytes: number): number {
  let [low, high] = [0, Math.floor(MOST_NUMBERS / (size.inputs + 2))];
  while (high - low > 0.01 * high) {
    const middle = Math.floor((low + high) / 2);
    if (trainingBytes({ ...size, width: middle }) <= bytes) low = middle;
    else high = middle;
  }
  return 2 * Math.floor(low / 2);
}

/** Occupied cells of the hyperplanes ⟨w, x_j⟩ + b = 0: at most one for each unit, and at most 2 Σ_{k ≤ inputs} C(points − 1, k). */
function mostClasses(width: number, inputs: number, points: number): number {
  if (inputs === 1) return 2 * points;
  let [cells, binomial] = [2, 1];
  for (let k = 1; k <= inputs && cells < width; k++) {
    binomial *= (points - k) / k;
    cells += 2 * binomial;
  }
  return Math.min(width, cells);
}
