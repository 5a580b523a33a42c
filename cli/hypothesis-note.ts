import type { BoundLaw } from '../theory/initializations/law.js';
import type { VectorLaw } from '../theory/initializations/several/vector-law.js';
import { beyondSupport, outsideSupport } from '../numerics/prediction/support.js';

/** Lines for standard error where a law, or data with it, are outside the hypotheses of the theorem; else nothing. */
export function hypothesisNote(law: BoundLaw | VectorLaw, x: readonly number[]): string {
  const notes = [
    ...farNotes(x, 'inputs' in law ? law.inputs : 1),
    ...('inputs' in law ? notesInSeveral(law, x) : notesInOne(law, x)),
  ];
  return notes.map((note) => `note: ${note}\n`).join('');
}

/** A range this many times smaller than its distance from 0 is hardly told apart by kinks that spread about 0. */
const FAR = 3;

function farNotes(x: readonly number[], inputs: number): string[] {
  return Array.from({ length: inputs }, (_, k) => x.filter((_value, i) => i % inputs === k)).flatMap(
    (values, k) => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const distance = Math.max(low, -high);
      if (!(distance > FAR * (high - low)) || high === low) return [];
      const which = inputs === 1 ? 'the inputs' : `the values of input ${k + 1}`;
      return [
        `${which} lie between ${low} and ${high}, far from 0 for their range: kinks are drawn about 0, and hardly tell such ` +
          'inputs apart; rescale them to order one, as (x − mean)/deviation',
      ];
    },
  );
}

/** A line for standard error where a point lies beyond the range of the data (both points × inputs); else nothing. */
export function rangeNote(x: readonly number[], points: ArrayLike<number>, inputs: number): string {
  for (let k = 0; k < inputs; k++) {
    const values = x.filter((_, i) => i % inputs === k);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    for (let i = k; i < points.length; i += inputs) {
      if (points[i] >= low && points[i] <= high) continue;
      return `note: ${points[i]} lies beyond the data, which end at ${points[i] < low ? low : high}: no claim is checked there\n`;
    }
  }
  return '';
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
