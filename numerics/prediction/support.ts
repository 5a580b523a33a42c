import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import { DataError } from '../data/data-error.js';
import { norm, pointRows } from '../kernels/several/points.js';

/** The first of the inputs that lies outside supp ζ, or undefined. */
export function outsideSupport({ range: [from, to] }: BoundLaw, x: readonly number[]): number | undefined {
  return x.find((value) => value < from || value > to);
}

/**
 * The first of the points x (points × inputs, row by row) that is farther from 0 than ζ_e > 0 reaches, and how far it
 * does; undefined if there is none. Theorem 6 holds there: it forbids kinks where ζ_e = 0.
 */
export function beyondSupport(
  law: VectorLaw,
  x: readonly number[],
): { readonly point: readonly number[]; readonly radius: number } | undefined {
  for (const point of pointRows(x, law.inputs)) {
    const distance = norm(point);
    const [from, to] = law.range(point.map((value) => value / (distance || 1)));
    const radius = from < 0 && to > 0 ? Math.max(-from, to) : 0;
    if (distance > radius) return { point: Array.from(point), radius };
  }
  return undefined;
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
