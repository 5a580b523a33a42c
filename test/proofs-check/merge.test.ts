import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeParts, missingShards, type Part } from '../../proofs-check/merge.js';
import { evidenceOf, Measurements, planRun, type RunKey } from '../../proofs-check/plan.js';
import type { Claim } from '../../proofs-check/claim.js';
import { madeUpClaim } from './made-up-claim.js';

const key: RunKey = { code: 'abc', profile: 'quick', seed: 7 };
const sized = (units: number, k: number, derived = k % 2 === 0): Claim =>
  madeUpClaim({
    id: `claim-${k}`,
    units: () => Array.from({ length: units }, (_, u) => ({ id: `u${u}` })),
    ...(derived && { derivations: () => Promise.resolve({}) }),
  });
const steps = { claim: [{ title: 't', steps: [] }] };

/** The part of a run in which every unit measured its own name. */
function part(claims: readonly Claim[], count: number, k: number): Part {
  const shards = { count, measured: [k] };
  const plan = planRun(claims, 'quick', shards);
  const known = new Measurements();
  known.add(...plan.derivations.map(({ id }) => ({ claim: id, derivations: steps })));
  for (const { claim, unit } of plan.units)
    known.add({ claim: claim.id, unit, measured: { claim: [{ name: `${claim.id}/${unit.id}` }] } });
  return {
    name: `folder-${k}`,
    key,
    claims: claims.map(({ id }) => id),
    ...(count > 1 && { shards }),
    evidence: evidenceOf(claims, plan.units, known, key),
  };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => k + 1);
const sizes = fc.array(fc.nat(7), { minLength: 1, maxLength: 4 });

describe('merging shards', () => {
  test('gives the evidence of the whole run, in whatever order the shards come', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), fc.nat(), (counts, count, turn) => {
        const claims = counts.map((units, k) => sized(units, k));
        const parts = numbers(count).map((k) => part(claims, count, k));
        const order = [...parts.slice(turn % count), ...parts.slice(0, turn % count)].reverse();
        const { known, shards } = mergeParts(order);
        expect(shards).toBeUndefined();
        const units = planRun(claims, 'quick').units;
        const [whole] = [part(claims, 1, 1)];
        expect(JSON.stringify(evidenceOf(claims, units, known, key))).toBe(JSON.stringify(whole.evidence));
      }),
    );
  });

  test('says which are missing, and has nothing of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), (count, lost) => {
        const claims = [sized(20, 0)];
        const gone = (lost % count) + 1;
        const { known, shards } = mergeParts(
          numbers(count)
            .filter((k) => k !== gone)
            .map((k) => part(claims, count, k)),
        );
        expect(missingShards(shards!)).toEqual([gone]);
        const there = planRun(claims, 'quick').units.map(({ unit }) => Boolean(known.unit('claim-0', unit)));
        expect(there).toEqual(there.map((_, k) => (k % count) + 1 !== gone));
      }),
    );
  });

  test('merged parts can be merged further', () => {
    const claims = [sized(10, 0), sized(3, 1)];
    const join = (...ks: number[]): Part => {
      const { known, shards } = mergeParts(ks.map((k) => part(claims, 4, k)));
      const { units } = planRun(claims, 'quick', shards);
      return { ...part(claims, 4, 1), shards: shards!, evidence: evidenceOf(claims, units, known, key) };
    };
    expect(mergeParts([join(4, 1), join(2, 3)]).shards).toBeUndefined();
  });

  const [one, two] = [1, 2].map((k) => part([sized(6, 0)], 2, k));
  test.each<[string, Part, RegExp]>([
    ['the same shard twice', { ...one, name: 'copy' }, /shard 1 of 2 is both in folder-1 and in copy/],
    ['seeds', { ...two, key: { ...key, seed: 8 } }, /folder-1 and folder-2 .*: seed 7 and 8/],
    ['profiles', { ...two, key: { ...key, profile: 'full' } }, /folder-1 and folder-2 .*: profile quick and/],
    ['code', { ...two, key: { ...key, code: 'x' } }, /folder-1 and folder-2 .*: code abc and x/],
    ['claims', { ...two, claims: ['other'] }, /folder-1 and folder-2 .*: claims claim-0 and other/],
    ['numbers of shards', part([sized(6, 0)], 3, 2), /folder-1 and folder-2 .*: number of shards 2 and 3/],
    ['a whole run', part([sized(6, 0)], 1, 1), /number of shards 2 and 1/],
  ])('refuses %s, naming both folders', (_, other, message) => {
    expect(() => mergeParts([one, other])).toThrow(message);
  });
});

test('a part that has all units of a claim has its derivations', () => {
  fc.assert(
    fc.property(
      sizes.filter((s) => s.every((n) => n > 0)),
      fc.integer({ min: 1, max: 9 }),
      (counts, count) => {
        const claims = counts.map((units, k) => sized(units, k, true));
        for (const k of numbers(count)) {
          const plan = planRun(claims, 'quick', { count, measured: [k] });
          for (const claim of claims) {
            const all =
              plan.units.filter((each) => each.claim === claim).length === claim.units('quick').length;
            if (all) expect(plan.derivations).toContain(claim);
          }
        }
        const everywhere = numbers(count).flatMap(
          (k) => planRun(claims, 'quick', { count, measured: [k] }).derivations,
        );
        expect(everywhere).toHaveLength(claims.length);
      },
    ),
  );
});
