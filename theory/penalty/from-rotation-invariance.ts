import type { Derivation } from '../derivation.js';
import { add, div, mul, neg, PI, pow, rational, sqrt, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import type { Initialization } from '../initializations/initialization.js';
import { closedFormLatex, identity, latexOf, parameterDomain, stated } from './step.js';

/** A rotation-invariant law p(w, b) = h(‖(w, b)‖): ζ needs the second moment of the norm alone. */
export async function deriveFromRotationInvariance(
  initialization: Initialization,
  density: Expr,
  secondMoment: Expr,
): Promise<Derivation> {
  const print = latexOf(initialization);
  const domain = parameterDomain(initialization);
  const [w, b, x, r, m] = ['w', 'b', 'x', 'r', 'm'].map(sym);
  const stretch = add(rational(1), pow(x, 2));
  const weight = div(r, sqrt(stretch));
  const radial = div(mul(rational(2), div(m, mul(rational(2), PI))), pow(stretch, 2));

  const steps = [
    await identity(
      'The density is constant on circles: p(w, b) = h(‖(w, b)‖)',
      `w\\,\\partial_b\\, p - b\\,\\partial_w\\, p = 0,\\qquad p(w,b) = ${print(density)}`,
      sub(mul(w, differentiate(density, 'b')), mul(b, differentiate(density, 'w'))),
      { ...domain, w: 'real', b: 'real' },
    ),
    stated(
      'Definition and symmetry',
      '\\zeta(x) = \\int_{-\\infty}^{\\infty}\\lvert w\\rvert^3 p(w,-wx)\\,dw = 2\\int_0^\\infty w^3\\, h\\!\\left(\\sqrt{w^2+w^2x^2}\\right)dw',
      'definition (Theorem 1); h depends on the norm alone',
    ),
    await identity(
      'The norm on the line b = −wx',
      'w^2 + (-wx)^2 = w^2(1+x^2)',
      sub(add(pow(w, 2), pow(neg(mul(w, x)), 2)), mul(pow(w, 2), stretch)),
      { w: 'real', x: 'real' },
    ),
    await identity(
      'Substitution w = r/√(1+x²)',
      'w^3\\,dw = \\frac{r^3\\,dr}{(1+x^2)^2}',
      sub(mul(pow(weight, 3), pow(sqrt(stretch), -1)), div(pow(r, 3), pow(stretch, 2))),
      { r: 'positive', x: 'real' },
    ),
    stated(
      'Second moment in polar coordinates',
      'E[R^2] = \\int_0^{2\\pi}\\!\\!\\int_0^\\infty r^2\\, h(r)\\, r\\,dr\\,d\\varphi = 2\\pi\\int_0^\\infty r^3 h(r)\\,dr',
      'polar coordinates',
    ),
    await identity(
      'For every law of the norm',
      '\\zeta(x) = \\frac{2}{(1+x^2)^2}\\int_0^\\infty r^3 h(r)\\,dr = \\frac{E[R^2]}{\\pi(1+x^2)^2}',
      sub(radial, div(m, mul(PI, pow(stretch, 2)))),
      { m: 'positive', x: 'real' },
    ),
    await identity(
      `Closed form with E[R²] = $${print(secondMoment)}$ (quadrature and sampling of the density confirm the moment)`,
      closedFormLatex(initialization),
      sub(div(secondMoment, mul(PI, pow(stretch, 2))), initialization.zeta[0].zeta),
      { ...domain, x: 'real' },
    ),
  ];
  return { title: initialization.title, steps };
}
