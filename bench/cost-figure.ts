import type { Figure, Layer } from '../proofs-check/claim.js';
import { bestPeer, cost, median, wholeCost } from './compare.js';
import type { CaseResult, Results } from './results.js';
import { PLAIN, WASM } from './own-contenders.js';

type Cost = (result: CaseResult) => number | undefined;

const named =
  (name: string): Cost =>
  ({ costs }) => {
    const found = costs.find(({ contender }) => contender === name);
    return found && cost(found);
  };
const best =
  (prefix: string): Cost =>
  (result) => {
    const found = bestPeer(result, prefix);
    return found && cost(found);
  };

const SERIES: readonly (readonly [name: string, cost: Cost])[] = [
  ['exact trainer, whole run', wholeCost],
  ['exact trainer, as many steps as the peers', ({ exact }) => exact && median(exact.sameSteps)],
  ['PyTorch, hand gradients', best('PyTorch, hand')],
  ['PyTorch, autograd', best('PyTorch, autograd')],
  ['numpy, hand gradients', best('numpy')],
  [`plain trainer, ${PLAIN}`, named(PLAIN)],
  [`plain trainer, ${WASM}`, named(WASM)],
];

/** Cost per step against width, one input. */
export function costFigure({ cases }: Results): Figure {
  const line = cases.filter(({ id }) => id.startsWith('relu-'));
  const layers = SERIES.flatMap(([series, costOf]): Layer[] => {
    const points = line.flatMap((result) => {
      const y = costOf(result);
      return y === undefined ? [] : [{ x: result.width, y }];
    });
    if (points.length === 0) return [];
    const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
    return [
      { mark: 'line', series, x, y },
      { mark: 'points', series, x, y },
    ];
  });
  return {
    id: 'cost-per-step',
    title: 'Gradient descent, ReLU, one input, ten points: cost per step',
    caption:
      'Median microseconds per step against width, measured in one run; of each peer the fastest variant at that width.',
    x: { label: 'width', log: true },
    y: { label: 'microseconds per step', log: true },
    layers,
  };
}
