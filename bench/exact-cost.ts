import { evaluateNetwork } from '../numerics/networks/network.js';
import { exactStepper, trainExact } from '../numerics/networks/exact/exact-trainer.js';
import { pointOrder, type Case } from './cases.js';
import { ORDER } from './contender.js';
import { driver, timed } from './drive.js';
import type { WholeRun } from './results.js';

const MAX_STEPS = 50_000_000;

/** Microseconds per step of the exact trainer after its set-up, which is given apart. */
export function exactStretch(
  { warmUp, ...each }: Case,
  steps: number,
): { setUpSeconds: number; microseconds: number } {
  const begin = performance.now();
  const { stepper } = exactStepper(each.network, each.data, each.rates);
  const setUpSeconds = (performance.now() - begin) / 1000;
  const drive = driver(stepper, each.data, pointOrder({ warmUp, ...each }, ORDER));
  drive(warmUp);
  return { setUpSeconds, microseconds: (1e6 * timed(() => drive(steps))) / steps };
}

/** f at the data points after the warm-up. */
export function exactOutputs(each: Case): Float64Array {
  const { stepper } = exactStepper(each.network, each.data, each.rates);
  driver(stepper, each.data, pointOrder(each, ORDER))(each.warmUp);
  return evaluateNetwork(stepper.network(), each.data.x);
}

/** Training from the start to the relative residual `until`. */
export function wholeRun(each: Case, until: number): Omit<WholeRun, 'seconds'> & { seconds: number } {
  const { network, data, rates, batches } = each;
  const options = { rates, ...(batches && { batches }), relativeResidual: until, maxSteps: MAX_STEPS };
  const begin = performance.now();
  const { steps, work } = trainExact(network, data, options);
  return { seconds: (performance.now() - begin) / 1000, steps, until, work: { ...work } };
}
