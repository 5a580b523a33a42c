import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findClaim } from '../../proofs-check/registry.js';
import { collectEvidence, type RunnerOptions } from '../../proofs-check/runner.js';

const claims = [findClaim('uniform-natural-cubic'), findClaim('variational-qp')];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'theorem-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (overrides: Partial<RunnerOptions> = {}): RunnerOptions => ({
  profile: 'quick',
  seed: 3,
  jobs: 2,
  journal: folder,
  resume: false,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...overrides,
});

describe('collectEvidence', () => {
  it('gives the same evidence for one worker and for two', async () => {
    const one = await collectEvidence(claims, options({ jobs: 1 }));
    const two = await collectEvidence(claims, options());
    expect(JSON.stringify(two.evidence)).toBe(JSON.stringify(one.evidence));
  });

  it('gives other evidence for another seed', async () => {
    const [one, other] = await Promise.all(
      [3, 4].map((seed) => collectEvidence(claims, options({ seed, journal: join(folder, String(seed)) }))),
    );
    expect(JSON.stringify(other.evidence)).not.toBe(
      JSON.stringify(one.evidence).replaceAll('"seed":3', '"seed":4'),
    );
  });

  it('measures each unit in exactly one shard', async () => {
    const whole = await collectEvidence(claims, options());
    const shards = await Promise.all(
      [0, 1, 2].map((index) =>
        collectEvidence(
          claims,
          options({ shard: { index, count: 3 }, journal: join(folder, String(index)) }),
        ),
      ),
    );
    whole.evidence.forEach(({ units }, k) => {
      const parts = shards.flatMap(({ evidence }) => evidence[k].units);
      const sorted = (list: typeof units): string[] => list.map((unit) => JSON.stringify(unit)).sort();
      expect(sorted(parts)).toEqual(sorted(units));
    });
  });

  it('goes on from its journal after a kill, torn line, foreign seed and older code left out, to the same evidence', async () => {
    const whole = await collectEvidence(claims, options());
    const file = join(folder, 'variational-qp.journal');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const kept = lines.slice(0, 10).join('\n');
    const foreign = lines[11].replace('"seed":3', '"seed":4');
    const older = lines[12].replace(/"code":"\w+"/, '"code":"0123456789abcdef"');
    writeFileSync(file, `${kept}\n${foreign}\n${older}\n${lines[13].slice(0, 40)}`);
    let measured = 0;
    const resumed = await collectEvidence(claims, options({ resume: true, onProgress: () => measured++ }));
    expect(JSON.stringify(resumed.evidence)).toBe(JSON.stringify(whole.evidence));
    expect(measured).toBe(lines.length - 10);
  });

  it('stops when asked to, and keeps what was finished', async () => {
    const controller = new AbortController();
    let finished = 0;
    const stopped = collectEvidence(
      claims,
      options({ signal: controller.signal, onProgress: () => ++finished === 5 && controller.abort() }),
    );
    await expect(stopped).rejects.toThrow();
    const lines = readFileSync(join(folder, 'uniform-natural-cubic.journal'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(5);
  });
});
