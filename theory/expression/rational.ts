/** Exact rational numbers on BigInt; always in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** numerator / denominator in lowest terms; throws RangeError on a zero denominator. */
export function ratio(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError(`got ${numerator}/0, expected a non-zero denominator`);
  const common = denominator < 0n ? -gcd(numerator, denominator) : gcd(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

export const isZero = (a: Rational): boolean => a.numerator === 0n;
export const isOne = (a: Rational): boolean => a.numerator === a.denominator;
export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });
export const inverse = (a: Rational): Rational => ratio(a.denominator, a.numerator);

export function plus(a: Rational, b: Rational): Rational {
  if (a.denominator === 1n && b.denominator === 1n) {
    return { numerator: a.numerator + b.numerator, denominator: 1n };
  }
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a^n for an integer n; throws RangeError for 0^n with n < 0. */
export function integerPower(a: Rational, n: bigint): Rational {
  const base = n < 0n ? inverse(a) : a;
  const m = magnitude(n);
  return { numerator: bigintPower(base.numerator, m), denominator: bigintPower(base.denominator, m) };
}

function bigintPower(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result *= square;
    if (left > 1n) square *= square;
  }
  return result;
}

/** The rational square root of a, or undefined when a is not the square of a rational. */
export function squareRoot(a: Rational): Rational | undefined {
  const numerator = integerSquareRoot(a.numerator);
  const denominator = integerSquareRoot(a.denominator);
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}

function integerSquareRoot(a: bigint): bigint | undefined {
  if (a < 0n) return undefined;
  if (a < 2n) return a;
  // Newton from above falls monotonically to the floor of the root.
  let x = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (x + a / x) >> 1n;
    if (next >= x) break;
    x = next;
  }
  return x * x === a ? x : undefined;
}

/** The number of binary digits of |a|. */
export function bitLength(a: bigint): number {
  const hex = magnitude(a).toString(16);
  return 4 * hex.length - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/** The nearest double, to one rounding (two when the result is subnormal). */
export function toNumber(a: Rational): number {
  const [n, d] = [Number(a.numerator), Number(a.denominator)];
  if (Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return n / d;
  // A quotient of at least 65 bits rounds like the true one, but for exact ties of its first 53 bits.
  const shift = 65 - (bitLength(a.numerator) - bitLength(a.denominator));
  const quotient =
    shift >= 0
      ? (a.numerator << BigInt(shift)) / a.denominator
      : a.numerator / (a.denominator << BigInt(-shift));
  return scaleByPowerOfTwo(Number(quotient), -shift);
}

function scaleByPowerOfTwo(x: number, exponent: number): number {
  let [scaled, left] = [x, exponent];
  for (; left > 512; left -= 512) scaled *= TWO_TO_512;
  for (; left < -512; left += 512) scaled /= TWO_TO_512;
  return left >= 0 ? scaled * Number(1n << BigInt(left)) : scaled / Number(1n << BigInt(-left));
}

const TWO_TO_512 = Number(1n << 512n);

/** The exact value of a finite double. */
export function fromNumber(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError(`got ${x}, expected a finite number`);
  let denominator = 1n;
  let scaled = x;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return ratio(BigInt(scaled), denominator);
}
