import { integrate } from '../../numerics/quadrature/integrate.js';
import type { BoundLaw } from '../../theory/initializations/law.js';

/**
 * ∫|w|^m p(w, −wx) dw = E[|W|^(m−1) | C = x] p_C(x) by quadrature of the law's density: ζ for m = 3 (Jin and
 * Montúfar 2023, Theorem 1), the density of kinks p_C for m = 1.
 */
export function kinkMoment({ density }: BoundLaw, m: number): (x: number) => number {
  const power = (w: number): number => {
    let product = w;
    for (let factor = 1; factor < m; factor++) product *= w;
    return product;
  };
  if (density.form === 'kinks') {
    const { w, at } = density;
    return (x) => (power(w) / w) * at(x);
  }
  if (density.form === 'atoms') {
    const { w, at, bounds } = density;
    return (x) => (Math.abs(w * x) < bounds.b ? power(w) * at(w * x) : 0);
  }
  const { at, bounds } = density;
  return (x) => {
    const end = Math.min(bounds.w, bounds.b / Math.abs(x), bounds.radius / Math.sqrt(1 + x * x));
    // The law is symmetric under (w, b) → (−w, −b). Its own scales are of order one: cut a long range there.
    return 2 * integrate((w) => power(w) * at(w, -w * x), 0, end, { breaks: [1, 10, 100] }).value;
  };
}
