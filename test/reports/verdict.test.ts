import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byConcern, controlsCaught, outcome, standing } from '../../reports/verdict.js';
import { CHANCE, claim, control, decision, result, run } from './made-up-run.js';

const supported = result();
const refuted = result({ decision: decision('refuted') });
const inconclusive = result({ decision: decision('inconclusive') });
const toothless = result({
  toothless: true,
  controls: [{ control, chance: CHANCE, decision: decision('supported') }],
});
const incomplete = result({ missing: 1 });

describe('standing', () => {
  it('names what takes from a verdict', () => {
    expect(standing(supported)).toBe('✔ supported');
    expect(standing(refuted)).toBe('✘ refuted');
    expect(standing(inconclusive)).toBe('? inconclusive');
    expect(standing(toothless)).toBe('✔ supported · TOOTHLESS');
    expect(standing(incomplete)).toBe('✔ supported · INCOMPLETE (1 unit missing)');
  });

  it('counts refuted controls', () => {
    expect(controlsCaught(supported)).toBe('1 of 1');
    expect(controlsCaught(toothless)).toBe('0 of 1');
    expect(controlsCaught(result({ controls: [] }))).toBe('none');
  });
});

describe('outcome', () => {
  it.each([
    [run([supported]), 'PASSED: 1 of 1 claim supported, 1 of 1 control refuted.'],
    [run([]), 'INCOMPLETE: no claim was selected, so nothing was measured.'],
    [
      run([supported, refuted], { passed: false }),
      'FAILED: 1 of 2 claims supported, 1 refuted, 2 of 2 controls refuted.',
    ],
    [
      run([toothless], { passed: false }),
      'FAILED: 1 of 1 claim supported, 1 toothless, 0 of 1 control refuted.',
    ],
    [
      run([incomplete, inconclusive], { passed: false }),
      'INCOMPLETE: 1 of 2 claims supported, 1 inconclusive, 1 incomplete, 2 of 2 controls refuted.',
    ],
    [
      run([inconclusive], { passed: false }),
      'INCONCLUSIVE: 0 of 1 claim supported, 1 inconclusive, 1 of 1 control refuted.',
    ],
  ])('of a run', (made, line) => {
    expect(outcome(made)).toBe(line);
  });
});

describe('byConcern', () => {
  it('puts failures first and keeps the order of the run otherwise', () => {
    const kinds = [refuted, toothless, inconclusive, incomplete, supported];
    const rank = [0, 0, 1, 1, 2];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 })), (picks) => {
        const results = picks.map((pick, k) => ({ ...kinds[pick], claim: claim({ id: `c${k}` }) }));
        const order = byConcern(results).map((each) => Number(each.claim.id.slice(1)));
        const expected = picks.map((pick, k) => [rank[pick], k]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(order).toEqual(expected.map((each) => each[1]));
      }),
    );
  });
});
