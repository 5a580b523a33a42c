/**
 * What kernels and their caller agree on: where things lie in memory, in bytes. Units stand in pairs, one per lane
 * of 16 bytes: a, b, w₁, w₂, … of the pair, one pair after another. A point is a row of numbers.
 */
export const PAIR = 16;
export const NUMBER = 8;

export const UNIT = { a: 0, b: PAIR, w: 2 * PAIR };

/** Bytes of a pair of units. */
export const pairBytes = (inputs: number): number => (inputs + 2) * PAIR;

/** Pairs that a kernel takes at a time: the number of pairs must be a multiple. */
export const BLOCK = 2;

/** Row of a point for smooth activations: the residual, the place of the point in the cache, its inputs. */
export const SMOOTH_ROW = { residual: 0, slot: NUMBER, x: 2 * NUMBER };
export const smoothRowBytes = (inputs: number): number => (inputs + 2) * NUMBER;

/** Bytes of a pair of units at a point in the cache: φ, φ′. A block's pairs stand side by side. */
export const SLOT = 2 * PAIR;

/**
 * Row of a point for piecewise linear activations: residual times slope, then for each input x and residual times
 * slope times x; with two slopes, both of each, right of 0 first. With slope 0 on the left that is left out.
 */
export const linearRow = (sides: 1 | 2): { x: number; perInput: number } => ({
  x: sides * NUMBER,
  perInput: (1 + sides) * NUMBER,
});
export const linearRowBytes = (inputs: number, sides: 1 | 2): number => {
  const { x, perInput } = linearRow(sides);
  return x + inputs * perInput;
};

/** Numbers of inputs that have a function of their own, with weights in registers. */
export const UNROLLED = [1, 2, 3, 4];

/** The name of the function for a number of inputs. */
export const entry = (inputs: number): string => (UNROLLED.includes(inputs) ? `step${inputs}` : 'step');

/** Parameters of every kernel, in order. */
export const PARAMETERS = [
  ['unit', 'i32'],
  ['unitEnd', 'i32'],
  ['batch', 'i32'],
  ['batchEnd', 'i32'],
  ['next', 'i32'],
  ['nextEnd', 'i32'],
  ['lanes', 'i32'],
  ['hidden', 'f64'],
  ['output', 'f64'],
  ['inputs', 'i32'],
  ['scratch', 'i32'],
  ['cache', 'i32'],
  ['cacheStride', 'i32'],
  ['refresh', 'i32'],
] as const;
