import { z } from 'zod';

/** The shapes in which evidence is stored. */
export const rowSchema = z.record(z.string(), z.union([z.number(), z.string()]));
export const unitSchema = rowSchema.and(z.object({ id: z.string() }));
export const measuredSchema = z.record(z.string(), z.array(rowSchema));

const step = z.object({
  title: z.string(),
  latex: z.string(),
  status: z.enum(['proved', 'supported', 'stated', 'abstained', 'rejected']),
  verifiedBy: z.string(),
});
export const derivationsSchema = z.record(
  z.string(),
  z.array(z.object({ title: z.string(), steps: z.array(step) })),
);
