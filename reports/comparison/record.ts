import { z } from 'zod';
import { PROFILES } from '../../proofs-check/claim.js';
import { oneLine } from '../format.js';
import { RecordError } from './record-error.js';

const verdict = z.enum(['supported', 'refuted', 'inconclusive']);
const interval = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low <= high, 'expected the lower end first');
const estimate = z
  .object({
    name: z.string(),
    scale: z.enum(['linear', 'log']),
    estimate: z.number(),
    standardError: z.number().nonnegative(),
    degreesOfFreedom: z.number().positive(),
  })
  .refine((each) => each.scale === 'linear' || each.estimate > 0, {
    path: ['estimate'],
    error: 'expected a positive number on the scale log',
  });

const claim = z.object({
  id: z.string().min(1),
  verdict,
  statistic: z.object({ name: z.string(), estimate: z.number(), interval, claimed: z.string() }),
  controls: distinct(z.object({ id: z.string(), verdict }), 'id'),
  /** The chance of error that the statistic's interval was made for. */
  chance: z.object({ level: z.number().gt(0).lt(1) }).default({ level: 0.05 }),
  missing: z.int().nonnegative().default(0),
  seconds: z.number().nonnegative().default(0),
  estimates: distinct(estimate, 'name').default([]),
  tolerances: distinct(z.object({ name: z.string(), used: z.number().nonnegative() }), 'name').default([]),
});

const update = z.object({
  date: z.iso.date(),
  reason: z.string().min(1),
  changes: z.array(z.string()),
});

const record = z.object({
  schema: z.literal(1),
  passed: z.boolean(),
  profile: z.enum(PROFILES),
  seed: z.int().nonnegative(),
  /** Of a baseline: seconds of computing in all, which a report has by claim. */
  seconds: z.number().nonnegative().optional(),
  claims: distinct(claim, 'id'),
  /** Of a baseline: its updates, the latest first. */
  history: z.array(update).default([]),
});

/** What a report.json and a baseline have in common, and what is compared of them. */
export type RunRecord = Readonly<z.infer<typeof record>>;
export type ClaimRecord = Readonly<z.infer<typeof claim>>;
export type EstimateRecord = Readonly<z.infer<typeof estimate>>;
export type Update = Readonly<z.infer<typeof update>>;

/**
 * Reads a report.json or a baseline.
 * @throws RecordError in one line that names file and field
 */
export function parseRecord(text: string, file: string): RunRecord {
  const parsed = record.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new RecordError(
    `${file}: ${field.replace(/^\./, '') || 'the file'}: ${oneLine(message)}; ` +
      'expected a report.json or a baseline of theorem-check: write it anew with run, or with compare --update',
  );
}

/** Seconds of computing, over all claims. */
export function secondsOf({ seconds, claims }: RunRecord): number {
  return seconds ?? claims.reduce((sum, each) => sum + each.seconds, 0);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecordError(
      `${file}: not JSON (${oneLine(reason)}); expected a report.json or a baseline of theorem-check`,
      { cause: error },
    );
  }
}

/** A list in which no two entries share that key. */
function distinct<Key extends string, T extends z.ZodType<Record<Key, string>>>(
  entry: T,
  key: Key,
): z.ZodArray<T> {
  return z.array(entry).superRefine((entries, context) => {
    const seen = new Set<string>();
    entries.forEach((each, k) => {
      if (seen.has(each[key]))
        context.addIssue({
          code: 'custom',
          path: [k, key],
          message: `got ${JSON.stringify(each[key])} a second time`,
        });
      seen.add(each[key]);
    });
  });
}
