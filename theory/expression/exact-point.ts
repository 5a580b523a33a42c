import { sub } from './construct.js';
import type { Draws } from './draws.js';
import { erf } from './erf.js';
import type { Exponentials } from './exponentials.js';
import type { Expr } from './expression.js';
import { print } from './print.js';
import type { Element } from './quadratic.js';
import { fromRational, isRational, isZeroElement, key, QuadraticField, rationalPart } from './quadratic.js';
import type { Box } from './range.js';
import { isNonnegative, isNonpositive, keepsSign, rangeOf } from './range.js';
import type { Rational } from './rational.js';
import { isOne, negate, ONE, ZERO } from './rational.js';
import { sampleNear, sampleRational } from './sample.js';
import { Inapplicable, Undefined } from './undecidable.js';

const MAX_POWER = 1000n;

/**
 * One random point for exact evaluation: rational values of the symbols inside the box, and a rational value of
 * every transcendental number that comes up (π, log(r), erf(r), …: one for each exact argument r), near its true
 * value but otherwise independent. Expressions (elementary ones) are evaluated in ℚ(√γ₀, √γ₁, …).
 */
export class ExactPoint {
  readonly symbols: Readonly<Record<string, Rational>>;
  readonly field = new QuadraticField();
  /** A part whose sign the box does not settle but the value depends on: the value is that of one case only. */
  unsettled: Expr | undefined;
  readonly #radicands: Expr[] = [];
  readonly #roots = new Map<string, Element>();
  readonly #transcendental = new Map<string, Element>();
  readonly #box: Box;
  readonly #draws: Draws;
  readonly #exponentials: Exponentials | undefined;

  constructor(box: Box, draws: Draws, exponentials?: Exponentials) {
    this.#box = box;
    this.#draws = draws;
    this.#exponentials = exponentials;
    const sampled = Object.entries(box).map(([name, range]) => [name, sampleRational(range, draws)] as const);
    this.symbols = Object.fromEntries(sampled);
  }

  /** Whether a transcendental number has been replaced by an independent one, so that values are only formal. */
  get isFormal(): boolean {
    return this.#transcendental.size > 0;
  }

  /** Throws Undefined, Unsure or Inapplicable where there is no exact value. */
  evaluate(e: Expr): Element {
    switch (e.kind) {
      case 'rational':
        return fromRational(e);
      case 'pi':
        return this.#near('pi', () => Math.PI);
      case 'symbol':
        return fromRational(this.symbols[e.name]);
      case 'sum':
        return e.terms.map((term) => this.evaluate(term)).reduce((a, b) => this.field.add(a, b));
      case 'product':
        return e.factors.map((factor) => this.evaluate(factor)).reduce((a, b) => this.field.multiply(a, b));
      case 'power':
        return this.#power(e.base, e.exponent);
      case 'call':
        return e.name === 'exp' ? this.#exponential(e.args[0]) : this.#call(e);
    }
  }

  #power(base: Expr, exponent: Expr): Element {
    if (exponent.kind !== 'rational' || exponent.denominator > 2n) {
      throw new Inapplicable(`the exponent ${print(exponent)} is not a half-integer`);
    }
    const { numerator, denominator } = exponent;
    if (numerator > MAX_POWER || numerator < -MAX_POWER)
      throw new Inapplicable(`the exponent ${numerator} is too large`);
    const value = this.evaluate(base);
    if (numerator < 0n && isZeroElement(value)) throw new Undefined('division by zero');
    return this.field.power(denominator === 1n ? value : this.#root(base, value), numerator);
  }

