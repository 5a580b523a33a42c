import { describe, expect, it } from 'vitest';
import type { Claim, Row, Unit } from '../../proofs-check/claim.js';
import { decideByBothRoutes } from '../../proofs-check/decisions/both-routes.js';
import { decideLevel } from '../../proofs-check/decisions/level.js';
import { POINT_NULL_LEVEL } from '../../proofs-check/decisions/point-null.js';
import type { Evidence, Run } from '../../proofs-check/result.js';
import { furtherUnits, LOOKS } from '../../proofs-check/stages.js';
import { familySize, judgeRun, RUN_ALPHA } from '../../proofs-check/verdict.js';
import { deviation, evidenceOf, madeUpClaim } from './made-up-claim.js';

const judge = (claim: Claim, evidence: Evidence): Run =>
  judgeRun('quick', 1, [evidence], { registry: [claim] });

const good = { claim: [deviation(0)], wrong: [deviation(1)] };

describe('judgeRun', () => {
  it('supports a claim whose control is refuted by the same decision', () => {
    const claim = madeUpClaim();
    const run = judge(claim, evidenceOf(claim, good));
    const [result] = run.results;
    expect(result.decision.verdict).toBe('supported');
    expect(result.controls.map(({ decision }) => decision.verdict)).toEqual(['refuted']);
    expect(result.toothless).toBe(false);
    expect(run.passed).toBe(true);
  });

  it('calls a claim toothless when a control is not refuted, or was not measured', () => {
    const claim = madeUpClaim();
    for (const wrong of [[deviation(0)], []]) {
      const run = judge(claim, evidenceOf(claim, { ...good, wrong }));
      expect(run.results[0].toothless).toBe(true);
      expect(run.passed).toBe(false);
    }
  });

  it('leaves out a control that the profile has no power for, and says so', () => {
    const claim = madeUpClaim({
      controls: [
        { id: 'wrong', title: 'wrong', because: 'wrong' },
        { id: 'near', title: 'near', because: 'near', profiles: ['full'] },
      ],
    });
    const [result] = judge(claim, evidenceOf(claim, good)).results;
    expect(result.leftOut.map(({ id }) => id)).toEqual(['near']);
    expect(result.toothless).toBe(false);
  });

  it('never supports a claim with a broken assumption, and names it', () => {
    const claim = madeUpClaim({
      assumptions: [{ statement: 'the moon is full', measured: () => ({ value: 'half', holds: false }) }],
    });
    const [{ decision }] = judge(claim, evidenceOf(claim, good)).results;
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reason).toContain('the moon is full (half)');
  });

  it.each([
    ['abstained', 'inconclusive'],
    ['rejected', 'refuted'],
  ] as const)('with a derivation step %s is %s', (status, verdict) => {
    const claim = madeUpClaim();
    const derivation = {
      title: 'ζ of something',
      steps: [{ title: 's', latex: 'x', status, verifiedBy: 'somebody' }],
    };
    const evidence = { ...evidenceOf(claim, good), derivations: { claim: [derivation] } };
    const [{ decision }] = judge(claim, evidence).results;
    expect(decision.verdict).toBe(verdict);
    expect(decision.reason).toContain('ζ of something');
  });

  it('never supports a claim whose derivations were not made', () => {
    const claim = madeUpClaim({ derivations: () => Promise.resolve({}) });
    for (const derivations of [{}, { claim: [] }, { wrong: [{ title: 'of the control', steps: [] }] }]) {
      const [{ decision }] = judge(claim, { ...evidenceOf(claim, good), derivations }).results;
      expect(decision).toMatchObject({ verdict: 'inconclusive', reason: 'its derivations were not made' });
    }
    const made = { claim: [{ title: 'of the claim', steps: [] }] };
    const [{ decision }] = judge(claim, { ...evidenceOf(claim, good), derivations: made }).results;
    expect(decision.verdict).toBe('supported');
  });

  it('asks for no more evidence where a point null is tested at less than its level, which no evidence changes', () => {
    const row = { group: 'g', route: 'sampling', z: 0.1, precision: 0.01 };
    const claim = madeUpClaim({ decide: (rows, alpha) => decideByBothRoutes(rows, alpha, 1) });
    const evidence = evidenceOf(claim, { claim: [row], wrong: [{ ...row, z: 99 }] });
    const alpha = 4 * POINT_NULL_LEVEL;
    const at = (share: number): Run['results'][number] =>
      judgeRun('quick', 1, [evidence], { registry: [claim], alpha: share * alpha }).results[0];
    expect(at(2).decision.verdict).toBe('supported');
    expect(at(0.1).decision).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringMatching(/more than the \S+ allowed$/) as string,
    });
    expect(at(0.1).chance.needed).toBeUndefined();
  });

  it('refutes a control by its derivation alone', () => {
    const claim = madeUpClaim();
    const step = { title: 's', latex: 'x', status: 'rejected' as const, verifiedBy: 'x = 1' };
    const evidence = {
      ...evidenceOf(claim, { ...good, wrong: [deviation(0)] }),
      derivations: { wrong: [{ title: 'misprint', steps: [step] }] },
    };
    const [result] = judge(claim, evidence).results;
    expect(result.decision.verdict).toBe('supported');
    expect(result.controls[0].decision.verdict).toBe('refuted');
  });

  it('keeps a refutation whatever the assumptions', () => {
    const claim = madeUpClaim({
      assumptions: [{ statement: 'a', measured: () => ({ value: 'b', holds: false }) }],
    });
    const [{ decision }] = judge(claim, evidenceOf(claim, { ...good, claim: [deviation(1)] })).results;
    expect(decision.verdict).toBe('refuted');
  });

  it('counts units that are missing, and does not pass without them', () => {
    const claim = madeUpClaim({ units: () => [{ id: 'one' }, { id: 'two' }] });
    const run = judge(claim, evidenceOf(claim, good));
    const [result] = run.results;
    expect(result.missing).toBe(1);
    expect(result.decision).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('1 of 2 units') as string,
    });
    expect(result.toothless).toBe(false);
    expect(run.passed).toBe(false);
  });

  it('finds nothing green where nothing was measured', () => {
    const claim = madeUpClaim();
    const [result] = judge(claim, { ...evidenceOf(claim, good), units: [] }).results;
    expect(result.decision.verdict).toBe('inconclusive');
    expect(judgeRun('quick', 1, []).passed).toBe(false);
  });

  it('names a claim that it does not know', () => {
    expect(() => judgeRun('quick', 1, [evidenceOf(madeUpClaim(), good)])).toThrow(/unknown claim "made-up"/);
  });
});

