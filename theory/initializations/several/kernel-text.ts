import { gammaOfHalf, overPi, piRational, piRationalText, timesPi } from '../../pi-rational.js';

/** κ_d = E|V₁|³ = Γ(d/2)/(√π Γ((d+3)/2)) for V uniform on the unit sphere of ℝ^d, as an expression. */
export const thirdMomentText = (inputs: number): string =>
  piRationalText(overPi(gammaOfHalf(inputs), timesPi(piRational(1n, 1n, 1), gammaOfHalf(inputs + 3))));

/**
 * The kernel of W = UV, V uniform on the sphere and independent of U, and B ~ U(m − a_B, m + a_B), where |⟨W,x⟩| ≤ a_B − |m|:
 * T³/(6a_B) + (T/(2a_B)) E[U²]⟨x,x′⟩/d + E[U³] κ_d ‖x − x′‖³/(24 a_B) with T = a_B + m.
 */
export const boundedKernelText = (inputs: number, square: string, cube: string, top = 'aB'): string =>
  `${top}^3/(6*aB) + ${top}*${square}*p/(${2 * inputs}*aB) + ${cube}*${thirdMomentText(inputs)}*r^3/(24*aB)`;
