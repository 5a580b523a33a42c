import { z } from 'zod';

/** What report.json says of one claim, as far as an explanation needs it. */
const reportedClaim = z.object({
  id: z.string(),
  verdict: z.enum(['supported', 'refuted', 'inconclusive']),
  toothless: z.boolean(),
  missing: z.int().nonnegative(),
  units: z.int().nonnegative(),
  reason: z.string(),
  statistic: z.object({
    name: z.string(),
    estimate: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    claimed: z.string(),
  }),
  controls: z.array(z.object({ id: z.string(), verdict: z.string() })),
});

/** The part of report.json that explanations and citations read. */
export const reportedRun = z.object({
  schema: z.literal(1),
  profile: z.string(),
  seed: z.number(),
  claims: z.array(reportedClaim),
});

export type ReportedClaim = z.infer<typeof reportedClaim>;
export type ReportedRun = z.infer<typeof reportedRun>;
