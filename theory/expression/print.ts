import type { Expr } from './expression.js';
import { reciprocal } from './reciprocal.js';

/** How tightly an operator binds; an operand is parenthesised when it binds less tightly than its place asks. */
const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const ATOM = 4;

interface Printed {
  readonly text: string;
  readonly binds: number;
}

/** The expression as text that `parse` reads back to the same tree. */
export function print(e: Expr): string {
  return render(e).text;
}

const within = (e: Expr, least: number): string => {
  const { text, binds } = render(e);
  return binds < least ? `(${text})` : text;
};

function render(e: Expr): Printed {
  switch (e.kind) {
    case 'rational':
      if (e.denominator !== 1n) return { text: `${e.numerator}/${e.denominator}`, binds: PRODUCT };
      return { text: `${e.numerator}`, binds: e.numerator < 0n ? PRODUCT : ATOM };
    case 'pi':
      return { text: 'pi', binds: ATOM };
    case 'symbol':
      return { text: e.name, binds: ATOM };
    case 'call':
      return { text: `${e.name}(${e.args.map(print).join(', ')})`, binds: ATOM };
    case 'sum':
      return { text: e.terms.map(signed).join(''), binds: SUM };
    case 'product':
      return { text: product(e.factors), binds: PRODUCT };
    case 'power':
      return power(e);
  }
}

function signed(term: Expr, index: number): string {
  const text = within(term, PRODUCT);
  if (index === 0) return text;
  return text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`;
}

function product(factors: readonly Expr[]): string {
  const [first, ...rest] = factors;
  const minus = first.kind === 'rational' && first.numerator === -1n && first.denominator === 1n;
  const [head, ...tail] = minus ? rest : factors;
  return (minus ? '-' : '') + within(head, PRODUCT) + tail.map(timesOrOver).join('');
}

function timesOrOver(factor: Expr): string {
  const below = reciprocal(factor);
  return below === undefined ? `*${within(factor, POWER)}` : `/${within(below, POWER)}`;
}

function power(e: Extract<Expr, { kind: 'power' }>): Printed {
  const below = reciprocal(e);
  if (below !== undefined) return { text: `1/${within(below, POWER)}`, binds: PRODUCT };
  const { base, exponent } = e;
  if (exponent.kind === 'rational' && exponent.numerator === 1n && exponent.denominator === 2n) {
    return { text: `sqrt(${print(base)})`, binds: ATOM };
  }
  return { text: `${within(base, ATOM)}^${within(exponent, ATOM)}`, binds: POWER };
}
