import { exactApplies } from '../numerics/networks/exact/exact-trainer.js';
import { inputsOf } from '../numerics/networks/network.js';
import type { Case } from './cases.js';
import type { Contender } from './contender.js';
import type { ExactWorker } from './exact-worker.js';
import { PLAIN } from './own-contenders.js';
import type { CaseResult, ExactCost, StepCost, WholeRun } from './results.js';
import { deviation, rotated } from './statistics.js';

/** What a contender's turn may take, in seconds, and the most steps in it. */
const TURN = 0.06;
const MOST_STEPS = 2_000;
/** Whole runs of more seconds are repeated in every fourth round only. */
const SLOW = 3;
/** Outputs that differ by more are those of another algorithm. */
export const AGREEMENT = 1e-9;

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly number[] ? number[] : T[K] };

interface Entry {
  readonly each: Case;
  readonly contenders: readonly Contender[];
  readonly costs: Map<string, Growing<StepCost>>;
  readonly exact?: Growing<ExactCost>;
  readonly worker?: ExactWorker;
  whole?: Growing<WholeRun>;
}

/**
 * Times all cases in turn, and in each case all contenders in turn, so many rounds; whoever comes first changes
 * from round to round.
 * @throws Error if a contender does not agree with the plain trainer
 */
export async function measure(
  cases: readonly Case[],
  contenders: readonly Contender[],
  workerFor: (each: Case) => ExactWorker,
  rounds: number,
  say: (message: string) => void,
): Promise<CaseResult[]> {
  const entries: Entry[] = [];
  for (const each of cases) {
    say(`warming up ${each.id}`);
    entries.push(await warmUp(each, contenders, workerFor));
  }
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (const entry of rotated(entries, round)) {
      for (const contender of rotated(entry.contenders, round)) {
        const { microseconds, stepsPerRound } = entry.costs.get(contender.name)!;
        await contender.run(entry.each, 1); // brings its arrays back into the caches
        microseconds.push((1e6 * (await contender.run(entry.each, stepsPerRound))) / stepsPerRound);
      }
      await exactRound(entry, round, rounds);
    }
  }
  return entries.map(resultOf);
}

/** Takes the steps before the clock starts, checks that all agree after them, and finds how many fill a turn. */
async function warmUp(
  each: Case,
  contenders: readonly Contender[],
  workerFor: (each: Case) => ExactWorker,
): Promise<Entry> {
  const costs = new Map<string, Growing<StepCost>>();
  let expected: ArrayLike<number> | undefined;
  for (const contender of contenders) {
    const { name, peer } = contender;
    await contender.start(each);
    const seconds = await contender.run(each, each.warmUp);
    const outputs = await contender.outputs(each);
    expected ??= outputs;
    const stepsPerRound = Math.min(MOST_STEPS, Math.max(1, Math.round((TURN * each.warmUp) / seconds)));
    const difference = agreed(name, each, deviation(outputs, expected));
    costs.set(name, { contender: name, peer, stepsPerRound, microseconds: [], deviation: difference });
  }
  if (!exactApplies(each.network)) return { each, contenders, costs };
  const worker = workerFor(each);
  const difference = agreed(
    'the exact trainer',
    each,
    deviation(await worker.ask('outputs', each.id), expected!),
  );
  const exact = { setUpSeconds: [], sameSteps: [], sameStepsCount: 0, stretch: [], deviation: difference };
  return { each, contenders, costs, exact, worker };
}

function agreed(name: string, { id }: Case, difference: number): number {
  if (difference <= AGREEMENT) return difference;
  throw new Error(`${name} differs from '${PLAIN}' by ${difference} in ${id}: it takes other steps`);
}

async function exactRound(entry: Entry, round: number, rounds: number): Promise<void> {
  const { each, exact, costs, worker } = entry;
  if (!exact || !worker) return;
  const peers = [...costs.values()].filter(({ peer }) => peer);
  exact.sameStepsCount = Math.max(1, ...peers.map(({ stepsPerRound }) => rounds * stepsPerRound));
  const same = await worker.ask('stretch', each.id, exact.sameStepsCount);
  exact.setUpSeconds.push(same.setUpSeconds);
  exact.sameSteps.push(same.microseconds);
  exact.stretch.push((await worker.ask('stretch', each.id, each.stretch)).microseconds);
  const slow = (entry.whole?.seconds[0] ?? 0) > SLOW;
  if (each.until === undefined || (slow && round % 4 > 0)) return;
  const { seconds, ...run } = await worker.ask('whole', each.id, each.until);
  entry.whole ??= { ...run, seconds: [] };
  entry.whole.seconds.push(seconds);
}

const resultOf = ({ each, costs, exact, whole }: Entry): CaseResult => ({
  id: each.id,
  family: each.family,
  width: each.width,
  inputs: inputsOf(each.network),
  points: each.data.y.length,
  stretch: each.stretch,
  warmUp: each.warmUp,
  costs: [...costs.values()],
  ...(exact && { exact }),
  ...(whole && { whole }),
});
