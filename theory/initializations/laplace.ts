import { parse } from '../expression/parse.js';
import { factorial } from '../factorial.js';
import { positive, type Initialization } from './initialization.js';

/** W and B independent Laplace variables with scales β_W, β_B. */
export const laplace: Initialization = {
  name: 'laplace',
  title: 'Laplace weights and biases',
  parameters: [
    positive('scaleW', '\\beta_W', 'scale of the weights', 1),
    positive('scaleB', '\\beta_B', 'scale of the biases', 1),
  ],
  law: {
    form: 'density',
    density: parse('exp(-abs(w)/scaleW - abs(b)/scaleB) / (4*scaleW*scaleB)'),
    bounds: {},
  },
  zeta: [{ zeta: parse('3*scaleW^3*scaleB^3 / (scaleB + scaleW*abs(x))^4') }],
  zetaOfDegree: (k) => [
    {
      zeta: parse(
        `${factorial(2 * k + 1)}*(scaleW*scaleB)^${2 * k + 1} / (2*(scaleB + scaleW*abs(x))^${2 * k + 2})`,
      ),
    },
  ],
  draw({ scaleW, scaleB }, variates) {
    const exponential = (): number => -Math.log(1 - variates.uniform());
    return [scaleW * variates.sign() * exponential(), scaleB * variates.sign() * exponential()];
  },
  outsideHypothesis: 'the Laplace law is sub-exponential, not sub-Gaussian as Theorem 1 assumes',
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1), beyond its hypotheses',
};
