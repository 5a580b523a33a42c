import type { Domain } from '../cas/judge.js';
import type { Derivation, Step } from '../derivation.js';
import { div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { substitute } from '../expression/substitute.js';
import { SpecError } from '../initializations/spec.js';
import type { DesignSpec } from '../initializations/designed-spec.js';
import { identity, positivity, stated } from './step.js';

const [B, C, W, X, Z, RHO] = ['b', 'c', 'w', 'x', 'Z', 'rho'].map(sym);

/**
 * ζ of the law designed for a penalty ρ (Jin and Montúfar 2023, Proposition 15): C with density 1/(Zρ), W = ±1 with
 * probability 1/2 each, independent of C, and B = −CW.
 * @throws SpecError for a table, which is no expression
 */
export async function deriveDesigned(spec: DesignSpec): Promise<Derivation> {
  if (spec.kind === 'table') {
    throw new SpecError(
      `${spec.file} holds numbers, and there is nothing to derive from them: by Proposition 15, ζ = 1/(Zρ) for the law ` +
        'designed for any ρ > 0; derive takes designed(penalty=…,from=…,to=…)',
    );
  }
  const { penalty, from, to } = spec;
  const range: Domain = { x: [from, to] };
  const density = (rho: Expr): Expr => div(rational(1), mul(Z, rho));
  const steps: Step[] = [
    stated(
      'Design',
      `p_C(c) = \\frac{1}{Z\\rho(c)},\\quad \\rho(c) = ${toLatex(substitute(penalty, { x: C }))},\\quad ${from} \\le c \\le ${to},\\qquad ` +
        'P(W = \\pm 1) = \\tfrac12,\\qquad B = -CW',
      'Proposition 15; Z is the integral of 1/ρ over the range',
    ),
    positivity('The penalty is positive', `${toLatex(penalty)} > 0`, penalty, range),
    stated(
      'Change of variables',
      `p_B(b \\mid W = w) = \\frac{1}{\\lvert w\\rvert}\\,p_C\\left(-\\frac bw\\right)`,
      'B = −Cw for given W = w, C independent of W',
    ),
    await identity(
      'On the line b = −wx the kink is x',
      '-\\frac{b}{w} = x \\quad\\text{for}\\quad b = -wx',
      sub(substitute(neg(div(B, W)), { b: neg(mul(W, X)) }), X),
      { x: 'real', w: 'positive' },
    ),
    await identity(
      'The density of the biases there, times |w|³',
      `\\lvert w\\rvert^3\\,p_B(-wx \\mid W = w) = \\lvert w\\rvert^3\\,\\frac{1}{\\lvert w\\rvert}\\,\\frac{1}{Z\\rho(x)} = w^2\\,p_C(x)`,
      sub(mul(pow(W, 3), div(density(RHO), W)), mul(pow(W, 2), density(RHO))),
      { w: 'positive', Z: 'positive', rho: 'positive' },
    ),
    await identity(
      'Closed form',
      `\\zeta(x) = E[W^2]\\,p_C(x) = \\frac{1}{Z\\rho(x)},\\qquad \\frac{1}{\\zeta(x)} = Z\\left(${toLatex(penalty)}\\right)`,
      sub(div(rational(1), density(penalty)), mul(Z, penalty)),
      { ...range, Z: 'positive' },
    ),
  ];
  return { title: 'Initialization designed for a penalty', steps };
}
