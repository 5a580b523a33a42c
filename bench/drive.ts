import type { Stepper } from '../numerics/networks/descend.js';
import type { Data } from '../numerics/networks/training.js';

/**
 * Takes further steps, as `descend` does but without its checks: calls go on where the last one ended. With an
 * order (which repeats), each step is on the next point of it.
 */
export function driver(stepper: Stepper, { y }: Data, order?: Int32Array): (steps: number) => void {
  const residuals = new Float64Array(y.length);
  const { outputs } = stepper;
  const all = Int32Array.from(y.keys());
  let taken = 0;
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      let batch: Int32Array = all;
      let next: Int32Array = all;
      if (order) {
        const at = taken % order.length;
        const after = (taken + 1) % order.length;
        batch = order.subarray(at, at + 1);
        next = order.subarray(after, after + 1);
      }
      for (let k = 0; k < batch.length; k++) residuals[batch[k]] = outputs[batch[k]] - y[batch[k]];
      stepper.step(batch, residuals, 1, next);
      taken++;
    }
  };
}

/** Seconds that the work takes. */
export function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}
