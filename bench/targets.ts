import { advantage, claimedCost } from './compare.js';
import type { Results } from './results.js';
import { exponent } from './statistics.js';

/** Something that the bench must reach. */
export interface Target {
  readonly title: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Undefined if it could not be measured. */
  readonly reached: number | undefined;
}

const MEMORY = 4;
const EXPONENT = 0.1;

/** Times by which a step must be cheaper than that of the fastest peer. */
const RATIOS: readonly (readonly [id: string, title: string, ratio: number])[] = [
  ['relu-1000', 'one input, width 10³', 10],
  ['relu-10000', 'one input, width 10⁴', 100],
  ['relu-100000', 'one input, width 10⁵', 1000],
  ['plane-100000', 'two inputs, width 10⁵, gradient descent', 100],
  ['plane-sgd-100000', 'two inputs, width 10⁵, SGD', 8],
  ['tanh-1000', 'tanh, width 10³', 2],
  ['tanh-10000', 'tanh, width 10⁴', 2],
];

export function targets({ cases, memory }: Results): Target[] {
  const ratios = RATIOS.map(([id, title, atLeast]): Target => {
    const result = cases.find((each) => each.id === id);
    return { title: `fastest peer / ours: ${title}`, atLeast, reached: result && advantage(result) };
  });
  const line = cases.filter(({ id }) => id.startsWith('relu-'));
  const costs = line.map((each) => claimedCost(each) ?? NaN);
  const widths = line.map(({ width }) => width);
  const used = memory.find(({ contender }) => contender === 'exact');
  return [
    {
      title: 'p of cost per step ∝ width^p, 10³ to 10⁶',
      atMost: EXPONENT,
      reached: line.length > 1 ? exponent(widths, costs) : undefined,
    },
    ...ratios,
    { title: 'peak memory / parameters, width 10⁶', atMost: MEMORY, reached: used?.timesParameters },
  ];
}

export const passes = ({ atLeast = -Infinity, atMost = Infinity, reached = NaN }: Target): boolean =>
  reached >= atLeast && reached <= atMost;
