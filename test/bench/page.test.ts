import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costFigure } from '../../bench/cost-figure.js';
import { advantage, bestPeer, claimedCost } from '../../bench/compare.js';
import { page } from '../../bench/page.js';
import { rounded, toJson } from '../../bench/results-json.js';
import type { Results } from '../../bench/results.js';
import { passes, targets } from '../../bench/targets.js';
import { renderFigure } from '../../reports/figures/figure.js';
import { madeUpResults } from './made-up-results.js';

const [narrow] = madeUpResults.cases;

describe('comparison', () => {
  it('takes the fastest peer, and our cost over a whole run', () => {
    expect(bestPeer(narrow)?.contender).toBe('PyTorch, hand gradients, 1 thread');
    expect(claimedCost(narrow)).toBe(2); // the whole run: 3 s for 1.5 million steps
    expect(advantage(narrow)).toBeCloseTo(25);
  });

  it('takes our fastest plain trainer where the exact one does not apply', () => {
    expect(claimedCost({ ...narrow, exact: undefined, whole: undefined } as never)).toBe(10);
  });

  it('says nothing where there is no peer', () => {
    const alone = { ...narrow, costs: narrow.costs.filter(({ peer }) => !peer) };
    expect(advantage(alone)).toBeUndefined();
  });
});

describe('targets', () => {
  it('pass if reached and not if missed or not measured', () => {
    const outcome = targets(madeUpResults).map((target) => [target.reached !== undefined, passes(target)]);
    expect(outcome).toEqual([
      [true, true], // exponent 0
      [true, true], // 25×
      [true, true], // 250×
      [true, true], // 2500×
      [false, false],
      [false, false],
      [false, false],
      [false, false],
      [true, false], // memory
    ]);
  });
});

describe('page', () => {
  const text = page(madeUpResults);

  it('has the date, the machine, a ratio, and says what is missing or extrapolated', () => {
    for (const part of [
      '2000-02-29',
      'abacus',
      '2500×',
      'PyTorch missing',
      'extrapolated',
      '✘ missed',
      '62.5 %',
    ])
      expect(text).toContain(part);
  });

  it('has tables whose rows are as long as their headers', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(4);
    for (const each of tables) {
      const lengths = each.split('\n').map((row) => row.split('|').length);
      expect(new Set(lengths).size).toBe(1);
    }
  });

  it('can be written without peers', () => {
    const alone = madeUpResults.cases.map((each) => ({
      ...each,
      costs: each.costs.filter(({ peer }) => !peer),
    }));
    expect(page({ ...madeUpResults, peers: {}, cases: alone })).toContain('numpy missing');
  });
});

describe('results in JSON', () => {
  it('lose nothing but digits', () => {
    expect(JSON.parse(toJson(madeUpResults))).toEqual(madeUpResults);
    const { seconds, rounds } = rounded({ ...madeUpResults, seconds: 123.456789, rounds: 12345678 });
    expect([seconds, rounds]).toEqual([123.457, 12345678]);
    const numbers = (results: Results): number[] =>
      results.cases.flatMap(({ costs }) => costs[0].microseconds);
    const exact = numbers(madeUpResults);
    numbers(rounded(madeUpResults)).forEach((value, k) =>
      expect(Math.abs(value - exact[k])).toBeLessThanOrEqual(1e-5 * exact[k]),
    );
  });
});

describe('the committed page', () => {
  const read = (name: string): string =>
    readFileSync(new URL(`../../bench/${name}`, import.meta.url), 'utf8');
  const committed = JSON.parse(read('results.json')) as Results;

  it('says what the results beside it say', () => {
    expect(page(committed)).toBe(read('results.md'));
  });

  it('has their figure', () => {
    expect(renderFigure(costFigure(committed))).toBe(read('cost-per-step.svg'));
  });
});
