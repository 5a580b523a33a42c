import type { RandomStream } from '../../numerics/random/streams.js';
import type { OperatorTheory } from '../../theory/operators/theory.js';
import type { Row } from '../claim.js';
import { TOLERANCES, type Comparison, type Identity } from './operator-identity.js';
import { pairComparisons } from './operator-pairs.js';
import { cubicComparisons, halfLaplacianComparison, testFunctionComparisons } from './operator-weak-forms.js';

/**
 * All identities in d inputs for one draw of centres, scales, directions and places; `slow` ones too, which take as
 * long as all others.
 */
export function comparisons(d: number, random: RandomStream, slow: boolean): Comparison[] {
  return [
    ...pairComparisons(d, random),
    ...cubicComparisons(d, random),
    ...testFunctionComparisons(d, random),
    ...(slow && d > 1 ? [halfLaplacianComparison(d, random)] : []),
  ];
}

/** Rows of evidence of a theory, for all identities or for some. */
export const operatorRows = (
  d: number,
  found: readonly Comparison[],
  theory: OperatorTheory,
  only?: readonly Identity[],
): Row[] =>
  found
    .filter(({ identity }) => !only || only.includes(identity))
    .map(({ identity, measured, claimed, scale }) => {
      const value = claimed(theory);
      return {
        group: identity,
        d,
        deviation: Math.abs(measured - value) / (scale ?? Math.abs(measured)),
        tolerance: TOLERANCES[identity],
        scale: 1,
      };
    });
