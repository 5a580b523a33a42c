import type { Batches } from './training.js';

/** The batches of training, one after another; a batch may be overwritten when the next but one is taken. */
export interface BatchOrder {
  /** Steps until every point has been drawn once on average. */
  readonly epoch: number;
  next(): Int32Array;
}

/**
 * The order in which points are drawn. Without replacement each epoch is a new random permutation, and a batch
 * that runs over its end goes on in the next.
 * @throws RangeError unless 1 ≤ size ≤ points is an integer
 */
export function batchOrder(points: number, batches: Batches | undefined): BatchOrder {
  if (!batches) {
    const all = Int32Array.from({ length: points }, (_, j) => j);
    return { epoch: 1, next: () => all };
  }
  const { size, replacement } = batches;
  if (!Number.isSafeInteger(size) || size < 1 || size > points) {
    throw new RangeError(`a batch has 1 to ${points} of the ${points} points, not ${size}`);
  }
  const random = batches.random.stream('batches');
  const buffers = [new Int32Array(size), new Int32Array(size)];
  const deck = Int32Array.from({ length: points }, (_, j) => j);
  let drawn = 0;
  const draw = (): number => {
    if (replacement) return random.integer(points);
    const position = drawn++ % points;
    const other = position + random.integer(points - position);
    const chosen = deck[other];
    deck[other] = deck[position];
    deck[position] = chosen;
    return chosen;
  };
  let turn = 0;
  return {
    epoch: Math.ceil(points / size),
    next() {
      const batch = buffers[(turn ^= 1)];
      for (let k = 0; k < size; k++) batch[k] = draw();
      return batch;
    },
  };
}
