import { antiderivative } from '../cas/antiderivative.js';
import type { Domain } from '../cas/judge.js';
import type { Derivation, Step } from '../derivation.js';
import { call, div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import { expandDefinitions } from '../expression/definitions.js';
import type { Expr } from '../expression/expression.js';
import { differentiate } from '../expression/differentiate.js';
import { resolveSigns } from '../expression/signs.js';
import { substitute } from '../expression/substitute.js';
import { splitExponential } from './exponential.js';
import type { Initialization, Law } from '../initializations/initialization.js';
import {
  closedFormLatex,
  definition,
  NoDerivation,
  holds,
  identity,
  integral,
  latexOf,
  parameterDomain,
  positivity,
  stated,
} from './step.js';

type Density = Extract<Law, { form: 'density' }>;

const [W, B, X, K] = ['w', 'b', 'x', 'k'].map(sym);
const ZERO = rational(0);

/**
 * A joint density of (W, B): substitute b = −wx, split at w = 0 and where the bounds of the support cross, find
 * the antiderivative of w³e^{−kw^m} (m = 1, 2, or no exponential) and insert the limits. (w³ is w^(2·degree+1) for an
 * activation of that degree.)
 */
export async function deriveFromDensity(
  initialization: Initialization,
  law: Density,
  degree: number,
): Promise<Derivation> {
  const print = latexOf(initialization);
  const parameters = parameterDomain(initialization);
  const { density, bounds } = law;
  const exponent = 2 * degree + 1;

  const steps: Step[] = [
    stated(
      'Definition',
      `\\zeta(x) = \\int_{-\\infty}^{\\infty}\\lvert w\\rvert^{${exponent}} p(w,-wx)\\,dw,\\qquad p(w,b) = ${print(density)}` +
        boundsLatex(law, print),
      definition(degree),
    ),
    await identity(
      'Symmetry: split at w = 0',
      `p(-w,-b) = p(w,b)\\ \\Rightarrow\\ \\zeta(x) = 2\\int_0^\\infty w^{${exponent}} p(w,-wx)\\,dw`,
      sub(substitute(density, { w: neg(W), b: neg(B) }), density),
      { ...parameters, w: 'real', b: 'real' },
    ),
  ];
  const mirror = sub(substitute(density, { b: neg(B) }), density);
  const even = await holds(mirror, { ...parameters, w: 'real', b: 'real' });
  if (even) {
    steps.push(
      await identity(
        'Even in b: x > 0 suffices',
        'p(w,-b) = p(w,b)\\ \\Rightarrow\\ \\zeta(-x) = \\zeta(x)',
        mirror,
        {
          ...parameters,
          w: 'real',
          b: 'real',
        },
      ),
    );
  }
  const domain: Domain = { ...parameters, x: even ? 'positive' : 'real', w: 'positive' };
  const positive = Object.keys(domain).filter((name) => domain[name] === 'positive');
  const onLine = resolveSigns(substitute(density, { b: neg(mul(W, X)) }), positive);
  const decay = await splitExponential(onLine, domain);
  const onLineTitle = 'On the line b = −wx';
  steps.push(
    decay
      ? await identity(
          onLineTitle,
          `p(w,-wx) = c\\,e^{-k ${print(pow(W, decay.power))}},\\quad c = ${print(decay.factor)},\\quad k = ${print(decay.rate)}`,
          sub(onLine, mul(decay.factor, call('exp', neg(mul(decay.rate, pow(W, decay.power)))))),
          domain,
        )
      : stated(
          onLineTitle,
          `p(w,-wx) = ${print(onLine)}`,
          'substitution: the density is constant on its support',
        ),
  );

  const { primitive, steps: integration } = await integrated(exponent, decay?.power, print);
  steps.push(...integration);

  const pieces = initialization.zeta;
  for (let k = 1; k < pieces.length; k++) {
    steps.push(
      await identity(
        'The pieces meet',
        `\\lvert x\\rvert = ${print(pieces[k].from ?? ZERO)}`,
        sub(pieces[k].from ?? ZERO, pieces[k - 1].to ?? ZERO),
        parameters,
      ),
    );
  }
  if (bounds.w && bounds.b) {
    const crossing = initialization.zeta[0].to ?? ZERO;
    steps.push(
      await identity(
        'The bounds of the support cross at',
        `${print(bounds.w)} = ${print(div(bounds.b, X))} \\iff x = ${print(crossing)}`,
        sub(crossing, div(bounds.b, bounds.w)),
        parameters,
      ),
    );
  }
  if (!bounds.w && !bounds.b) {
    steps.push(
      positivity('The density decays', 'k > 0', decay ? decay.rate : ZERO, domain),
      stated(
        'Limit',
        `\\lim_{w\\to\\infty} F(w) = 0 \\quad (k > 0)`,
        'lemma: an exponential outweighs any power',
      ),
    );
  }
  const factor = decay ? decay.factor : onLine;
  const insertRate = (e: Expr): Expr => (decay ? substitute(e, { k: decay.rate }) : e);
  for (const { from, zeta, atZero } of pieces) {
    const upper = from || !bounds.w ? bounds.b && div(bounds.b, X) : bounds.w;
    const atUpper = upper ? substitute(insertRate(primitive), { w: upper }) : ZERO;
    const value = mul(rational(2), factor, sub(atUpper, substitute(insertRate(primitive), { w: ZERO })));
    const condition = from
      ? `x > ${print(from)}`
      : initialization.zeta.length > 1
        ? 'x < ' + print(initialization.zeta[0].to ?? ZERO)
        : '';
    const end = upper ? print(upper) : '\\infty';
    steps.push(
      await identity(
        'Insert the limits',
        `${condition && `${condition}:\\quad `}\\zeta(x) = 2${decay ? 'c' : `\\cdot ${print(factor)}`}\\left[F(w)\\right]_0^{${end}} = ${print(zeta)}`,
        sub(value, expandDefinitions(resolveSigns(zeta, positive))),
        domain,
      ),
    );
    if (atZero && upper) {
      const direct = mul(
        rational(2),
        substitute(factor, { x: ZERO }),
        div(pow(upper, exponent + 1), rational(exponent + 1)),
      );
      steps.push(
        await identity(
          'At x = 0, where k = 0',
          `\\zeta(0) = 2c\\int_0^{${end}} w^{${exponent}}\\,dw = ${print(atZero)}`,
          sub(direct, atZero),
          parameters,
        ),
      );
    }
  }
  steps.push(stated('Closed form', closedFormLatex(initialization), 'the steps above'));
  return { title: initialization.title, steps };
}

/** F with F′(w) = w^exponent e^{−kw^power} (without the exponential if there is no power), and how it was found. */
async function integrated(
  exponent: number,
  power: 1 | 2 | undefined,
  print: (e: Expr) => string,
): Promise<{ primitive: Expr; steps: Step[] }> {
  const integrandOf = (v: Expr, p: number, q: number): Expr =>
    power ? mul(pow(v, p), call('exp', neg(mul(K, pow(v, q))))) : pow(v, p);
  // Neither system integrates w⁵e^{−kw²}, but both v²e^{−kv} with v = w².
  const squared = power === 2 && exponent > 3;
  const [variable, name] = squared ? [sym('v'), 'v'] : [W, 'w'];
  const integrand = squared
    ? mul(rational(1, 2), integrandOf(variable, (exponent - 1) / 2, 1))
    : integrandOf(W, exponent, power ?? 0);
  const found = await antiderivative(integrand, name, { [name]: 'positive', k: 'positive' });
  if (found.kind === 'abstain')
    throw new NoDerivation(`no verified antiderivative of the integrand: ${found.reason}`);
  const steps: Step[] = [
    integral(
      found,
      `\\int ${print(integrand)}\\,d${name} = ${squared ? 'G(v)' : 'F(w)'} = ${print(found.antiderivative)}`,
    ),
  ];
  if (!squared) return { primitive: found.antiderivative, steps };
  const primitive = substitute(found.antiderivative, { v: pow(W, 2) });
  const original = integrandOf(W, exponent, 2);
  steps.push(
    await identity(
      'Substitution v = w²',
      `F(w) = G(w^2),\\qquad F^{\\prime}(w) = ${print(original)}`,
      sub(differentiate(primitive, 'w'), original),
      { w: 'positive', k: 'positive' },
    ),
  );
  return { primitive, steps };
}

function boundsLatex({ bounds }: Density, print: (e: Expr) => string): string {
  const conditions = [
    bounds.w && `\\lvert w\\rvert < ${print(bounds.w)}`,
    bounds.b && `\\lvert b\\rvert < ${print(bounds.b)}`,
  ].filter((condition) => condition !== undefined);
  return conditions.length > 0 ? `\\quad\\text{on } ${conditions.join(',\\ ')}` : '';
}
