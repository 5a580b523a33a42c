import type { Derivation } from '../derivation.js';
import { div, mul, pow, rational, sub, sym } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { parse } from '../expression/parse.js';
import { identity, stated } from '../penalty/step.js';
import { collected, gammaOfHalf, piToHalf } from './constants.js';
import { derivationOf } from './derivation-of.js';

const C = sym('c');

/** R of g = (1−|x|²)₊^k: π^{(d−1)/2}k!/Γ(k+(d+1)/2)·(1−c²)^{k+(d−1)/2} on |c| ≤ 1, and 0 beyond. */
export const compactTransform = (d: number, k: number): Expr =>
  mul(
    collected(div(mul(piToHalf(d - 1), gammaOfHalf(2 * k + 2)), gammaOfHalf(2 * k + d + 1))),
    pow(sub(rational(1), pow(C, 2)), rational(2 * k + d - 1, 2)),
  );

/** Derives it for all d ≥ 2 and k ≥ 0 at once: Γ enters by Γ(z+1) = zΓ(z) alone. */
export function deriveCompact(): Promise<Derivation> {
  return derivationOf('(c) Compactly supported pair, all d and k', [
    identity(
      'On the hyperplane, with y = √(1−c²) t',
      '1-c^2-\\lvert y\\rvert^2 = (1-c^2)(1-\\lvert t\\rvert^2)\\ \\Rightarrow\\ Rg(c) = (1-c^2)^{k+(d-1)/2}\\,\\lvert S^{d-2}\\rvert\\, I_k,\\qquad I_k = \\int_0^1 r^{d-2}(1-r^2)^k\\,dr',
      parse('1 - c^2 - (1 - c^2)*r^2 - (1 - c^2)*(1 - r^2)'),
      { c: [-1, 1], r: [0, 1] },
    ),
    // ∂_r [r^{d−1}(1−r²)^k] over r^{d−2}(1−r²)^{k−1}, by the product rule
    identity(
      'By parts',
      '\\partial_r\\,r^{d-1}(1-r^2)^k = r^{d-2}(1-r^2)^{k-1}\\left[(d-1)(1-r^2) - 2kr^2\\right] = (2k+d-1)\\,r^{d-2}(1-r^2)^k - 2k\\,r^{d-2}(1-r^2)^{k-1}',
      parse('(d - 1)*(1 - r^2) - 2*k*r^2 - ((2*k + d - 1)*(1 - r^2) - 2*k)'),
      { d: 'positive', k: 'positive', r: [0, 1] },
    ),
    stated(
      'Recursion',
      'I_k = \\frac{2k}{2k+d-1}\\,I_{k-1},\\qquad I_0 = \\frac1{d-1}',
      'the step before; its left side vanishes at both ends',
    ),
    // With G = Γ(k+(d−1)/2) and p = π^{(d−1)/2}(k−1)!
    identity(
      'The closed form has the recursion, with G = Γ(k+(d−1)/2)',
      '\\frac{\\pi^{(d-1)/2}\\,k!}{\\Gamma(k+\\frac{d+1}2)} = \\frac{\\pi^{(d-1)/2}\\,k\\,(k-1)!}{(k+\\frac{d-1}2)\\,G} = \\frac{2k}{2k+d-1}\\cdot\\frac{\\pi^{(d-1)/2}\\,(k-1)!}{G}',
      parse('p*k/((k + (d - 1)/2)*G) - 2*k/(2*k + d - 1)*p/G'),
      { d: [2, 40], k: 'positive', G: 'positive', p: 'positive' },
    ),
    // With G = Γ((d−1)/2) and p = π^{(d−1)/2}
    identity(
      'and the first value, with G = Γ((d−1)/2)',
      '\\frac{\\lvert S^{d-2}\\rvert}{d-1} = \\frac{2\\pi^{(d-1)/2}}{(d-1)\\,G} = \\frac{\\pi^{(d-1)/2}}{\\frac{d-1}2\\,G} = \\frac{\\pi^{(d-1)/2}}{\\Gamma(\\frac{d+1}2)}',
      parse('2*p/((d - 1)*G) - p/((d - 1)/2*G)'),
      { d: [2, 40], G: 'positive', p: 'positive' },
    ),
    stated(
      'Closed form',
      'Rg(c) = \\frac{\\pi^{(d-1)/2}\\,k!}{\\Gamma(k+\\frac{d+1}2)}\\,(1-c^2)_+^{k+(d-1)/2}',
      'induction on k',
    ),
  ]);
}
