import type { Expr } from '../expression/expression.js';

export const SYSTEMS = ['nerdamer', 'algebrite'] as const;
export type System = (typeof SYSTEMS)[number];
export type Operation = 'expand' | 'simplify' | 'differentiate' | 'integrate';

/** What a computer-algebra system says: an expression, to be judged, or nothing. */
export type Answer =
  { readonly kind: 'answer'; readonly expr: Expr } | { readonly kind: 'abstain'; readonly reason: string };

/** One question to a worker, in the system's own words. */
export interface Question {
  readonly operation: Operation;
  readonly text: string;
  readonly variable: string;
}

/** A worker's reply: the printed result or the message of the error thrown. */
export type Reply = { readonly text: string } | { readonly error: string };
