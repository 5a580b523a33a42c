import { antiderivative } from '../../cas/antiderivative.js';
import type { Domain } from '../../cas/judge.js';
import type { Step } from '../../derivation.js';
import { call, div, mul, neg, pow, rational, sub, sym } from '../../expression/construct.js';
import type { Expr } from '../../expression/expression.js';
import { resolveSigns } from '../../expression/signs.js';
import { substitute } from '../../expression/substitute.js';
import type { ZetaPiece } from '../../initializations/initialization.js';
import type { RayLaw, VectorInitialization } from '../../initializations/several/vector-initialization.js';
import { splitExponential } from '../exponential.js';
import { holds, identity, integral, NoDerivation, parameterDomain, positivity, stated } from '../step.js';
import { gaussianMoment } from './gaussian-moment.js';

type Ray = Extract<RayLaw, { form: 'density' }>;

const [U, B, C] = ['u', 'b', 'c'].map(sym);
const ZERO = rational(0);

/** The integral of u^power p_W(uV) p_B(−cu) over u > 0 for a law with a density, up to the closed form in `pieces`. */
export async function fromRay(
  initialization: VectorInitialization,
  law: Ray,
  power: number,
  pieces: readonly ZetaPiece[],
  print: (e: Expr) => string,
): Promise<Step[]> {
  if (law.biasCentre)
    throw new NoDerivation('biases about another mean are derived for weights on a sphere only');
  const parameters: Domain = { ...parameterDomain(initialization), v: 'positive' };
  const mirror = sub(substitute(law.bias, { b: neg(B) }), law.bias);
  const isEven = await holds(mirror, { ...parameters, b: 'real' });
  const domain: Domain = { ...parameters, u: 'positive', c: isEven ? 'positive' : 'real' };
  const positive = Object.keys(domain).filter((name) => domain[name] === 'positive');
  const onRay = resolveSigns(mul(law.ray, substitute(law.bias, { b: neg(mul(C, U)) })), positive);
  const decay = await splitExponential(onRay, domain, 'u');
  if (decay && (decay.power !== 2 || law.reach || law.biasReach)) {
    throw new NoDerivation('an exponential is integrated here only as e^(−ku²) over all u > 0');
  }

  const steps: Step[] = [
    stated('The law along the ray', lawLatex(initialization, law, print), 'definition of the law'),
    ...(isEven
      ? [
          await identity(
            'Even in c: c > 0 suffices',
            'p_B(-b) = p_B(b)\\ \\Rightarrow\\ \\zeta(V,-c) = \\zeta(V,c)',
            mirror,
            {
              ...parameters,
              b: 'real',
            },
          ),
        ]
      : []),
  ];
  const [, last] = pieces;
  const isShaped = decay
    ? pieces.length === 1 && !pieces[0].to
    : pieces.length === 2 && pieces[0].to && last.from && !last.to;
  if (!isShaped) throw new NoDerivation('the closed form has other pieces than the integral');
  const insert = decay
    ? await gaussianRay(power, onRay, decay, domain, print, steps)
    : await constantRay(power, onRay, print, steps);
  if (law.reach && law.biasReach) {
    const crossing = pieces[0].to ?? ZERO;
    steps.push(
      await identity(
        'The ends of the two supports cross at',
        `${print(law.reach)} = ${print(div(law.biasReach, C))} \\iff c = ${print(crossing)}`,
        sub(crossing, div(law.biasReach, law.reach)),
        parameters,
      ),
      await identity(
        'The pieces meet',
        `\\lvert c\\rvert = ${print(last.from ?? ZERO)}`,
        sub(last.from ?? ZERO, crossing),
        parameters,
      ),
    );
  }
  for (const piece of pieces) {
    const end = piece.from ? law.biasReach && div(law.biasReach, C) : law.reach;
    const condition = piece.from
      ? `c > ${print(piece.from)}:\\quad `
      : piece.to
        ? `c < ${print(piece.to)}:\\quad `
        : '';
    const { latex, value } = insert(end);
    steps.push(
      await identity(
        'Insert the limits',
        `${condition}\\zeta(V,c) = ${latex} = ${print(resolveSigns(piece.zeta, positive))}`,
        sub(value, resolveSigns(piece.zeta, positive)),
        domain,
      ),
    );
  }
  return steps;
}

/** What the integral up to `end` (to infinity where there is none) is. */
type Insert = (end: Expr | undefined) => { latex: string; value: Expr };

/** p_W(uV) p_B(−cu) = q e^{−ku²} over all u > 0. */
async function gaussianRay(
  power: number,
  onRay: Expr,
  { factor, rate }: { factor: Expr; rate: Expr },
  domain: Domain,
  print: (e: Expr) => string,
  steps: Step[],
): Promise<Insert> {
  steps.push(
    await identity(
      'The product of the densities',
      `p_W(uV)\\,p_B(-cu) = q\\,e^{-ku^2},\\quad q = ${print(factor)},\\quad k = ${print(rate)}`,
      sub(onRay, mul(factor, call('exp', neg(mul(rate, pow(U, 2)))))),
      domain,
    ),
    positivity('The density decays', 'k > 0', rate, domain),
  );
  const moment = await gaussianMoment(power);
  steps.push(...moment.steps);
  return () => ({ latex: `q\\,M_{${power}}`, value: mul(factor, substitute(moment.value, { k: rate })) });
}

/** p_W(uV) p_B(−cu) is constant on the support. */
async function constantRay(
  power: number,
  onRay: Expr,
  print: (e: Expr) => string,
  steps: Step[],
): Promise<Insert> {
  const found = await antiderivative(pow(U, power), 'u', { u: 'positive' });
  if (found.kind === 'abstain')
    throw new NoDerivation(`no verified antiderivative of u^${power}: ${found.reason}`);
  const primitive = (at: Expr): Expr => substitute(found.antiderivative, { u: at });
  steps.push(
    stated(
      'The product of the densities',
      `p_W(uV)\\,p_B(-cu) = q = ${print(onRay)}`,
      'substitution: the density is constant on its support',
    ),
    integral(found, `\\int u^{${power}}\\,du = F(u) = ${print(found.antiderivative)}`),
  );
  return (end) => {
    if (!end) throw new NoDerivation('a density that is constant on its support needs a bounded support');
    return {
      latex: `q\\left[F(u)\\right]_0^{${print(end)}}`,
      value: mul(onRay, sub(primitive(end), primitive(ZERO))),
    };
  };
}

function lawLatex({ directional }: VectorInitialization, law: Ray, print: (e: Expr) => string): string {
  const support = [
    law.reach && `0 < u < ${print(law.reach)}`,
    law.biasReach && `\\lvert b\\rvert < ${print(law.biasReach)}`,
  ].filter((condition) => condition !== undefined);
  const cube = directional ? '\\qquad (uV \\in [-a,a]^d \\iff u\\lVert V\\rVert_\\infty \\le a)' : '';
  return (
    `p_W(uV) = ${print(law.ray)},\\qquad p_B(b) = ${print(law.bias)}` +
    (support.length > 0 ? `\\quad\\text{on } ${support.join(',\\ ')}` : '') +
    cube
  );
}
