import type { Derivation } from '../derivation.js';
import { div, mul, neg, pow, sub, sym } from '../expression/construct.js';
import { substitute } from '../expression/substitute.js';
import type { Initialization, Law } from '../initializations/initialization.js';
import { closedFormLatex, identity, latexOf, parameterDomain, stated } from './step.js';

type Atoms = Extract<Law, { form: 'atoms' }>;

/** W = ±w₀ with equal probability: the integral over w is a sum of two terms. */
export async function deriveFromAtoms(initialization: Initialization, law: Atoms): Promise<Derivation> {
  const print = latexOf(initialization);
  const domain = parameterDomain(initialization);
  const { w, density, bounds } = law;
  const [b, x] = [sym('b'), sym('x')];
  const [piece] = initialization.zeta;
  const atKink = substitute(density, { b: mul(w, x) });

  const steps = [
    stated(
      'Definition, for W = ±w₀ with probability 1/2 each',
      `\\zeta(x) = E\\left[\\lvert W\\rvert^3 p_B(-Wx)\\right]` +
        ` = \\tfrac12 ${print(w)}^3\\left[p_B(-${print(w)}x) + p_B(${print(w)}x)\\right],\\qquad p_B(b) = ${print(density)}`,
      'definition (Theorem 1)',
    ),
    await identity(
      'The density of the biases is even',
      'p_B(-b) = p_B(b)',
      sub(substitute(density, { b: neg(b) }), density),
      { ...domain, b: 'real' },
    ),
  ];
  if (bounds.b && piece.to) {
    steps.push(
      await identity(
        'Support',
        `\\lvert ${print(w)} x\\rvert < ${print(bounds.b)} \\iff \\lvert x\\rvert < ${print(piece.to)}`,
        sub(piece.to, div(bounds.b, w)),
        domain,
      ),
    );
  }
  steps.push(
    await identity('Closed form', closedFormLatex(initialization), sub(mul(pow(w, 3), atKink), piece.zeta), {
      ...domain,
      x: 'real',
    }),
  );
  return { title: initialization.title, steps };
}
