import type { CaseResult, Results } from '../../bench/results.js';

const work = { crossings: 10, checks: 2, nearSteps: 20, loads: 1, rebases: 3 };

/** One input: our steps cost the same at every width, those of the peers 0.05 µs per unit. */
function lineResult(width: number): CaseResult {
  const cost = (contender: string, peer: boolean, perUnit: number) => ({
    contender,
    peer,
    stepsPerRound: 5,
    microseconds: [perUnit * width, 0.9 * perUnit * width, 1.1 * perUnit * width],
    deviation: 1e-15,
  });
  return {
    id: `relu-${width}`,
    family: 'ReLU, one input',
    width,
    inputs: 1,
    points: 10,
    stretch: 10_000,
    warmUp: 20,
    costs: [
      cost('typed arrays', false, 0.4),
      cost('WebAssembly', false, 0.01),
      cost('numpy, hand gradients', true, 0.06),
      cost('PyTorch, hand gradients, 1 thread', true, 0.05),
    ],
    exact: { setUpSeconds: [0.01], sameSteps: [1.5], sameStepsCount: 15, stretch: [1], deviation: 2e-15 },
    whole: { seconds: [2, 4, 3], steps: 1_500_000, until: 1e-6, work },
  };
}

export const madeUpResults: Results = {
  date: '2000-02-29',
  seconds: 100,
  rounds: 3,
  machine: { processor: 'abacus', processors: 2, memoryGiB: 4, node: '20.0.0', load: [0.5, 1] },
  peers: { python: '3.11', numpy: '1.24' },
  cases: [1e3, 1e4, 1e5, 1e6].map(lineResult),
  memory: [{ contender: 'exact', width: 1e6, timesParameters: 5 }],
  profiles: [{ id: 'relu-1000', width: 1000, steps: 10, work, shares: [['moveNear', 0.625]] }],
};
