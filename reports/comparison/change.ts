import { interval, significant } from '../format.js';
import type { ClaimRecord } from './record.js';

/** Worst first. A regression fails a comparison, what is incomplete leaves it open, the others are told. */
export const STANDINGS = ['regression', 'incomplete', 'margin', 'changed', 'new', 'improvement'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One thing in which a run differs from its baseline. */
export interface Change {
  readonly standing: Standing;
  readonly claim: string;
  readonly what: string;
  readonly before: string;
  readonly now: string;
  /** What it means, and what would mend it. */
  readonly note: string;
}

/** In place of a value that there is not. */
export const NOTHING = '–';
export const GUARDED_LATER = 'guarded from the next update of the baseline on';

/** "-0.49 [-0.52, -0.46]" */
export function valueText({
  estimate,
  interval: ends,
}: Pick<ClaimRecord['statistic'], 'estimate' | 'interval'>): string {
  return `${significant(estimate)} ${interval(ends)}`;
}

/** A change in one plain line. */
export function changeLine({ standing, claim, what, before, now }: Change): string {
  return `${standing}: ${claim}, ${what}: ${before} → ${now}`;
}
