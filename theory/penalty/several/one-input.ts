import type { Step } from '../../derivation.js';
import { add, mul, neg, rational, sub, sym } from '../../expression/construct.js';
import type { Expr } from '../../expression/expression.js';
import { substitute } from '../../expression/substitute.js';
import type { ZetaPiece } from '../../initializations/initialization.js';
import type { VectorInitialization } from '../../initializations/several/vector-initialization.js';
import { identity, NoDerivation, parameterDomain, stated } from '../step.js';

const X = sym('x');

/** For d = 1: the sum of ζ over the two directions V = ±1 is the ζ of the theory of one input (Theorem 19). */
export async function oneInputSteps(
  initialization: VectorInitialization,
  { law, where = {} }: NonNullable<VectorInitialization['oneInput']>,
  degree: number,
  pieces: readonly ZetaPiece[],
  print: (e: Expr) => string,
): Promise<Step[]> {
  const univariate = degree === 1 ? law.zeta : law.zetaOfDegree?.(degree);
  if (univariate?.length !== pieces.length) {
    throw new NoDerivation(`the closed forms of ${law.name} and ${initialization.name} have other pieces`);
  }
  const domain = { ...parameterDomain(initialization), x: 'positive' } as const;
  const own = (e: Expr): Expr => substitute(e, { v: rational(1) });
  const steps = [
    stated(
      'One input: both directions have their kink at x',
      `V = \\pm1,\\qquad Vx = c \\iff x = Vc\\ \\Rightarrow\\ \\zeta(x) = \\zeta(1,x) + \\zeta(-1,-x)`,
      'Theorem 19; surface measure on S⁰ counts its two points',
    ),
  ];
  for (const [k, piece] of pieces.entries()) {
    const other = univariate[k];
    if (piece.to || other.to) {
      steps.push(
        await identity(
          'The pieces end at the same place',
          `\\lvert c\\rvert = ${print(own(piece.to ?? rational(0)))}`,
          sub(own(piece.to ?? rational(0)), substitute(other.to ?? rational(0), where)),
          domain,
        ),
      );
    }
    const at = (x: Expr): Expr => substitute(own(piece.zeta), { c: x });
    const expected = substitute(other.zeta, where);
    steps.push(
      await identity(
        `One input: the law ${law.name}`,
        `\\zeta(1,x) + \\zeta(-1,-x) = ${print(mul(rational(2), at(X)))} = ${print(expected)} = \\zeta(x)`,
        sub(add(at(X), at(neg(X))), expected),
        domain,
      ),
    );
  }
  return steps;
}
