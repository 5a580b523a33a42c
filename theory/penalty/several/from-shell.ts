import type { Step } from '../../derivation.js';
import { add, div, mul, neg, pow, rational, sub, sym } from '../../expression/construct.js';
import type { Expr } from '../../expression/expression.js';
import { substitute } from '../../expression/substitute.js';
import type { ZetaPiece } from '../../initializations/initialization.js';
import type { RayLaw, VectorInitialization } from '../../initializations/several/vector-initialization.js';
import { identity, NoDerivation, parameterDomain, stated } from '../step.js';
import { surfaceOf, surfaceSteps } from './surface.js';

type Shell = Extract<RayLaw, { form: 'shell' }>;

const [B, C] = ['b', 'c'].map(sym);
const ZERO = rational(0);

/** ‖W‖ = s always and V uniform on the sphere: no integral is left. */
export async function fromShell(
  initialization: VectorInitialization,
  law: Shell,
  inputs: number,
  degree: number,
  [piece, ...more]: readonly ZetaPiece[],
  print: (e: Expr) => string,
): Promise<Step[]> {
  if (more.length > 0 || (law.biasReach === undefined) !== (piece.to === undefined)) {
    throw new NoDerivation(
      'weights on a sphere have a closed form of one piece, bounded where the biases are',
    );
  }
  const domain = parameterDomain(initialization);
  const { radius, bias, biasReach, biasCentre = ZERO } = law;
  const odd = 2 * degree + 1;
  const surface = `\\lvert S^{${inputs - 1}}\\rvert`;
  const onRayBias = neg(mul(C, radius));
  const weight = pow(radius, odd);
  const moment = `\\frac{${weight.kind === 'rational' ? '' : `${print(weight)}\\,`}p_B(${print(onRayBias)})}{${surface}}`;
  const onRay = substitute(bias, { b: onRayBias });
  const range = biasReach
    ? `\\quad\\text{on } \\lvert ${print(sub(B, biasCentre))}\\rvert < ${print(biasReach)}`
    : '';
  const steps = [
    stated(
      'The law of the norm: one value',
      `U = ${print(radius)},\\qquad p_B(b) = ${print(bias)}${range}\\ \\Rightarrow\\ \\zeta(V,c) = ${moment}`,
      'the expectation over one value of U',
    ),
    ...(await surfaceSteps(inputs)),
  ];
  if (biasReach && piece.to) {
    const centre = initialization.centre ?? ZERO;
    steps.push(
      await identity(
        'Support: its middle',
        `${print(onRayBias)} = ${print(biasCentre)} \\iff c = ${print(centre)}`,
        add(mul(radius, centre), biasCentre),
        domain,
      ),
      await identity(
        'Support: its half width',
        `\\lvert ${print(sub(onRayBias, biasCentre))}\\rvert < ${print(biasReach)} \\iff \\lvert ${print(sub(C, centre))}\\rvert < ${print(piece.to)}`,
        sub(piece.to, div(biasReach, radius)),
        domain,
      ),
    );
  }
  steps.push(
    await identity(
      'Closed form inside the support',
      `${moment} = ${print(piece.zeta)}`,
      sub(div(mul(weight, onRay), surfaceOf(inputs)), piece.zeta),
      { ...domain, c: 'real' },
    ),
  );
  return steps;
}
