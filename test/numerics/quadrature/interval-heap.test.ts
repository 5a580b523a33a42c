import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IntervalHeap } from '../../../numerics/quadrature/interval-heap.js';

const segment = { from: 0, to: 1, integrand: () => 0 };

it('gives intervals back in decreasing order of their errors', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (errors) => {
      const heap = new IntervalHeap();
      for (const error of errors) heap.push({ segment, from: 0, to: 1, value: 0, magnitude: 0, error });
      const order = errors.map(() => heap.pop()?.error);
      expect(order).toEqual([...errors].sort((p, q) => q - p));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
