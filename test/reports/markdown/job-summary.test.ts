import { describe, expect, it } from 'vitest';
import { jobSummary } from '../../../reports/markdown/job-summary.js';
import { SUMMARY_BYTES, withinLimit } from '../../../reports/markdown/within-limit.js';
import { claim, decision, result, run } from '../made-up-run.js';

const LONG = '∂|$<&'.repeat(400);

describe('jobSummary', () => {
  it('has failures first, with their reasons, and no link or picture', () => {
    const made = run([
      result({ claim: claim({ id: 'fine' }) }),
      result({ claim: claim({ id: 'bad' }), decision: decision('refuted', { reason: 'the slope is flat' }) }),
    ]);
    const text = jobSummary({ ...made, passed: false });
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.map((line) => line.split(' | ')[0])).toEqual(['| Claim', '| ---', '| bad', '| fine']);
    expect(rows[2]).toMatch(/ the slope is flat \|$/);
    expect(rows[3]).toMatch(/ – \|$/);
    expect(text).not.toMatch(/\]\(|<img/);
  });

  it('stays below what GitHub takes with thousands of failing claims of long texts, and counts those left out', () => {
    const statistic = { name: LONG, estimate: 1, interval: [0, 2] as const, claimed: LONG };
    const failing = Array.from({ length: 5000 }, (_, k) =>
      result({
        claim: claim({ id: `bad${k}`, title: LONG }),
        decision: decision('refuted', { reason: LONG, statistic }),
      }),
    );
    const fine = Array.from({ length: 2000 }, (_, k) => result({ claim: claim({ id: `fine${k}` }) }));
    const text = jobSummary(run([...fine, ...failing], { passed: false }));
    expect(Buffer.byteLength(text)).toBeLessThan(SUMMARY_BYTES);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_BYTES * 0.98);
    const shown = text.split('\n').filter((line) => line.startsWith('| bad')).length;
    expect(text).not.toContain('| fine');
    expect(text).toContain(`… and ${7000 - shown} more claims, left out here for their size.`);
    expect(text).toContain('FAILED: 2000 of 7000 claims supported, 5000 refuted');
  });
});

describe('withinLimit', () => {
  const left = (count: number): string => `${count} left out`;

  it('keeps everything that fits, and says nothing of leaving out', () => {
    expect(withinLimit('h', ['a', 'b'], 'f', left)).toBe('h\na\nb\n\nf');
  });

  it('is below the limit for every limit that head and foot leave room for', () => {
    const lines = Array.from({ length: 30 }, (_, k) => '∂'.repeat(k % 7));
    for (let limit = 40; limit < 400; limit += 1) {
      const text = withinLimit('head', lines, 'foot', left, limit);
      expect(Buffer.byteLength(text)).toBeLessThan(limit);
      const shown = text.split('\n').filter((line) => /^∂*$/.test(line)).length;
      expect(text.endsWith('\n\nfoot')).toBe(true);
      expect(shown).toBeGreaterThan(0);
    }
  });
});
