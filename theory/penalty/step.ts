import type { Antiderivative } from '../cas/antiderivative.js';
import { judge, type Domain, type Judgement } from '../cas/judge.js';
import type { Step } from '../derivation.js';
import { compile } from '../expression/compile.js';
import { boxOf } from '../expression/domain.js';
import { drawsFor } from '../expression/draws.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { print } from '../expression/print.js';
import { isPositive, rangeOf } from '../expression/range.js';
import { sampleDouble } from '../expression/sample.js';
import { symbolsOf } from '../expression/walk.js';
import type { Initialization, ZetaPiece } from '../initializations/initialization.js';

/** A derivation that cannot go on; the message says why. */
export class NoDerivation extends Error {}

/** A step that is defined or quoted rather than computed. */
export const stated = (title: string, latex: string, verifiedBy = 'stated'): Step => ({
  title,
  latex,
  status: 'stated',
  verifiedBy,
});

/** Where ζ is defined for an activation of degree k. */
export const definition = (k: number): string => `definition (${k === 1 ? 'Theorem 1' : 'Corollary 4'})`;

/** A step that holds if `zero` vanishes identically on the domain. */
export async function identity(title: string, latex: string, zero: Expr, domain: Domain): Promise<Step> {
  const judgement = await judge(zero, domain);
  return { title, latex, status: judgement.status, verifiedBy: describe(judgement) };
}

const SAMPLES = 2000;

/** A step that holds if `e` is positive on the domain: by interval arithmetic, else at many random points. */
export function positivity(title: string, latex: string, e: Expr, domain: Domain): Step {
  const names = [...symbolsOf(e)];
  const box = boxOf(domain, names);
  if (isPositive(rangeOf(e, box)))
    return { title, latex, status: 'proved', verifiedBy: 'interval arithmetic' };
  const draws = drawsFor(print(e));
  const value = compile(e, names);
  for (let k = 0; k < SAMPLES; k++) {
    const point = names.map((name) => sampleDouble(box[name], draws));
    if (value(...point) > 0) continue;
    const at = names.map((name, i) => `${name} = ${point[i]}`).join(', ');
    return { title, latex, status: 'rejected', verifiedBy: `not positive at ${at}` };
  }
  return { title, latex, status: 'supported', verifiedBy: `positive at ${SAMPLES} random points` };
}

/** The step in which an antiderivative was found, with what verified it. */
export function integral(found: Extract<Antiderivative, { kind: 'antiderivative' }>, latex: string): Step {
  const { proposedBy, judgement, derivatives } = found;
  return {
    title: `Antiderivative, proposed by ${proposedBy}`,
    latex,
    status: judgement.status === 'proved' ? 'proved' : 'supported',
    verifiedBy:
      `its derivative minus the integrand: ${describe(judgement)}; ` +
      `derivative by nerdamer ${derivatives.nerdamer}, by Algebrite ${derivatives.algebrite}`,
  };
}

/** Whether `zero` vanishes identically on the domain, as far as the judge can tell. */
export async function holds(zero: Expr, domain: Domain): Promise<boolean> {
  const { status } = await judge(zero, domain);
  return status === 'proved' || status === 'supported';
}

/** The judgement in words. */
export function describe({ reason, votes }: Judgement): string {
  return `${reason}; nerdamer: ${votes.nerdamer}, Algebrite: ${votes.algebrite}`;
}

/** The domains of a law's parameters. */
export function parameterDomain({ parameters }: Pick<Initialization, 'parameters'>): Domain {
  return Object.fromEntries(
    parameters.map(({ name, domain: [low, high] }) => [
      name,
      low === 0 && high === Infinity
        ? 'positive'
        : low === -Infinity
          ? 'real'
          : [low, Math.min(high, low + 10)],
    ]),
  );
}

/** Prints expressions with the LaTeX names of a law's parameters. */
export function latexOf(
  { parameters }: Pick<Initialization, 'parameters'>,
  symbols: Readonly<Record<string, string>> = {},
): (e: Expr) => string {
  const names = Object.fromEntries(parameters.map(({ name, latex }) => [name, latex]));
  return (e) => toLatex(e, { ...names, ...symbols });
}

/** The closed form of a law as a LaTeX display. */
export const closedFormLatex = (initialization: Initialization): string =>
  piecesLatex('\\zeta(x)', initialization.zeta, '\\lvert x\\rvert', latexOf(initialization));

/** A function in pieces, which depend on the distance from their centre, as a LaTeX display. */
export function piecesLatex(
  head: string,
  list: readonly ZetaPiece[],
  distance: string,
  print: (e: Expr) => string,
): string {
  const pieces = list.map(({ from, to, zeta }) => {
    if (!from && !to) return print(zeta);
    const condition = [from && `${print(from)} \\le ${distance}`, to && `${distance} < ${print(to)}`];
    return `${print(zeta)} & ${condition.filter(Boolean).join(',\\ ')}`;
  });
  const last = list[list.length - 1].to;
  if (last) pieces.push(`0 & \\text{otherwise}`);
  return pieces.length === 1
    ? `${head} = ${pieces[0]}`
    : `${head} = \\begin{cases} ${pieces.join(' \\\\ ')} \\end{cases}`;
}
