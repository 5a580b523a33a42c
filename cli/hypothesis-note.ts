import type { BoundLaw } from '../theory/initializations/law.js';
import type { VectorLaw } from '../theory/initializations/several/vector-law.js';
import { beyondSupport, outsideSupport } from '../numerics/prediction/support.js';

/** Lines for standard error where a law, or data with it, are outside the hypotheses of the theorem; else nothing. */
export function hypothesisNote(law: BoundLaw | VectorLaw, x: readonly number[]): string {
  const notes = 'inputs' in law ? notesInSeveral(law, x) : notesInOne(law, x);
  return notes.map((note) => `note: ${note}\n`).join('');
}

function notesInOne(law: BoundLaw, x: readonly number[]): string[] {
  const { outsideHypothesis } = law.initialization;
  const notes = outsideHypothesis === undefined ? [] : [outsideHypothesis];
  const outside = outsideSupport(law, x);
  if (outside !== undefined)
    notes.push(`input ${outside} lies outside the support of ζ: the theorem does not apply`);
  return notes;
}

function notesInSeveral(law: VectorLaw, x: readonly number[]): string[] {
  const notes = law.isEven
    ? []
    : [
        `the law ${law.text} is not symmetric, as Theorem 6 assumes: the penalty is 1/ζ_e, of the even part of ζ`,
      ];
  const beyond = beyondSupport(law, x);
  if (beyond) {
    notes.push(
      `the input (${beyond.point.join(', ')}) is farther from 0 than ${beyond.radius}, where ζ ends: the limit has no kinks ` +
        'beyond, and is not that of a law that reaches all inputs (widen the biases, or rescale the inputs)',
    );
  }
  return notes;
}
