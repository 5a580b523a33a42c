import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../numerics/random/streams.js';
import { PROFILES, type Decision, type Measured, type Row, type Unit } from '../../proofs-check/claim.js';
import { claims, findClaim } from '../../proofs-check/registry.js';
import { furtherUnits } from '../../proofs-check/stages.js';
import { figurePath, pagePath } from '../../reports/names.js';
import { renderReport } from '../../reports/report.js';
import {
  alwaysSupported,
  judged,
  mutate,
  mutations,
  NOTHING,
  severalMutations,
  stateOf,
} from './ablation.js';
import { decisionsAt, LEVELS, turned } from './monotone.js';
import { judgeAlone, measured, thinned } from './thinned.js';

const SEED = 20_261_123;
/** Thinned-out evidence gets a larger share of the budget than a run's. */
const ALPHA = 0.01;

// Measuring takes seconds, on a machine that is busy with other things a minute.
describe.each(claims.map((claim) => [claim.id, claim] as const))(
  'every claim must: %s',
  { timeout: 300_000 },
  (_, claim) => {
    const few = thinned(claim);
    // Measured once, in the first test that asks for it.
    let found: ReturnType<typeof measured> | undefined;
    const evidence = (): ReturnType<typeof measured> => (found ??= measured(few, SEED));
    const hypotheses = (): (readonly [id: string, rows: readonly Row[]])[] => {
      const [{ measured: rows }] = judgeAlone(few, evidence(), ALPHA).results;
      return ['claim', ...claim.controls.map(({ id }) => id)].flatMap((id) =>
        rows[id] ? [[id, rows[id]] as const] : [],
      );
    };

    it('have unique unit ids in every profile', () => {
      for (const profile of PROFILES) {
        const ids = claim.units(profile).map(({ id }) => id);
        expect(ids.length).toBeGreaterThan(0);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('say what is claimed, what is done and why each control is false, without gaps in generated text', () => {
      const texts = [claim.title, claim.statement, claim.source, claim.protocol];
      for (const { title, because } of claim.controls) texts.push(title, because);
      for (const { statement } of claim.assumptions) texts.push(statement);
      for (const text of texts) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|NaN|\[object|=>/);
      }
      expect(new Set(claim.controls.map(({ id }) => id)).size).toBe(claim.controls.length);
      expect(claim.controls.map(({ id }) => id)).not.toContain('claim');
      expect(claim.controls.length).toBeGreaterThan(0);
    });

    it('build on claims that exist, without a circle', () => {
      const reach = (id: string, path: readonly string[]): void => {
        expect(path).not.toContain(id);
        for (const used of findClaim(id).uses) reach(used, [...path, id]);
      };
      reach(claim.id, []);
    });

    it('measure the same unit to the same record for the same seed, which survives JSON, and draw anew for another', () => {
      const [{ unit, measured: one }] = evidence().units;
      const again = (seed: number): Measured => claim.measure(unit, streams(seed, [claim.id, unit.id]));
      expect(again(SEED)).toEqual(one);
      expect(JSON.parse(JSON.stringify(evidence()))).toEqual(evidence());
      if (claim.kind === 'statistical') expect(again(SEED + 1)).not.toEqual(one);
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

    it('refute each of its controls and not itself, on evidence of a fresh seed', () => {
      const [result] = judgeAlone(few, evidence(), ALPHA).results;
      expect(result.decision.verdict).not.toBe('refuted');
      expect(
        Object.fromEntries(result.controls.map(({ control, decision }) => [control.id, decision.verdict])),
      ).toEqual(Object.fromEntries(result.controls.map(({ control }) => [control.id, 'refuted'])));
      expect(result.assumptions.filter(({ holds }) => !holds)).toEqual([]);
    });

    it('have a page with every figure, and measure nothing that neither a decision nor a figure nor a finding reads', () => {
      const [result] = judgeAlone(few, evidence(), ALPHA).results;
      const read = new Set(['claim', ...claim.controls.map(({ id }) => id)]);
      const watched = new Proxy(result.measured, {
        get: (target, key: string) => (read.add(key), target[key]),
        ownKeys: (target) => Object.keys(target).map((key) => (read.add(key), key)),
      });
      const run = { ...judgeAlone(few, evidence(), ALPHA), results: [{ ...result, measured: watched }] };
      const files = renderReport(run);
      const page = files.get(pagePath(claim.id)) ?? '';
      const figures = claim.figures(result.measured, ALPHA);
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        expect(page).toContain(`](${figurePath(claim.id, figure)})`);
        expect(files.has(figurePath(claim.id, figure))).toBe(true);
      }
      expect(page.match(/✔ holds/g) ?? []).toHaveLength(claim.assumptions.length);
      expect(Object.keys(result.measured).filter((key) => !read.has(key))).toEqual([]);
    });

    it('decide by its rows alone, whatever their order, and leave them as they are', () => {
      for (const [, rows] of hypotheses()) {
        const frozen = rows.map((row) => Object.freeze({ ...row }));
        const first = claim.decide(Object.freeze(frozen), ALPHA);
        expect(claim.decide(frozen, ALPHA)).toEqual(first);
        const shuffle = fc.shuffledSubarray([...frozen], { minLength: rows.length });
        fc.assert(
          fc.property(shuffle, (shuffled) => expectAlike(claim.decide(shuffled, ALPHA), first)),
          { numRuns: 2 },
        );
      }
    });

    it('stay with a verdict as the allowed chance of error grows', () => {
      for (const [id, rows] of hypotheses()) {
        const verdicts = decisionsAt((alpha) => claim.decide(rows, alpha));
        expect({ id, turned: turned(verdicts), verdicts }).toMatchObject({ id, turned: undefined });
      }
    });

    it('name its estimates and tolerances alike, whichever runs it got', () => {
      const random = streams(SEED).stream('dropped');
      const kept = evidence().units.filter(({ unit }) => !(Number(unit.index) > 2 && random.uniform() < 0.4));
      const names = (units: typeof kept): object => {
        const rows = units.flatMap(({ measured: { claim: own = [] } }) => own);
        const { estimates = [], tolerances = [] } = claim.decide(rows, ALPHA);
        return [estimates, tolerances].map((all) => all.map(({ name }) => name).sort());
      };
      expect(names(kept)).toEqual(names([...evidence().units]));
    });

    it('have assumptions each of which other measurements break, and none keeps without measurements', () => {
      const before = evidence();
      const states = mutations(before).map((mutation) => ({
        ...mutation,
        states: claim.assumptions.map((assumption) => stateOf(assumption, mutate(before, mutation))),
      }));
      const columns = Object.keys(Object.assign({}, ...before.units.map(({ unit }) => unit)) as object);
      claim.assumptions.forEach(({ statement }, k) => {
        const breaking = states.filter((each) => each.by !== NOTHING && each.states[k] === 'broken');
        expect({ statement, breaking: breaking.length }).not.toMatchObject({ breaking: 0 });
        // A column that only some units have is at the plan's value elsewhere.
        const needed = breaking.filter(({ place, column }) => place === 'rows' || columns.includes(column));
        const without = states.filter((each) => each.by === NOTHING && each.states[k] !== 'holds');
        if (needed.length > 0)
          expect({ statement, without: without.length }).not.toMatchObject({ without: 0 });
      });
    });

    it('not be supported where an assumption is broken, and say which', () => {
      const before = evidence();
      const supported = alwaysSupported(few);
      fc.assert(
        fc.property(severalMutations(before), (change) => {
          const changed = change(before);
          const result = judged(supported, changed, ALPHA);
          const broken = result?.assumptions.find(({ holds }) => !holds);
          if (!broken) return;
          expect(result?.decision.verdict).toBe('inconclusive');
          expect(result?.decision.reason).toContain(broken.statement);
          expect(judged({ ...few, controls: [] }, changed, ALPHA)?.decision.verdict).not.toBe('supported');
        }),
        { numRuns: 30 },
      );
    });
  },
);

it('claims have unique ids, and an unknown id is answered with the known ones', () => {
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(() => findClaim('nonsense')).toThrow(/unknown claim "nonsense"; known: penalty-functions/);
});

it('levels of error are looked at from far below a run’s share to far above', () => {
  expect(LEVELS[0]).toBeLessThan(1e-12);
  expect(LEVELS[LEVELS.length - 1]).toBeGreaterThan(0.4);
});

/** Sums in another order differ by round-off. */
function expectAlike(one: Decision, other: Decision): void {
  expect(one.verdict).toBe(other.verdict);
  const numbers = ({ statistic }: Decision): number[] => [statistic.estimate, ...statistic.interval];
  numbers(one).forEach((value, k) => {
    const expected = numbers(other)[k];
    if (value !== expected) expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
  });
}
