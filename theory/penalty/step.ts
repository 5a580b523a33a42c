import { judge, type Domain, type Judgement } from '../cas/judge.js';
import type { Step } from '../derivation.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import type { Initialization } from '../initializations/initialization.js';

/** A derivation with a step that the judge found false: a mistake in the law's file. */
export class FalseStep extends Error {}

/** A step that is defined or quoted rather than computed. */
export const stated = (title: string, latex: string, verifiedBy = 'stated'): Step => ({
  title,
  latex,
  status: 'stated',
  verifiedBy,
});

/**
 * A step that holds because `zero` vanishes identically on the domain.
 * @throws FalseStep with the judge's counterexample, if it does not
 */
export async function identity(title: string, latex: string, zero: Expr, domain: Domain): Promise<Step> {
  const judgement = await judge(zero, domain);
  if (judgement.status === 'rejected') throw new FalseStep(`"${title}" is false: ${judgement.reason}`);
  return { title, latex, status: judgement.status, verifiedBy: describe(judgement) };
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
export function parameterDomain({ parameters }: Initialization): Domain {
  return Object.fromEntries(
    parameters.map(({ name, domain: [low, high] }) => [
      name,
      low === 0 && high === Infinity ? 'positive' : [low, Math.min(high, low + 10)],
    ]),
  );
}

/** Prints expressions with the LaTeX names of a law's parameters. */
export function latexOf({ parameters }: Initialization): (e: Expr) => string {
  const names = Object.fromEntries(parameters.map(({ name, latex }) => [name, latex]));
  return (e) => toLatex(e, names);
}

/** The closed form of a law as a LaTeX display. */
export function closedFormLatex(initialization: Initialization): string {
  const print = latexOf(initialization);
  const pieces = initialization.zeta.map(({ from, to, zeta }) => {
    if (!from && !to) return print(zeta);
    const condition = [
      from && `${print(from)} \\le \\lvert x\\rvert`,
      to && `\\lvert x\\rvert < ${print(to)}`,
    ];
    return `${print(zeta)} & ${condition.filter(Boolean).join(',\\ ')}`;
  });
  const last = initialization.zeta[initialization.zeta.length - 1].to;
  if (last) pieces.push(`0 & \\text{otherwise}`);
  return pieces.length === 1
    ? `\\zeta(x) = ${pieces[0]}`
    : `\\zeta(x) = \\begin{cases} ${pieces.join(' \\\\ ')} \\end{cases}`;
}