  #root(radicand: Expr, value: Element): Element {
    const name = print(radicand);
    const known = this.#roots.get(name);
    if (known !== undefined) return known;
    const sign = this.field.sign(value);
    if (sign < 0) throw new Undefined('square root of a negative number');
    if (sign === 0) return fromRational(ZERO);
    if (!isRational(value)) throw new Inapplicable('nested square roots');
    const { root, reducedBy } = this.field.squareRoot(rationalPart(value));
    if (reducedBy === undefined) {
      this.#radicands.push(radicand);
    } else {
      // √(P²) = |P|, and P keeps its sign over the box if no radicand in the square has a zero or a pole there.
      const involved = [radicand, ...reducedBy.map((i) => this.#radicands[i])];
      this.unsettled ??= involved.find((e) => !keepsSign(rangeOf(e, this.#box)));
    }
    this.#roots.set(name, root);
    return root;
  }

  #exponential(argument: Expr): Element {
    if (this.#exponentials === undefined) throw new Inapplicable('nested exponentials');
    return this.#exponentials.monomial(argument).reduce<Element>((product, { basis, denominator, power }) => {
      // The clamp keeps numbers short; only the sign of differences such as 1 − e^{−u} matters.
      const size = (): number =>
        Math.exp(clamp(this.field.toNumber(this.evaluate(basis)) / Number(denominator), 40));
      return this.field.multiply(product, this.field.power(this.#near(`exp ${print(basis)}`, size), power));
    }, fromRational(ONE));
  }

  #call(e: Extract<Expr, { kind: 'call' }>): Element {
    const [a, b] = e.args.map((arg) => this.evaluate(arg));
    switch (e.name) {
      case 'abs':
        return this.#sign(e.args[0], a) < 0 ? this.#negative(a) : a;
      case 'min':
      case 'max': {
        const isLess = this.#sign(sub(e.args[0], e.args[1]), this.field.add(a, this.#negative(b))) < 0;
        return isLess === (e.name === 'min') ? a : b;
      }
      case 'log':
        if (this.field.sign(a) <= 0) throw new Undefined('logarithm of a number that is not positive');
        return isUnit(a)
          ? fromRational(ZERO)
          : this.#near(`log ${key(a)}`, () => Math.log(this.field.toNumber(a)));
      case 'sin':
      case 'cos':
      case 'erf':
        return this.#parity(e.name, a);
      case 'atan2':
        return this.#near(`atan2 ${key(a)}, ${key(b)}`, () =>
          Math.atan2(this.field.toNumber(a), this.field.toNumber(b)),
        );
      default:
        throw new Inapplicable(`${e.name} is not elementary`);
    }
  }

  /** The sign of a part on which the value is going to depend: that of the box if it has one. */
  #sign(part: Expr, value: Element): number {
    const range = rangeOf(part, this.#box);
    if (isNonnegative(range)) return 1;
    if (isNonpositive(range)) return -1;
    this.unsettled ??= part;
    return this.field.sign(value);
  }

  /** sin, cos, erf of ±a from one number; sin and cos by the tangent of the half-angle, so sin² + cos² = 1. */
  #parity(name: 'sin' | 'cos' | 'erf', a: Element): Element {
    const sign = this.field.sign(a);
    if (sign === 0) return fromRational(name === 'cos' ? ONE : ZERO);
    const size = sign < 0 ? this.#negative(a) : a;
    const x = this.field.toNumber(size);
    const odd = (value: Element): Element => (sign < 0 ? this.#negative(value) : value);
    if (name === 'erf') return odd(this.#near(`erf ${key(size)}`, () => erf(x)));
    const tangent = this.#near(`tan ${key(size)}`, () => Math.tan(x / 2));
    const square = this.field.multiply(tangent, tangent);
    const scale = this.field.invert(this.field.add(fromRational(ONE), square));
    return name === 'cos'
      ? this.field.multiply(this.field.add(fromRational(ONE), this.#negative(square)), scale)
      : odd(this.field.multiply(this.field.add(tangent, tangent), scale));
  }

  #negative(a: Element): Element {
    return a.map(negate);
  }

  /** The rational that stands for the number of this name; drawn near its true value when first asked for. */
  #near(name: string, value: () => number): Element {
    const known = this.#transcendental.get(name);
    if (known !== undefined) return known;
    const size = value();
    if (!Number.isFinite(size)) throw new Inapplicable('a number beyond double precision');
    const drawn = fromRational(sampleNear(size, this.#draws));
    this.#transcendental.set(name, drawn);
    return drawn;
  }
}

const isUnit = (a: Element): boolean => isRational(a) && isOne(rationalPart(a));
const clamp = (x: number, size: number): number => Math.max(-size, Math.min(size, x));
