import type { BoundLaw } from '../theory/initializations/law.js';

/** A line for standard error where a law is outside the hypotheses of the theorem; else nothing. */
export function hypothesisNote({ initialization }: BoundLaw): string {
  return initialization.outsideHypothesis ? `note: ${initialization.outsideHypothesis}\n` : '';
}