describe('the error budget', () => {
  const [TOLERANCE, NOISE] = [1, 0.6];
  /** Eight runs a unit, their mean `mean` and their noise NOISE exactly. */
  const runs = (mean: number): Row[] =>
    [-1.5, -1, -0.5, -0.25, 0.25, 0.5, 1, 1.5].map((z) => ({
      group: 'g',
      level: mean + (NOISE * z) / Math.sqrt(7.625 / 7),
      predicted: 0,
    }));
  const noisy = (change: Partial<Claim> = {}): Claim =>
    madeUpClaim({
      kind: 'statistical',
      repeatable: true,
      decide: (rows, alpha) => decideLevel(rows, alpha, { name: 'level', tolerance: TOLERANCE }),
      ...change,
    });
  const evidence = (claim: Claim, means: readonly number[], wrong = 40): Evidence => {
    const units: Unit[] = [...claim.units('quick'), ...furtherUnits(claim, 'quick')].slice(0, means.length);
    const entries = units.map((unit, k) => ({
      unit,
      measured: { claim: runs(means[k] + 1e-9 * k), wrong: runs(wrong + 1e-9 * k), curve: [{ x: k }] },
    }));
    return { claim: claim.id, profile: 'quick', seed: 1, derivations: {}, units: entries };
  };
  // t = (1 − mean)/.6 · √(8 units): 6.7 for two units at 0, p = 7e-6; 3.7 for three at .55, p = 1e-3, which is undecided.
  const [CLEAR, OPEN] = [0, 0.55];

  it('is divided over all hypotheses of the registry, half of it for each look', () => {
    const registry = [noisy(), madeUpClaim({ id: 'other', controls: [] })];
    expect(familySize('quick', registry)).toBe(3);
    const run = judgeRun('quick', 1, [evidence(registry[0], [OPEN])], { registry });
    expect(run.hypotheses).toBe(3);
    const [{ chance, controls }] = run.results;
    // The control is decided first, at a third; what it took is then left to the claim.
    expect(controls[0].chance.level).toBeCloseTo(RUN_ALPHA / LOOKS / 3, 12);
    expect(chance.level).toBeCloseTo(RUN_ALPHA / LOOKS / 2, 12);
  });

  it('an inconclusive verdict says how much more would settle it, and that much does', () => {
    const claim = noisy();
    const [result] = judge(claim, evidence(claim, [OPEN])).results;
    expect(result.decision.verdict).toBe('inconclusive');
    expect(result.decision.reason).toMatch(/about \d+ units of work instead of 1 would settle it/);
    const needed = Number(/about (\d+) units/.exec(result.decision.reason)?.[1]);
    expect(needed).toBe(Math.ceil(result.chance.needed ?? 0));
    const ids = Array.from({ length: needed }, (_, k) => ({ id: `${k}` }));
    const larger = noisy({ units: () => ids });
    const [settled] = judge(
      larger,
      evidence(
        larger,
        ids.map(() => OPEN),
      ),
    ).results;
    expect(settled.decision.verdict).toBe('supported');
  });

  it('at a bound, it says that more would hardly settle it', () => {
    const claim = noisy();
    const [{ decision }] = judge(claim, evidence(claim, [TOLERANCE - 1e-4])).results;
    expect(decision.reason).toContain('hardly settle it');
  });

  it('a further stage is taken in where the first left something open, and counts as the second look', () => {
    const claim = noisy({ units: () => ['a', 'b', 'c'].map((id) => ({ id })) });
    const first = judge(claim, evidence(claim, [OPEN, OPEN, OPEN])).results[0];
    expect([first.decision.verdict, first.chance.look]).toEqual(['inconclusive', 1]);
    const both = judge(claim, evidence(claim, [OPEN, OPEN, OPEN, CLEAR, CLEAR, CLEAR])).results[0];
    expect([both.decision.verdict, both.chance.look]).toEqual(['supported', 2]);
    // Curves for the figures come from the first stage alone.
    expect(both.measured.curve).toHaveLength(3);
    expect(both.measured.claim).toHaveLength(48);
  });

  it('what the first look decided stands, whatever a further stage says', () => {
    const claim = noisy({ units: () => [{ id: 'a' }, { id: 'b' }] });
    const means = [CLEAR, CLEAR, 40, 40];
    const [result] = judge(claim, evidence(claim, means)).results;
    expect([result.decision.verdict, result.chance.look]).toEqual(['supported', 1]);
  });

  it('part of a further stage counts for nothing', () => {
    const claim = noisy({ units: () => [{ id: 'a' }, { id: 'b' }] });
    const [result] = judge(claim, evidence(claim, [OPEN, OPEN, CLEAR])).results;
    expect([result.decision.verdict, result.chance.look]).toEqual(['inconclusive', 1]);
    expect(result.missing).toBe(0);
  });
});
