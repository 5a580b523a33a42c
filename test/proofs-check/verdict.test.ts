import { describe, expect, it } from 'vitest';
import { assembleRun, hypothesisAlpha, judgeEvidence, RUN_ALPHA } from '../../proofs-check/verdict.js';
import { deviation, evidenceOf, madeUpClaim } from './made-up-claim.js';

const good = { claim: [deviation(0)], wrong: [deviation(1)] };

describe('judgeEvidence', () => {
  it('supports a claim whose control is refuted by the same decision', () => {
    const claim = madeUpClaim();
    const result = judgeEvidence(claim, evidenceOf(claim, good));
    expect(result.decision.verdict).toBe('supported');
    expect(result.controls.map(({ decision }) => decision.verdict)).toEqual(['refuted']);
    expect(result.toothless).toBe(false);
    expect(assembleRun('quick', 1, [result]).passed).toBe(true);
  });

  it('calls a claim toothless when a control is not refuted, or was not measured', () => {
    const claim = madeUpClaim();
    for (const wrong of [[deviation(0)], []]) {
      const result = judgeEvidence(claim, evidenceOf(claim, { ...good, wrong }));
      expect(result.toothless).toBe(true);
      expect(assembleRun('quick', 1, [result]).passed).toBe(false);
    }
  });

  it('leaves out a control that the profile has no power for, and says so', () => {
    const claim = madeUpClaim({
      controls: [
        { id: 'wrong', title: 'wrong', because: 'wrong' },
        { id: 'near', title: 'near', because: 'near', profiles: ['full'] },
      ],
    });
    const result = judgeEvidence(claim, evidenceOf(claim, good));
    expect(result.leftOut.map(({ id }) => id)).toEqual(['near']);
    expect(result.toothless).toBe(false);
  });

  it('never supports a claim with a broken assumption, and names it', () => {
    const claim = madeUpClaim({
      assumptions: [{ statement: 'the moon is full', measured: () => ({ value: 'half', holds: false }) }],
    });
    const { decision } = judgeEvidence(claim, evidenceOf(claim, good));
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
    const { decision } = judgeEvidence(claim, evidence);
    expect(decision.verdict).toBe(verdict);
    expect(decision.reason).toContain('ζ of something');
  });

  it('refutes a control by its derivation alone', () => {
    const claim = madeUpClaim();
    const step = { title: 's', latex: 'x', status: 'rejected' as const, verifiedBy: 'x = 1' };
    const evidence = {
      ...evidenceOf(claim, { ...good, wrong: [deviation(0)] }),
      derivations: { wrong: [{ title: 'misprint', steps: [step] }] },
    };
    const result = judgeEvidence(claim, evidence);
    expect(result.decision.verdict).toBe('supported');
    expect(result.controls[0].decision.verdict).toBe('refuted');
  });

  it('keeps a refutation whatever the assumptions', () => {
    const claim = madeUpClaim({
      assumptions: [{ statement: 'a', measured: () => ({ value: 'b', holds: false }) }],
    });
    expect(judgeEvidence(claim, evidenceOf(claim, { ...good, claim: [deviation(1)] })).decision.verdict).toBe(
      'refuted',
    );
  });

  it('counts units that are missing, and does not pass without them', () => {
    const claim = madeUpClaim({ units: () => [{ id: 'one' }, { id: 'two' }] });
    const result = judgeEvidence(claim, evidenceOf(claim, good));
    expect(result.missing).toBe(1);
    expect(result.decision).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('1 of 2 units') as string,
    });
    expect(result.toothless).toBe(false);
    expect(assembleRun('quick', 1, [result]).passed).toBe(false);
  });

  it('finds nothing green where nothing was measured', () => {
    const claim = madeUpClaim();
    const result = judgeEvidence(claim, { ...evidenceOf(claim, good), units: [] });
    expect(result.decision.verdict).toBe('inconclusive');
    expect(assembleRun('quick', 1, []).passed).toBe(false);
  });
});

it('the error budget of a run is divided over all hypotheses of the registry', () => {
  const claims = [madeUpClaim(), madeUpClaim({ controls: [] })];
  expect(hypothesisAlpha(claims) * 3).toBeCloseTo(RUN_ALPHA, 15);
});
