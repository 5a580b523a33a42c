import { overPanels } from './panels.js';

const NODES = 48;

/** ∫_0^π sin^{n}θ dθ by quadrature, once for each n. */
const sines = new Map<number, number>();
function sineIntegral(n: number): number {
  let value = sines.get(n);
  if (value === undefined) {
    value = overPanels((theta) => integerPower(Math.sin(theta), n), [0, Math.PI], NODES);
    sines.set(n, value);
  }
  return value;
}

/** |S^{d−1}|, by |S^{d−1}| = |S^{d−2}| ∫_0^π sin^{d−2}θ dθ and quadrature; 2 for d = 1. */
export function measuredSphereArea(d: number): number {
  let area = 2;
  for (let k = 2; k <= d; k++) area *= sineIntegral(k - 2);
  return area;
}

/**
 * E f(V₁) for V uniform on the unit sphere of ℝ^d, with θ = arccos V₁ by quadrature; `breaks` are values of V₁ at
 * which f has a kink.
 */
export function sphereMean(
  f: (v: number) => number,
  d: number,
  { breaks = [], nodes = NODES }: { readonly breaks?: readonly number[]; readonly nodes?: number } = {},
): number {
  if (d === 1) return 0.5 * (f(1) + f(-1));
  const inside = breaks.filter((v) => Math.abs(v) < 1).map((v) => Math.acos(v));
  const edges = [0, ...inside.sort((p, q) => p - q), Math.PI];
  const integrand = (theta: number): number => integerPower(Math.sin(theta), d - 2) * f(Math.cos(theta));
  return overPanels(integrand, edges, nodes) / sineIntegral(d - 2);
}

/** x^n for an integer n ≥ 0 */
export function integerPower(x: number, n: number): number {
  let power = 1;
  for (let k = 0; k < n; k++) power *= x;
  return power;
}
