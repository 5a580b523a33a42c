import { gammaOfHalf, piRational, piRationalValue, timesPi } from '../../../theory/pi-rational.js';

/** γ_d = 1/(2(2π)^(d−1)): the density of units that represents g is β_e = −γ_d R{(−Δ)^((d+1)/2) g}. */
export const densityFactor = (inputs: number): number =>
  piRationalValue(piRational(1n, 1n << BigInt(inputs), 2 - 2 * inputs));

/** A_d = 3·2^(d+1) π^((d−1)/2) Γ((d+3)/2): ‖x‖³ has the Fourier transform A_d |ξ|^−(d+3). */
export const cubicFactor = (inputs: number): number =>
  piRationalValue(timesPi(piRational(3n << BigInt(inputs + 1), 1n, inputs - 1), gammaOfHalf(inputs + 3)));
