import { setMaxListeners } from 'node:events';
import { Piscina } from 'piscina';
import { compiled } from '../theory/compiled.js';
import type { Claim, Derivations, Measured, Profile, Unit } from './claim.js';
import { fingerprint } from './fingerprint.js';
import { claimError } from './plugins/claim-error.js';
import { installed } from './plugins/installed.js';
import { Journal } from './journal.js';
import type { Evidence } from './result.js';
import type { Done, Task, WorkerData } from './worker.js';

export interface RunnerOptions {
  readonly profile: Profile;
  readonly seed: number;
  /** Worker threads. */
  readonly jobs: number;
  /** Measure only every `count`-th unit, from `index` (0-based) on. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Folder of the journal of finished units. */
  readonly journal: string;
  /** Take finished units from the journal instead of starting afresh. */
  readonly resume: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, claim: string) => void;
}

export interface Collected {
  readonly evidence: readonly Evidence[];
  /** Seconds of computing by claim id, over all workers; units taken from the journal count nothing. */
  readonly seconds: Readonly<Record<string, number>>;
}

interface Planned {
  readonly claim: Claim;
  readonly unit: Unit;
}

/**
 * Measures all units of the claims in a pool of workers. Evidence is in the order of the units, whatever the
 * order in which they finish.
 * @throws the first error of a unit, with claim and unit in its message; what was finished stays in the journal
 */
export async function collectEvidence(claims: readonly Claim[], options: RunnerOptions): Promise<Collected> {
  const { profile, seed, jobs, shard, resume, signal, onProgress } = options;
  const journal = new Journal(options.journal);
  const code = fingerprint();
  const finished = new Map<string, Map<string, Measured>>();
  for (const { id } of claims) {
    if (!resume) journal.clear(id);
    finished.set(id, journal.read({ claim: id, profile, seed, code }));
  }
  const planned: Planned[] = claims
    .flatMap((claim) => claim.units(profile).map((unit) => ({ claim, unit })))
    .filter((_, k) => !shard || k % shard.count === shard.index);
  const open = planned.filter(({ claim, unit }) => !finished.get(claim.id)?.has(unit.id));

  const seconds: Record<string, number> = Object.fromEntries(claims.map(({ id }) => [id, 0]));
  let done = planned.length - open.length;
  const pool = new Piscina<Task, Done>({
    filename: compiled(import.meta.url, './worker.js').href,
    minThreads: 1,
    maxThreads: jobs,
    idleTimeout: 10_000,
    workerData: { plugins: installed } satisfies WorkerData,
  });
  setMaxListeners(Infinity, signal); // every waiting unit listens
  const derivations = new Map<string, Derivations>();
  const derive = async (claim: Claim): Promise<void> => {
    const start = performance.now();
    if (claim.derivations) derivations.set(claim.id, await claim.derivations());
    seconds[claim.id] += (performance.now() - start) / 1000;
  };
  try {
    await Promise.all([
      ...open.map(async ({ claim, unit }) => {
        const task: Task = { claim: claim.id, unit, seed };
        const result = await pool.run(task, { signal }).catch((error: unknown) => {
          throw signal.aborted ? error : claimError(claim.id, `unit ${unit.id}`, error);
        });
        journal.append({ claim: claim.id, profile, seed, code }, unit, result.measured);
        finished.get(claim.id)?.set(unit.id, result.measured);
        seconds[claim.id] += result.seconds;
        onProgress(++done, planned.length, claim.id);
      }),
      ...claims.map(derive), // in this thread, while the workers measure
    ]);
  } finally {
    // What workers still answer about units given up no longer has anybody to go to.
    pool.on('error', () => undefined);
    await pool.destroy();
  }

  const evidence: Evidence[] = [];
  for (const claim of claims) {
    const units = planned
      .filter((p) => p.claim === claim)
      .map(({ unit }) => ({ unit, measured: finished.get(claim.id)?.get(unit.id) ?? {} }));
    evidence.push({ claim: claim.id, profile, seed, derivations: derivations.get(claim.id) ?? {}, units });
  }
  return { evidence, seconds };
}
