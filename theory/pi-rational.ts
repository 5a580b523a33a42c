import { integerPower } from './integer-power.js';

/** The number q·π^(h/2) with q = numerator/denominator > 0 in lowest terms and an integer h. */
export interface PiRational {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** h */
  readonly halves: number;
}

/** numerator/denominator · π^(halves/2). */
export function piRational(numerator: bigint, denominator = 1n, halves = 0): PiRational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor, halves };
}

export const timesPi = (...factors: readonly PiRational[]): PiRational =>
  factors.reduce((a, b) =>
    piRational(a.numerator * b.numerator, a.denominator * b.denominator, a.halves + b.halves),
  );

export const overPi = (a: PiRational, b: PiRational): PiRational =>
  piRational(a.numerator * b.denominator, a.denominator * b.numerator, a.halves - b.halves);

/**
 * Γ(n/2) for an integer n ≥ 1, from Γ(1) = 1, Γ(1/2) = √π and Γ(z + 1) = zΓ(z).
 * @throws RangeError for another n
 */
export function gammaOfHalf(n: number): PiRational {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`gammaOfHalf: got n = ${n}, expected an integer of at least 1`);
  }
  if (n <= 2) return piRational(1n, 1n, n === 1 ? 1 : 0);
  return timesPi(piRational(BigInt(n - 2), 2n), gammaOfHalf(n - 2));
}

/** |S^(d−1)| = 2π^(d/2)/Γ(d/2), the surface of the unit sphere in ℝ^d. */
export const sphereSurface = (inputs: number): PiRational =>
  overPi(piRational(2n, 1n, inputs), gammaOfHalf(inputs));

/** π^(d/2)/Γ(d/2 + 1), the volume of the unit ball in ℝ^d. */
export const ballVolume = (inputs: number): PiRational =>
  overPi(piRational(1n, 1n, inputs), gammaOfHalf(inputs + 2));

/** The number as an expression to be read by `parse`, in parentheses. */
export function piRationalText({ numerator, denominator, halves }: PiRational): string {
  const whole = Math.trunc(Math.abs(halves) / 2);
  const powers = [...(whole > 0 ? [`pi^${whole}`] : []), ...(halves % 2 === 0 ? [] : ['sqrt(pi)'])];
  const above = halves > 0 ? powers : [];
  const below = halves < 0 ? powers : [];
  return `(${[`${numerator}`, ...above].join('*')}/(${[`${denominator}`, ...below].join('*')}))`;
}

/** The number in double precision. */
export const piRationalValue = ({ numerator, denominator, halves }: PiRational): number =>
  (Number(numerator) / Number(denominator)) *
  integerPower(halves < 0 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI), Math.abs(halves));

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
