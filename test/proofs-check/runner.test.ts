import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceOf, Measurements, planRun, type RunKey, type Shards } from '../../proofs-check/plan.js';
import { findClaim } from '../../proofs-check/registry.js';
import type { Evidence } from '../../proofs-check/result.js';
import { measurePlan, type RunnerOptions } from '../../proofs-check/runner.js';
import { UnitStore } from '../../proofs-check/unit-store.js';

/** Two claims of a few units each. */
const claims = ['uniform-natural-cubic', 'variational-qp'].map((id) => {
  const claim = findClaim(id);
  return { ...claim, units: () => claim.units('quick').slice(0, 7) };
});
const key: RunKey = { code: 'c', profile: 'quick', seed: 3 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'theorem-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function measured(
  change: Partial<RunnerOptions> = {},
  shards?: Shards,
  known = new Measurements(),
): Promise<Evidence[]> {
  const plan = planRun(claims, 'quick', shards);
  const { signal } = new AbortController();
  const store = new UnitStore(folder, key);
  await measurePlan(plan, known, { seed: 3, jobs: 2, store, signal, onProgress: () => undefined, ...change });
  return evidenceOf(claims, plan.units, known, key);
}

describe('measurePlan', () => {
  it('gives the same evidence for one worker and for two, and other evidence for another seed', async () => {
    const whole = JSON.stringify(await measured({ jobs: 1 }));
    expect(JSON.stringify(await measured())).toBe(whole);
    expect(JSON.stringify(await measured({ seed: 4 }))).not.toBe(whole);
  });

  it('measures each unit in exactly one shard', async () => {
    const whole = await measured();
    const shards = await Promise.all([1, 2, 3].map((k) => measured({}, { count: 3, measured: [k] })));
    whole.forEach(({ units }, k) => {
      const sorted = (list: typeof units): string[] => list.map((unit) => JSON.stringify(unit)).sort();
      expect(sorted(shards.flatMap((evidence) => evidence[k].units))).toEqual(sorted(units));
    });
  });

  it('stops when asked to, keeps what it called done, and goes on from there to the same evidence', async () => {
    const controller = new AbortController();
    let finished = 0;
    const onProgress = (): void => {
      if (++finished === 5) controller.abort();
    };
    await expect(measured({ signal: controller.signal, onProgress })).rejects.toThrow();
    const kept = new UnitStore(folder, key).read();
    expect(kept.length).toBeGreaterThanOrEqual(finished);

    const known = new Measurements();
    known.add(...kept);
    let anew = 0;
    const resumed = await measured({ onProgress: () => anew++ }, undefined, known);
    const all = resumed.reduce((sum, { units }) => sum + units.length, 0);
    expect(anew).toBe(all - kept.length);
    expect(JSON.stringify(resumed)).toBe(JSON.stringify(await measured()));
  });

  it('measures only what the plan has: a further stage is a second call with other units', async () => {
    const known = new Measurements();
    const units = claims[0].units().map((unit) => ({ claim: claims[0], unit }));
    const options = { seed: 3, jobs: 2, store: new UnitStore(folder, key) };
    const count = async (list: typeof units): Promise<number> => {
      let done = 0;
      const signal = new AbortController().signal;
      await measurePlan({ units: list, derivations: [] }, known, {
        ...options,
        signal,
        onProgress: () => done++,
      });
      return done;
    };
    expect(await count(units.slice(0, 4))).toBe(4);
    expect(await count(units.slice(0, 6))).toBe(2);
  });

  it('names the claim and the unit that fails, and ends', async () => {
    const broken = { ...claims[0], units: () => [{ id: 'no such unit' }] };
    const plan = planRun([broken], 'quick');
    const options = { seed: 3, jobs: 1, store: new UnitStore(folder, key), onProgress: () => undefined };
    await expect(
      measurePlan(plan, new Measurements(), { ...options, signal: new AbortController().signal }),
    ).rejects.toThrow(/uniform-natural-cubic, unit no such unit: /);
  });

  it('ends with the error of a store that cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const store = new UnitStore(join(folder, 'file', 'below'), key);
    await expect(measured({ store })).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
