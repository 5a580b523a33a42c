import { describe, expect, it } from 'vitest';
import { streams } from '../../numerics/random/streams.js';
import { PROFILES, type Claim, type Row, type Unit } from '../../proofs-check/claim.js';
import { claims, findClaim } from '../../proofs-check/registry.js';
import type { Evidence } from '../../proofs-check/result.js';
import { furtherUnits } from '../../proofs-check/stages.js';
import { judgeRun } from '../../proofs-check/verdict.js';

/** The claim with a thinned-out plan, of which the machinery expects no more. */
function thinned(claim: Claim, keep: (index: number) => boolean): Claim {
  const units = claim.units('quick').filter(({ index }) => keep(Number(index)));
  return { ...claim, units: () => units };
}

function measured(claim: Claim, seed: number): Evidence {
  const units = claim.units('quick').map((unit) => ({
    unit,
    measured: claim.measure(unit, streams(seed, [claim.id, unit.id])),
  }));
  return { claim: claim.id, profile: 'quick', seed, derivations: {}, units };
}

describe.each(claims.map((claim) => [claim.id, claim] as const))('every claim must: %s', (_, claim) => {
  it('have unique unit ids in every profile', () => {
    for (const profile of PROFILES) {
      const ids = claim.units(profile).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('measure the same unit to the same record, which survives JSON', () => {
    const unit = claim.units('quick')[0];
    const [one, other] = [1, 1].map((seed) => claim.measure(unit, streams(seed, [claim.id, unit.id])));
    expect(other).toEqual(one);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('draw a further stage from random streams of its own, if it has one', () => {
    const units = claim.units('quick');
    const further = furtherUnits(claim, 'quick');
    expect(further.length).toBe(claim.repeatable ? units.length : 0);
    if (!claim.repeatable) return;
    // The cheapest of each kind of unit: small widths come first.
    const kinds = new Map(units.map((unit, k) => [unit.id.replace(/\d+$/, ''), k] as const).reverse());
    const rows = (unit: Unit): Row[] => {
      const { claim: own = [], ...others } = claim.measure(unit, streams(1, [claim.id, unit.id]));
      return [...own, ...claim.controls.flatMap(({ id }) => others[id] ?? [])];
    };
    for (const k of [...kinds.values()].sort((a, b) => a - b).slice(0, 2)) {
      const again = rows(further[k]).map((row) => JSON.stringify(row));
      for (const row of rows(units[k])) expect(again).not.toContain(JSON.stringify(row));
    }
  });

  it('build on claims that exist, without a circle', () => {
    const reach = (id: string, path: readonly string[]): void => {
      expect(path).not.toContain(id);
      for (const used of findClaim(id).uses) reach(used, [...path, id]);
    };
    reach(claim.id, []);
  });

  it('refute each of its controls and not itself, on evidence of a fresh seed', () => {
    const few = thinned(claim, (index) => !(index >= 16));
    // Thinned-out evidence gets a larger share of the budget than a run's.
    const evidence = measured(few, 20_261_123);
    const [result] = judgeRun('quick', evidence.seed, [evidence], { registry: [few], alpha: 0.1 }).results;
    expect(result.decision.verdict).not.toBe('refuted');
    expect(
      Object.fromEntries(result.controls.map(({ control, decision }) => [control.id, decision.verdict])),
    ).toEqual(Object.fromEntries(result.controls.map(({ control }) => [control.id, 'refuted'])));
    expect(claim.figures(result.measured, 0.01).length).toBeGreaterThan(0);
    expect(result.assumptions.filter(({ holds }) => !holds)).toEqual([]);
  });
});

it('claims have unique ids, and an unknown id is answered with the known ones', () => {
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(() => findClaim('nonsense')).toThrow(/unknown claim "nonsense"; known: penalty-functions/);
});
