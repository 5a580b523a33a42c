import { setMaxListeners } from 'node:events';
import { Piscina } from 'piscina';
import { compiled } from '../theory/compiled.js';
import type { Claim } from './claim.js';
import type { Measurements, Piece, Plan, PlannedUnit } from './plan.js';
import { claimError } from './plugins/claim-error.js';
import { installed } from './plugins/installed.js';
import type { UnitStore } from './unit-store.js';
import type { Done, Task, WorkerData } from './worker.js';

export interface RunnerOptions {
  readonly seed: number;
  /** Worker threads. */
  readonly jobs: number;
  /** Keeps what is finished, so that a killed run can go on. */
  readonly store: UnitStore;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, claim: string) => void;
}

/** Seconds of computing by claim id, over all workers; what was known before counts nothing. */
export type Seconds = Record<string, number>;

/**
 * Measures what the plan has and `known` has not, in a pool of workers, and adds it to `known`. A piece counts as
 * done once the store has it on the disk.
 * @throws the first error of a unit, with claim and unit in its message, or of the store; what was finished is kept
 */
export async function measurePlan(
  plan: Plan,
  known: Measurements,
  { seed, jobs, store, signal, onProgress }: RunnerOptions,
): Promise<Seconds> {
  const open = plan.units.filter(({ claim, unit }) => !known.unit(claim.id, unit));
  const underived = plan.derivations.filter(({ id }) => !known.derivations(id));
  const seconds: Seconds = {};
  let done = plan.units.length - open.length;
  const finish = async (piece: Piece, took: number): Promise<void> => {
    await store.keep(piece);
    known.add(piece);
    seconds[piece.claim] = (seconds[piece.claim] ?? 0) + took;
  };

  const pool = new Piscina<Task, Done>({
    filename: compiled(import.meta.url, './worker.js').href,
    minThreads: 1,
    maxThreads: jobs,
    idleTimeout: 10_000,
    workerData: { plugins: installed } satisfies WorkerData,
  });
  setMaxListeners(Infinity, signal); // every waiting unit listens
  const measure = async ({ claim, unit }: PlannedUnit): Promise<void> => {
    const result = await pool.run({ claim: claim.id, unit, seed }, { signal }).catch((error: unknown) => {
      throw signal.aborted ? error : claimError(claim.id, `unit ${unit.id}`, error);
    });
    await finish({ claim: claim.id, unit, measured: result.measured }, result.seconds);
    onProgress(++done, plan.units.length, claim.id);
  };
  const derive = async (claim: Claim): Promise<void> => {
    const start = performance.now();
    const derivations = await claim.derivations?.();
    if (derivations) await finish({ claim: claim.id, derivations }, (performance.now() - start) / 1000);
  };
  try {
    // Derivations are made in this thread, while the workers measure.
    await Promise.all([...open.map(measure), ...underived.map(derive)]);
    signal.throwIfAborted();
  } finally {
    // What workers still answer about units given up no longer has anybody to go to.
    pool.on('error', () => undefined);
    await pool.destroy();
    await store.settled();
  }
  return seconds;
}
