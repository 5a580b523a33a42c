import { rational } from './construct.js';
import type { Expr, FunctionName } from './expression.js';
import { reciprocal } from './reciprocal.js';

type Names = Readonly<Record<string, string>>;

/**
 * The expression as LaTeX without dollar signs. `names` gives the LaTeX of symbols; by default a Greek name
 * becomes its letter, trailing digits or what follows the first _ become a subscript (`s2` → s_{2}).
 */
export function toLatex(e: Expr, names: Names = {}): string {
  switch (e.kind) {
    case 'rational':
      return signedFraction(e.numerator, e.denominator);
    case 'pi':
      return '\\pi';
    case 'symbol':
      return Object.hasOwn(names, e.name) ? names[e.name] : symbolLatex(e.name);
    case 'sum':
      return e.terms.map((term, k) => joined(operand(term, names, term.kind === 'sum'), k)).join('');
    case 'product':
      return product(e.factors, names);
    case 'power':
      return power(e, names);
    case 'call':
      return call(
        e.name,
        e.args.map((arg) => toLatex(arg, names)),
      );
  }
}

const parenthesised = (latex: string): string => `\\left(${latex}\\right)`;
const operand = (e: Expr, names: Names, wrap: boolean): string =>
  wrap ? parenthesised(toLatex(e, names)) : toLatex(e, names);

const joined = (latex: string, index: number): string =>
  index === 0 ? latex : latex.startsWith('-') ? ` - ${latex.slice(1)}` : ` + ${latex}`;

const signedFraction = (numerator: bigint, denominator: bigint): string =>
  denominator === 1n
    ? `${numerator}`
    : `${numerator < 0n ? '-' : ''}\\frac{${numerator < 0n ? -numerator : numerator}}{${denominator}}`;

const GREEK =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega)$/;

function symbolLatex(name: string): string {
  const [, head = name, tail = ''] = /^([A-Za-z]+)_?(.*)$/.exec(name) ?? [];
  const letter = GREEK.test(head) ? `\\${head}` : head.length === 1 ? head : `\\mathrm{${head}}`;
  return tail === '' ? letter : `${letter}_{${tail.replaceAll('_', ',')}}`;
}

/** One fraction: factors of negative rational exponent go below the line. */
function product(factors: readonly Expr[], names: Names): string {
  let sign = '';
  const above: Expr[] = [];
  const below: Expr[] = [];
  for (const factor of factors) {
    if (factor.kind === 'rational') {
      if (factor.numerator < 0n) sign = '-';
      const size = factor.numerator < 0n ? -factor.numerator : factor.numerator;
      if (size !== 1n) above.push(rational(size));
      if (factor.denominator !== 1n) below.push(rational(factor.denominator));
    } else {
      const inverted = reciprocal(factor);
      if (inverted === undefined) above.push(factor);
      else below.push(inverted);
    }
  }
  if (below.length === 0) return sign + juxtaposed(above, names, sign === '-');
  return `${sign}\\frac{${juxtaposed(above, names)}}{${juxtaposed(below, names)}}`;
}

function juxtaposed(factors: readonly Expr[], names: Names, signed = false): string {
  if (factors.length === 0) return '1';
  const parts = factors.map((f) => operand(f, names, f.kind === 'sum' && (signed || factors.length > 1)));
  return parts.reduce((left, right) => left + (/^(\d|-|\{\d)/.test(right) ? ' \\cdot ' : ' ') + right);
}

function power(e: Extract<Expr, { kind: 'power' }>, names: Names): string {
  const below = reciprocal(e);
  if (below !== undefined) return `\\frac{1}{${toLatex(below, names)}}`;
  const { base, exponent } = e;
  if (exponent.kind !== 'rational') return `${raised(base, names)}^{${toLatex(exponent, names)}}`;
  const { numerator, denominator } = exponent;
  if (denominator === 1n) return `${raised(base, names)}^{${numerator}}`;
  if (numerator > 1n) return `${raised(base, names)}^{${numerator}/${denominator}}`;
  return `\\sqrt${denominator === 2n ? '' : `[${denominator}]`}{${toLatex(base, names)}}`;
}

/** A base ready for a superscript; braces keep a subscripted or renamed symbol together: {s_{1}}^{2}. */
function raised(base: Expr, names: Names): string {
  const isNatural = base.kind === 'rational' && base.numerator >= 0n && base.denominator === 1n;
  const isAtom = base.kind === 'symbol' || base.kind === 'pi' || isNatural;
  return isAtom ? `{${toLatex(base, names)}}` : parenthesised(toLatex(base, names));
}

function call(name: FunctionName, [first = '', second = '']: readonly string[]): string {
  switch (name) {
    case 'exp':
      return `e^{${first}}`;
    case 'abs':
      return `\\left\\lvert ${first}\\right\\rvert`;
    case 'sqrt':
      return `\\sqrt{${first}}`;
    case 'log':
    case 'sin':
    case 'cos':
    case 'min':
    case 'max':
      return `\\${name}${parenthesised(second === '' ? first : `${first}, ${second}`)}`;
    case 'erf':
      return `\\operatorname{erf}${parenthesised(first)}`;
    case 'atan2':
      return `\\operatorname{atan2}${parenthesised(`${first}, ${second}`)}`;
    case 'gammaP2':
      return `P${parenthesised(`2, ${first}`)}`;
  }
}
