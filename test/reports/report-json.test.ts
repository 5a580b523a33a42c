import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportJson } from '../../reports/report-json.js';
import { CHANCE, control, decision, nastyRun, nastyText, result, run } from './made-up-run.js';

const verdict = z.enum(['supported', 'refuted', 'inconclusive']);

/** The published contract; programs outside this repository read these fields. */
const CONTRACT = z.object({
  schema: z.literal(1),
  passed: z.boolean(),
  profile: z.string(),
  seed: z.number(),
  machine: z.string(),
  claims: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['symbolic', 'numeric', 'statistical']),
      verdict,
      toothless: z.boolean(),
      statistic: z.object({
        name: z.string(),
        estimate: z.number(),
        interval: z.tuple([z.number(), z.number()]),
        claimed: z.string(),
      }),
      reason: z.string(),
      assumptions: z.array(z.object({ statement: z.string(), value: z.string(), holds: z.boolean() })),
      controls: z.array(z.looseObject({ id: z.string(), verdict })),
      leftOut: z.array(z.string()),
      missing: z.number(),
      seconds: z.number(),
      units: z.number(),
    }),
  ),
});

const timing = { seconds: { T1: 1.5 }, machine: '2 cores' };

describe('reportJson', () => {
  it('keeps the contract', () => {
    const made = run(
      [
        result({
          toothless: true,
          controls: [{ control, chance: CHANCE, decision: decision('supported') }],
          leftOut: [control],
        }),
      ],
      { passed: false, seed: 42 },
    );
    const report = CONTRACT.parse(JSON.parse(reportJson(made, timing)));
    expect(report).toMatchObject({
      schema: 1,
      passed: false,
      profile: 'quick',
      seed: 42,
      machine: '2 cores',
    });
    expect(report.claims[0]).toMatchObject({
      id: 'T1',
      kind: 'statistical',
      verdict: 'supported',
      toothless: true,
      statistic: { name: 'slope', estimate: -0.4931, interval: [-0.52, -0.47], claimed: '≤ −1/2' },
      controls: [{ id: 'natural-cubic', verdict: 'supported' }],
      leftOut: ['natural-cubic'],
      missing: 0,
      seconds: 1.5,
      units: 1,
    });
  });

  it('gives texts back as they were', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const [each] = CONTRACT.parse(JSON.parse(reportJson(nastyRun(text), timing))).claims;
        expect([each.title, each.reason, each.leftOut[0]]).toEqual([text, text, text]);
      }),
    );
  });

  it('keeps numbers to the last bit, and bounds infinite intervals', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const statistic = {
          name: 's',
          estimate: value,
          interval: [-Infinity, Infinity] as const,
          claimed: '',
        };
        const text = reportJson(run([result({ decision: decision('inconclusive', { statistic }) })]), timing);
        const [each] = CONTRACT.parse(JSON.parse(text)).claims;
        if (Number.isFinite(value)) expect(each.statistic.estimate === value).toBe(true);
        expect(each.statistic.interval).toEqual([-Number.MAX_VALUE, Number.MAX_VALUE]);
      }),
    );
  });
});
