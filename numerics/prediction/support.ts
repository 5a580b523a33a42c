import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import { DataError } from '../data/data-error.js';

/** The first of the inputs that lies outside supp ζ, or undefined. */
export function outsideSupport({ range: [from, to] }: BoundLaw, x: readonly number[]): number | undefined {
  return x.find((value) => value < from || value > to);
}

/**
 * Makes sure that Theorem 1 applies: it assumes every x_j in supp ζ.
 * @throws DataError naming the input and the parameters whose change widens the support
 */
export function requireInSupport(law: BoundLaw, x: readonly number[]): void {
  const outside = outsideSupport(law, x);
  if (outside === undefined) return;
  throw new DataError(
    `input ${outside} lies outside the support [${law.range.join(', ')}] of ζ for ${law.text}, but Theorem 1 ` +
      `assumes every input inside it; ${wider(law).join(' or ')}, rescale the inputs, or choose a law on the whole line`,
  );
}

/** Which parameters widen the support, found by doubling each; a designed law has a range of its own. */
function wider({ initialization, values, support, density }: BoundLaw): string[] {
  if (density.form === 'kinks') return ['design the law on a wider range'];
  const doubled = (name: string): number => {
    const list = Object.entries(values).map(([key, value]) => `${key}=${key === name ? 2 * value : value}`);
    return bindLaw(`${initialization.name}(${list.join(',')})`).support;
  };
  return Object.keys(values).flatMap((name) => {
    const then = doubled(name);
    if (then === support) return [];
    return [`${then > support ? 'enlarge' : 'reduce'} ${name}`];
  });
}
