import type { Rational } from './rational.js';
import {
  integerPower,
  inverse,
  isZero,
  negate,
  ONE,
  plus,
  squareRoot,
  times,
  toNumber,
  ZERO,
} from './rational.js';
import { Inapplicable, Unsure } from './undecidable.js';

/**
 * An element of ℚ(√γ₀, √γ₁, …): coefficient k belongs to Π √γ_i over the bits i of k. Missing coefficients are 0.
 */
export type Element = readonly Rational[];

const MAX_RADICANDS = 4;

export const fromRational = (a: Rational): Element => [a];
export const rationalPart = (a: Element): Rational => a[0] ?? ZERO;
export const isRational = (a: Element): boolean => a.every((c, k) => k === 0 || isZero(c));
export const isZeroElement = (a: Element): boolean => a.every(isZero);

/** A square root as found in the field, and which earlier radicands it was expressed by. */
export interface Root {
  readonly root: Element;
  /** Indices of the radicands in √γ = r·Π√γ_i, or undefined when √γ is a new generator. */
  readonly reducedBy: readonly number[] | undefined;
}

/** A field that grows by the square roots that it is asked for. */
export class QuadraticField {
  /** The number of square roots adjoined so far. */
  #count = 0;
  /** Π γ_i over the bits i of the index. */
  #products: Rational[] = [ONE];

  add(a: Element, b: Element): Element {
    return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => plus(a[k] ?? ZERO, b[k] ?? ZERO));
  }

  multiply(a: Element, b: Element): Element {
    const product: Rational[] = [];
    a.forEach((x, i) => {
      if (isZero(x)) return;
      b.forEach((y, j) => {
        if (isZero(y)) return;
        const term = (i & j) === 0 ? times(x, y) : times(times(x, y), this.#products[i & j]);
        product[i ^ j] = plus(product[i ^ j] ?? ZERO, term);
      });
    });
    return Array.from(product, (c: Rational | undefined) => c ?? ZERO);
  }

  /** 1/a, by conjugation over one generator after the other; throws RangeError for a = 0. */
  invert(a: Element): Element {
    if (isRational(a)) return [inverse(rationalPart(a))];
    const last = 31 - Math.clz32(a.findLastIndex((c) => !isZero(c)));
    const conjugate = a.map((c, k) => ((k >> last) & 1 ? negate(c) : c));
    return this.multiply(conjugate, this.invert(this.multiply(a, conjugate)));
  }

  /** a^n for an integer n. */
  power(a: Element, n: bigint): Element {
    if (isRational(a)) return [integerPower(rationalPart(a), n)];
    let square = n < 0n ? this.invert(a) : a;
    let result: Element = [ONE];
    for (let left = n < 0n ? -n : n; left > 0n; left >>= 1n) {
      if (left & 1n) result = this.multiply(result, square);
      if (left > 1n) square = this.multiply(square, square);
    }
    return result;
  }

  /**
   * The positive square root of γ > 0. If γ Π_S γ_i = r² for some set S of the radicands so far then
   * √γ = r Π_S √γ_i / Π_S γ_i: without this test the field would have zero divisors (√2·√3 ≠ √6).
   */
  squareRoot(radicand: Rational): Root {
    for (const [mask, scale] of this.#products.entries()) {
      const root = squareRoot(times(radicand, scale));
      if (root === undefined) continue;
      const reducedBy = Array.from({ length: this.#count }, (_, i) => i).filter((i) => (mask >> i) & 1);
      return { root: multiple(mask, times(root, inverse(scale))), reducedBy };
    }
    if (this.#count === MAX_RADICANDS)
      throw new Inapplicable(`more than ${MAX_RADICANDS} independent square roots`);
    this.#products = [...this.#products, ...this.#products.map((product) => times(product, radicand))];
    this.#count++;
    return { root: multiple(1 << (this.#count - 1), ONE), reducedBy: undefined };
  }

  get radicands(): number {
    return this.#count;
  }

  /** The sign of a (exact for rationals); throws Unsure when the doubles cancel too far to tell. */
  sign(a: Element): -1 | 0 | 1 {
    if (isZeroElement(a)) return 0;
    if (isRational(a)) return rationalPart(a).numerator < 0n ? -1 : 1;
    const terms = this.#terms(a);
    const value = terms.reduce((x, y) => x + y, 0);
    const size = terms.reduce((x, y) => x + Math.abs(y), 0);
    if (!(Math.abs(value) > 1e-9 * size)) throw new Unsure('sign of an irrational number too close to zero');
    return value < 0 ? -1 : 1;
  }

  toNumber(a: Element): number {
    return this.#terms(a).reduce((x, y) => x + y, 0);
  }

  #terms(a: Element): number[] {
    return a.map((c, k) => (isZero(c) ? 0 : toNumber(c) * Math.sqrt(toNumber(this.#products[k]))));
  }
}

const multiple = (mask: number, coefficient: Rational): Element =>
  Array.from({ length: mask + 1 }, (_, k) => (k === mask ? coefficient : ZERO));

/** A text that determines the element (of one field). */
export const key = (a: Element): string =>
  a.flatMap((c, k) => (isZero(c) ? [] : [`${k}:${c.numerator}/${c.denominator}`])).join(' ');
