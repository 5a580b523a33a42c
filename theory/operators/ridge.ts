import type { Derivation } from '../derivation.js';
import { add, call, div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import { parse } from '../expression/parse.js';
import { substitute } from '../expression/substitute.js';
import { identity, stated } from '../penalty/step.js';
import { derivationOf } from './derivation-of.js';

/** The dual test of a ridge in d inputs against φ = e^{−|x|²/2}, where all integrals can be done. */
export function deriveRidge(): Promise<Derivation> {
  const [x, t] = ['x', 't'].map(sym);
  const gauss = call('exp', neg(div(pow(x, 2), rational(2))));
  const primitive = neg(mul(parse('x^2 - t*x + 1'), gauss));
  return derivationOf('(e) ReLU ridge', [
    stated(
      'Weak form',
      '\\langle -\\gamma_d R\\{(-\\Delta)^{(d+1)/2}g\\}, R\\varphi\\rangle = \\langle g,\\Delta\\varphi\\rangle = \\int [x_1-t]_+\\,\\Delta\\varphi\\,dx,\\qquad \\varphi = e^{-\\lvert x\\rvert^2/2}',
      'R*R, see the operators; w = e₁',
    ),
    identity(
      'One coordinate of Δφ: the others integrate to 0',
      '\\partial_x^2 e^{-x^2/2} = (x^2-1)\\,e^{-x^2/2}',
      sub(differentiate(differentiate(gauss, 'x'), 'x'), mul(parse('x^2 - 1'), gauss)),
      { x: 'real' },
    ),
    identity(
      'Antiderivative',
      '\\partial_x\\left[-(x^2-tx+1)\\,e^{-x^2/2}\\right] = (x-t)(x^2-1)\\,e^{-x^2/2}',
      sub(differentiate(primitive, 'x'), mul(parse('(x - t)*(x^2 - 1)'), gauss)),
      { x: 'real', t: 'real' },
    ),
    identity(
      'From x = t on: it is Rφ(e₁, t)',
      '\\int_t^\\infty (x-t)(x^2-1)\\,e^{-x^2/2}\\,dx\\,(2\\pi)^{(d-1)/2} = (2\\pi)^{(d-1)/2}\\,e^{-t^2/2}',
      add(substitute(primitive, { x: t }), substitute(gauss, { x: t })),
      { t: 'real' },
    ),
  ]);
}
