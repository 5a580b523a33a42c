import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparisonPage } from '../../../reports/comparison/comparison-page.js';
import { compareRuns } from '../../../reports/comparison/compare.js';
import { SUMMARY_BYTES } from '../../../reports/markdown/within-limit.js';
import { nastyText } from '../made-up-run.js';
import { claimRecord, estimate, runRecord } from './made-up-record.js';

const page = (before: ReturnType<typeof runRecord>, now: ReturnType<typeof runRecord>): string =>
  comparisonPage(compareRuns(before, now), 'theorem-check compare b.json --update --reason "…"');

it('has regressions first, both values with intervals, and the command that accepts them', () => {
  const before = runRecord([claimRecord({ id: 'a', verdict: 'inconclusive' }), claimRecord({ id: 'b' })]);
  const now = runRecord([
    claimRecord({ id: 'a' }),
    claimRecord({
      id: 'b',
      estimates: [estimate({ estimate: -0.3 }), claimRecord().estimates[1]],
    }),
  ]);
  const text = page(before, now);
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(4);
  expect(rows[2]).toBe(
    '| ✘ regression | b | slope, gaussian | -0.5 \\[-0.5197, -0.4803\\] | -0.3 \\[-0.3197, -0.2803\\] | differs by 0.2, noise explains 0.05375: find what moved it |',
  );
  expect(rows[3]).toMatch(/^\| ✔ improvement \| a \| verdict, by worst slope \| inconclusive, -0\.5 /);
  expect(text).toContain('**REGRESSION**: 2 claims compared (quick, seed 1), 1 regression, 1 improvement.');
  expect(text).toContain('```sh\ntheorem-check compare b.json --update --reason "…"\n```');
});

it('says that nothing differs, how many estimates it held against each other, and how fine the net is', () => {
  const text = page(runRecord(), runRecord([claimRecord()], { seed: 2 }));
  expect(text).toMatch(
    /\*\*NO REGRESSION\*\*: 1 claim compared \(quick, seed 2 against 1\)\.\n\nNothing differs beyond noise\./,
  );
  expect(text).toContain(
    '3 estimates compared, 3 of them the same to the last bit; the largest difference is 0 %',
  );
  expect(text).toContain('the budget 0.001 for the whole comparison, divided by 3');
  expect(text).not.toContain('--update');
});

it('tells of a run that took more than twice as long, and fails nothing for it', () => {
  expect(page(runRecord(), runRecord([claimRecord({ seconds: 20 })]))).not.toContain('computing');
  expect(page(runRecord(), runRecord([claimRecord({ seconds: 21 })]))).toMatch(
    /NO REGRESSION[^]*It took 21 s of computing instead of 10 s\./,
  );
});

it('stays fit for a job summary whatever there is to tell', () => {
  const long = (k: number): string => `${k}${'|&<∂'.repeat(2000)}`;
  const claims = Array.from({ length: 3000 }, (_, k) => claimRecord({ id: long(k) }));
  const text = page(
    runRecord(claims),
    runRecord(claims.map((claim) => ({ ...claim, verdict: 'refuted' as const }))),
  );
  expect(Buffer.byteLength(text)).toBeLessThan(SUMMARY_BYTES);
  expect(text).toMatch(/^… and \d+ more, left out here for their size\.$/m);
  expect(text).toContain('--update');
});

it('keeps tables whole and HTML out, whatever the texts say', () => {
  fc.assert(
    fc.property(nastyText, (nasty) => {
      const text = page(
        runRecord([claimRecord({ id: nasty })]),
        runRecord([
          claimRecord({
            id: nasty,
            verdict: 'refuted',
            statistic: { ...claimRecord().statistic, name: nasty, claimed: nasty },
          }),
        ]),
      );
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      expect(rows).toHaveLength(3);
      expect(rows[2].match(/(?<!\\)\|/g)).toHaveLength(7);
      expect(text).not.toContain('<script');
    }),
  );
});
