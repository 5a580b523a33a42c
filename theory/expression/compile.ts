import { erf } from './erf.js';
import type { Expr, FunctionName } from './expression.js';
import { ExpressionError } from './expression.js';
import { gammaP2 } from './gamma-p2.js';
import { toNumber } from './rational.js';
import { reciprocal } from './reciprocal.js';
import { symbolsOf } from './walk.js';

type Evaluate = (values: readonly number[]) => number;

/** Values of symbols that are fixed at compilation. */
type Constants = Readonly<Record<string, number>>;

/**
 * The expression as a double-precision function of the named variables, in that order, with `constants` inserted.
 * Undefined values are NaN or infinite, as in Math. Throws ExpressionError when a symbol is in neither.
 */
export function compile(
  e: Expr,
  variables: readonly string[],
  constants: Constants = {},
): (...values: number[]) => number {
  const unknown = [...symbolsOf(e)].filter(
    (name) => !variables.includes(name) && !Object.hasOwn(constants, name),
  );
  if (unknown.length > 0) {
    throw new ExpressionError(
      `got the symbol ${unknown.join(', ')}, expected only ${variables.join(', ') || 'constants'}`,
    );
  }
  const evaluate = node(e, variables, constants);
  return (...values) => {
    if (values.length !== variables.length) {
      throw new ExpressionError(`got ${values.length} values, expected one each for ${variables.join(', ')}`);
    }
    return evaluate(values);
  };
}

/** A part without variables is evaluated once. */
function node(e: Expr, variables: readonly string[], constants: Constants): Evaluate {
  const evaluate = operation(e, variables, constants);
  if ([...symbolsOf(e)].some((name) => variables.includes(name))) return evaluate;
  const constant = evaluate([]);
  return () => constant;
}

function operation(e: Expr, variables: readonly string[], constants: Constants): Evaluate {
  const compiled = (part: Expr): Evaluate => node(part, variables, constants);
  switch (e.kind) {
    case 'rational': {
      const value = toNumber(e);
      return () => value;
    }
    case 'pi':
      return () => Math.PI;
    case 'symbol': {
      const index = variables.indexOf(e.name);
      if (index >= 0) return (values) => values[index];
      const value = constants[e.name];
      return () => value;
    }
    case 'sum':
      return e.terms.map(compiled).reduce((f, g) => (values) => f(values) + g(values));
    case 'product':
      return product(e.factors, compiled);
    case 'power':
      return power(e, compiled);
    case 'call':
      return call(e.name, e.args.map(compiled));
  }
}

/** Factors of negative rational exponent are divided by, which costs one rounding less than their reciprocal. */
function product(factors: readonly Expr[], compiled: (part: Expr) => Evaluate): Evaluate {
  const [first, ...rest] = factors;
  return rest.reduce<Evaluate>((left, factor) => {
    const inverted = reciprocal(factor);
    const right = compiled(inverted ?? factor);
    return inverted === undefined
      ? (values) => left(values) * right(values)
      : (values) => left(values) / right(values);
  }, compiled(first));
}

function power(e: Extract<Expr, { kind: 'power' }>, compiled: (part: Expr) => Evaluate): Evaluate {
  const inverted = reciprocal(e);
  if (inverted !== undefined) {
    const below = compiled(inverted);
    return (values) => 1 / below(values);
  }
  const base = compiled(e.base);
  if (e.exponent.kind === 'rational' && e.exponent.denominator <= 2n) {
    const whole = Number(e.exponent.numerator / e.exponent.denominator);
    if (!Number.isSafeInteger(whole)) {
      throw new ExpressionError(
        `got an exponent of ${`${e.exponent.numerator}`.length} digits, expected one below 2^53: write a smaller one`,
      );
    }
    if (e.exponent.denominator === 1n) return (values) => integerPower(base(values), whole);
    return (values) => {
      const x = base(values);
      return integerPower(x, whole) * Math.sqrt(x);
    };
  }
  const exponent = compiled(e.exponent);
  return (values) => realPower(base(values), exponent(values));
}

/** x^y for real y: by multiplication where y is an integer, else e^{y log x} (NaN for x < 0). */
function realPower(x: number, y: number): number {
  if (Number.isSafeInteger(y)) return y < 0 ? 1 / integerPower(x, -y) : integerPower(x, y);
  return Math.exp(y * Math.log(x));
}

/** x^n for an integer n ≥ 0, by repeated squaring. */
function integerPower(x: number, n: number): number {
  let result = n % 2 === 1 ? x : 1;
  let square = x;
  for (let left = Math.floor(n / 2); left > 0; left = Math.floor(left / 2)) {
    square *= square;
    if (left % 2 === 1) result *= square;
  }
  return result;
}

const UNARY: Readonly<Record<Exclude<FunctionName, 'atan2' | 'min' | 'max'>, (x: number) => number>> = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  erf,
  gammaP2,
};

function call(name: FunctionName, args: readonly Evaluate[]): Evaluate {
  const [a, b] = [args[0], args[1]];
  switch (name) {
    case 'atan2':
      return (values) => Math.atan2(a(values), b(values));
    case 'min':
      return (values) => Math.min(a(values), b(values));
    case 'max':
      return (values) => Math.max(a(values), b(values));
    default: {
      const f = UNARY[name];
      return (values) => f(a(values));
    }
  }
}
