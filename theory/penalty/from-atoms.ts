import type { Derivation } from '../derivation.js';
import { div, mul, neg, pow, sub, sym } from '../expression/construct.js';
import { substitute } from '../expression/substitute.js';
import type { Initialization, Law } from '../initializations/initialization.js';
import { closedFormLatex, definition, identity, latexOf, parameterDomain, stated } from './step.js';

type Atoms = Extract<Law, { form: 'atoms' }>;

/** W = ±w₀ with equal probability: the integral over w is a sum of two terms. (k is the activation's degree.) */
export async function deriveFromAtoms(
  initialization: Initialization,
  law: Atoms,
  k: number,
): Promise<Derivation> {
  const print = latexOf(initialization);
  const domain = parameterDomain(initialization);
  const { w, density, bounds } = law;
  const [b, x] = [sym('b'), sym('x')];
  const [piece] = initialization.zeta;
  const exponent = 2 * k + 1;
  const atKink = substitute(density, { b: mul(w, x) });

  const steps = [
    stated(
      'Definition, for W = ±w₀ with probability 1/2 each',
      `\\zeta(x) = E\\left[\\lvert W\\rvert^{${exponent}} p_B(-Wx)\\right]` +
        ` = \\tfrac12 ${print(w)}^{${exponent}}\\left[p_B(-${print(w)}x) + p_B(${print(w)}x)\\right],\\qquad p_B(b) = ${print(density)}`,
      definition(k),
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
    await identity(
      'Closed form',
      closedFormLatex(initialization),
      sub(mul(pow(w, exponent), atKink), piece.zeta),
      {
        ...domain,
        x: 'real',
      },
    ),
  );
  return { title: initialization.title, steps };
}
