import type { Derivation, Step } from '../../derivation.js';
import { add, mul, neg, rational, sub, sym } from '../../expression/construct.js';
import type { Expr } from '../../expression/expression.js';
import { substitute } from '../../expression/substitute.js';
import type { ZetaPiece } from '../../initializations/initialization.js';
import type { VectorInitialization } from '../../initializations/several/vector-initialization.js';
import { identity, latexOf, NoDerivation, parameterDomain, piecesLatex, stated } from '../step.js';
import { fromRay } from './from-ray.js';
import { fromShell } from './from-shell.js';
import { oneInputSteps } from './one-input.js';
import { polarSteps, rotationStep } from './polar.js';
import { ballStep, surfaceSteps } from './surface.js';

const C = sym('c');
const ZERO = rational(0);
/** ‖V‖_∞ in formulas. */
const SYMBOLS = { v: '\\lVert V\\rVert_\\infty' };

/**
 * Derives ζ(V, c) = p(V, c) E[U^(2k) | V, c] per unit surface measure for one law in d inputs and an activation that is
 * positively homogeneous of degree k (1 for ReLU), as a list of steps that ends in the closed form of the law's file.
 * Every identity in it went through the judge of theory/cas.
 */
export async function deriveVectorZeta(
  initialization: VectorInitialization,
  inputs: number,
  degree = 1,
): Promise<Derivation> {
  const title = `${initialization.title}, d = ${inputs}`;
  try {
    return { title, steps: await derive(initialization, inputs, degree) };
  } catch (error) {
    if (!(error instanceof NoDerivation)) throw error;
    const step = { title: 'The derivation cannot go on', latex: '?', status: 'abstained' as const };
    return { title, steps: [{ ...step, verifiedBy: error.message }] };
  }
}

async function derive(initialization: VectorInitialization, inputs: number, degree: number): Promise<Step[]> {
  const print = latexOf(initialization, SYMBOLS);
  const law = initialization.law(inputs);
  const pieces = initialization.zeta(inputs, degree);
  const steps = [...(await polarSteps(inputs, degree))];
  if (!initialization.directional) steps.push(await rotationStep(inputs, degree));
  if (law.form === 'shell') {
    steps.push(...(await fromShell(initialization, law, inputs, degree, pieces, print)));
  } else {
    if (!initialization.directional && law.reach)
      steps.push(...(await surfaceSteps(inputs)), await ballStep(inputs));
    steps.push(...(await fromRay(initialization, law, inputs + 2 * degree, pieces, print)));
  }
  const { centre = ZERO } = initialization;
  const distance = `\\lvert ${print(sub(C, centre))}\\rvert`;
  steps.push(stated('Closed form', piecesLatex('\\zeta(V,c)', pieces, distance, print), 'the steps above'));
  if (initialization.centre) steps.push(...(await evenPart(initialization, pieces, centre, print)));
  if (inputs === 1 && initialization.oneInput)
    steps.push(...(await oneInputSteps(initialization, initialization.oneInput, degree, pieces, print)));
  return steps;
}

/** ζ_e(V, c) = (ζ(V, c) + ζ(−V, −c))/2 where ζ is not even: the penalty of the problem with a free affine part. */
async function evenPart(
  initialization: VectorInitialization,
  [piece, ...more]: readonly ZetaPiece[],
  centre: Expr,
  print: (e: Expr) => string,
): Promise<Step[]> {
  if (initialization.directional || more.length > 0 || !piece.to)
    throw new NoDerivation('the even part is derived for one bounded piece that no direction enters');
  const domain = { ...parameterDomain(initialization), c: 'real' } as const;
  const opposite = neg(C);
  const indicator = (shift: Expr): string =>
    `\\mathbf 1\\{\\lvert ${print(shift)}\\rvert < ${print(piece.to!)}\\}`;
  return [
    await identity(
      'The opposite unit: its distance from the middle of the support',
      `\\zeta(-V,-c) \\ne 0 \\iff \\lvert ${print(sub(opposite, centre))}\\rvert = \\lvert -\\left(${print(add(C, centre))}\\right)\\rvert < ${print(piece.to)}`,
      add(sub(opposite, centre), add(C, centre)),
      domain,
    ),
    await identity(
      'Even part',
      `\\zeta_e(V,c) = \\tfrac12\\left[\\zeta(V,c)+\\zeta(-V,-c)\\right] = ${print(mul(rational(1, 2), piece.zeta))}` +
        `\\left(${indicator(sub(C, centre))} + ${indicator(add(C, centre))}\\right)`,
      sub(substitute(piece.zeta, { c: opposite }), piece.zeta),
      domain,
    ),
  ];
}
