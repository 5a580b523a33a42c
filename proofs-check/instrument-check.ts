import { trainExact } from '../numerics/networks/exact/exact-trainer.js';
import { evaluateNetwork, initializeNetwork } from '../numerics/networks/network.js';
import { trainPlain } from '../numerics/networks/plain-trainer.js';
import { stableRates } from '../numerics/networks/tangent-kernel.js';
import { streams } from '../numerics/random/streams.js';
import { bindLaw } from '../theory/initializations/law.js';

const WIDTH = 32;
const STEPS = 100;
/** A round-off for each step. */
const TOLERANCE = 10 * STEPS * Number.EPSILON;

/**
 * Tries what every claim about networks leans on, where a defect would not show in a verdict: limits of training do not
 * tell a slightly wrong step, nor slopes that runs have shared their random numbers.
 * @throws Error that says what is broken
 */
export function checkInstruments(): void {
  const gap = trainersApart();
  if (!(gap <= TOLERANCE)) {
    throw new Error(
      `self-check: the exact trainer is ${gap.toExponential(1)} from plain gradient descent after ${STEPS} steps, expected at most ${TOLERANCE.toExponential(1)}`,
    );
  }
  const paths = [['a'], ['b'], ['a', 'n=64/0'], ['a', 'n=64/1'], ['a', 'n=128/0']];
  const drawn = paths.map((path) => streams(1, path).stream('hidden').normal());
  const seeds = [1, 2].map((seed) => streams(seed, paths[0]).stream('hidden').normal());
  if (new Set(drawn).size < drawn.length || seeds[0] === seeds[1])
    throw new Error('self-check: random streams of different seeds, claims, widths or runs are the same');
}

/** The largest distance between functions trained by either trainer, all parameters, of a network that bends between the data. */
function trainersApart(): number {
  const law = bindLaw('binary-uniform(w0=1,aB=2)');
  const start = initializeNetwork(law, WIDTH, streams(0, ['self-check']));
  const data = { x: [-1, -0.2, 0.3, 1], y: [1, -0.5, 0.5, 0] };
  const options = { rates: stableRates(start, data.x), relativeResidual: 0, maxSteps: STEPS };
  const places = [-1.5, -1, -0.6, -0.2, 0, 0.3, 0.7, 1, 1.5];
  const [exact, plain] = [trainExact, trainPlain].map((train) =>
    evaluateNetwork(train(start, data, options).network, places),
  );
  return Math.max(...places.map((_, k) => Math.abs(exact[k] - plain[k])));
}
