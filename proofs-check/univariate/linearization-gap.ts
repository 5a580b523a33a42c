import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork, type Network } from '../../numerics/networks/network.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import { piecewiseRule } from '../../numerics/quadrature/piecewise-rule.js';

/**
 * Steps at which kinks are looked at, each about a fiftieth more than the last: a kink that has reached a data point goes to and
 * fro for long, and at looks far apart may happen to be back.
 */
const LOOKS = [...new Set(Array.from({ length: 780 }, (_, k) => Math.ceil(Math.exp(k * Math.log(1.02)))))];

/** How far training of all parameters ends from the linearized model after as many steps, as functions on [min x_j, max x_j]. */
export interface LinearizationGap {
  /** The L2 norm of the difference, exact: both functions are affine between kinks. */
  readonly l2: number;
  /** The same over the places that no kink has passed: where every unit is active at the end if it was at the start. */
  readonly undisturbed: number;
  /** The largest difference found at two points of each piece: the sup up to a factor. */
  readonly sup: number;
  /** Whether a kink has passed a data point, as seen at the end and at steps in geometric progression. */
  readonly crossed: boolean;
  readonly steps: number;
  readonly relativeResidual: number;
}

/**
 * Trains a network of one input and compares.
 * @throws what training throws
 */
export function linearizationGap(
  start: Network,
  data: Data,
  rates: LearningRates,
  stop: { readonly relativeResidual: number; readonly maxSteps: number },
): LinearizationGap {
  const passed = ({ w, b }: Network, x: number): boolean =>
    start.b.some((bias, i) => start.w[i] * x + bias > 0 !== w[i] * x + b[i] > 0);
  let crossed = false;
  const visit = (_: number, now: Network): void => {
    crossed ||= data.x.some((x) => passed(now, x));
  };
  const { network, steps, relativeResidual } = train(start, data, {
    rates,
    ...stop,
    checkpoints: { steps: LOOKS, visit },
  });
  visit(steps, network);
  const kinks = [start, network].flatMap(({ w, b }) => Array.from(b, (bias, i) => -bias / w[i]));
  const { points, weights } = piecewiseRule(kinks, Math.min(...data.x), Math.max(...data.x));
  const linear = linearizedTrajectory(start, data, rates).descent(steps).evaluate(points);
  const gaps = evaluateNetwork(network, points).map((f, k) => Math.abs(f - linear[k]));
  const squares = gaps.map((gap, k) => weights[k] * gap * gap);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return {
    l2: Math.sqrt(sum(squares)),
    undisturbed: Math.sqrt(sum(squares.filter((_, k) => !passed(network, points[k])))),
    sup: Math.max(...gaps),
    crossed,
    steps,
    relativeResidual,
  };
}
