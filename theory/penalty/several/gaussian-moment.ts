import { antiderivative } from '../../cas/antiderivative.js';
import type { Domain } from '../../cas/judge.js';
import type { Step } from '../../derivation.js';
import { call, mul, neg, PI, pow, rational, sqrt, sub, sym } from '../../expression/construct.js';
import { differentiate } from '../../expression/differentiate.js';
import type { Expr } from '../../expression/expression.js';
import { toLatex } from '../../expression/latex.js';
import { identity, integral, NoDerivation, stated } from '../step.js';
import { once } from './once.js';

const [U, K] = ['u', 'k'].map(sym);
const DOMAIN: Domain = { u: 'positive', k: 'positive' };
const BELL = call('exp', neg(mul(K, pow(U, 2))));
const DEFINITION = 'M_m = \\int_0^\\infty u^m e^{-ku^2}du';

/** M_m = ∫₀^∞ u^m e^{−ku²} du for an integer m ≥ 0 and k > 0. */
export interface GaussianMoment {
  /** M_m as an expression in k. */
  readonly value: Expr;
  readonly steps: readonly Step[];
}

/** M_m from M_0 or M_1 by the recursion M_m = (m − 1)/(2k) M_(m−2), each step verified by differentiation. */
export const gaussianMoment = once(async (m: number): Promise<GaussianMoment> => {
  const base = m % 2 === 0 ? await zeroth() : await first();
  if (m < 2) return base;
  const steps = [...base.steps];
  let product = base.value;
  let coefficient = rational(1, 2);
  for (let n = (m % 2) + 2; n <= m; n += 2) {
    const factor = mul(rational(n - 1, 2), pow(K, -1));
    const boundary = mul(rational(-1, 2), pow(K, -1), pow(U, n - 1), BELL);
    const lower = mul(factor, pow(U, n - 2), BELL);
    steps.push(
      await identity(
        `The power falls by two, from ${n} to ${n - 2}`,
        `\\frac{d}{du}\\left[${toLatex(boundary)}\\right] = ${toLatex(mul(pow(U, n), BELL))} - ${toLatex(lower)}` +
          `\\ \\Rightarrow\\ M_{${n}} = ${toLatex(factor)}\\,M_{${n - 2}}`,
        sub(differentiate(boundary, 'u'), sub(mul(pow(U, n), BELL), lower)),
        DOMAIN,
      ),
    );
    product = mul(factor, product);
    coefficient = mul(coefficient, rational(n - 1, 2));
  }
  const value =
    m % 2 === 0
      ? mul(coefficient, pow(K, -m / 2), sqrt(PI), pow(sqrt(K), -1))
      : mul(coefficient, pow(K, -(m + 1) / 2));
  const chain = `M_{${m}} = ${toLatex(value)}`;
  steps.push(await identity('The factors together', chain, sub(product, value), DOMAIN));
  return { value, steps };
});

const VANISHES = stated(
  'Limit of the boundary terms',
  '\\lim_{u\\to\\infty} u^{m}e^{-ku^2} = 0 \\quad (k > 0)',
  'lemma: an exponential outweighs any power',
);

async function first(): Promise<GaussianMoment> {
  const integrand = mul(U, BELL);
  const found = await antiderivative(integrand, 'u', DOMAIN);
  if (found.kind === 'abstain')
    throw new NoDerivation(`no verified antiderivative of u e^(−ku²): ${found.reason}`);
  const value = mul(rational(1, 2), pow(K, -1));
  return {
    value,
    steps: [
      integral(
        found,
        `\\int ${toLatex(integrand)}\\,du = ${toLatex(found.antiderivative)},\\qquad ${DEFINITION}`,
      ),
      VANISHES,
      await identity(
        'Insert the limits: at u = 0 the exponential is 1',
        `M_1 = ${toLatex(value)}`,
        sub(found.antiderivative, neg(mul(value, BELL))),
        DOMAIN,
      ),
    ],
  };
}

async function zeroth(): Promise<GaussianMoment> {
  const value = mul(rational(1, 2), sqrt(PI), pow(sqrt(K), -1));
  const primitive = mul(value, call('erf', mul(sqrt(K), U)));
  return {
    value,
    steps: [
      await identity(
        'Antiderivative of the Gaussian, verified by differentiation',
        `\\int ${toLatex(BELL)}\\,du = ${toLatex(primitive)},\\qquad ${DEFINITION}`,
        sub(differentiate(primitive, 'u'), BELL),
        DOMAIN,
      ),
      VANISHES,
      stated('Insert the limits: erf 0 = 0, and erf tends to 1', `M_0 = ${toLatex(value)}`),
    ],
  };
}
