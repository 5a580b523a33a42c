import { parse } from '../expression/parse.js';
import { factorial } from '../factorial.js';
import { positive, type Initialization } from './initialization.js';

const DOT = '(sigmaW^2*x*y + rho*sigmaW*sigmaB*(x+y) + sigmaB^2)';
const CROSS = '(sigmaW*sigmaB*sqrt(1-rho^2)*abs(x-y))';

/** (W, B) bivariate normal with mean 0, standard deviations σ_W, σ_B and correlation ρ. */
export const correlatedGaussian: Initialization = {
  name: 'correlated-gaussian',
  title: 'Correlated Gaussian weights and biases',
  parameters: [
    positive('sigmaW', '\\sigma_W', 'standard deviation of the weights', 1),
    positive('sigmaB', '\\sigma_B', 'standard deviation of the biases', 1),
    { name: 'rho', latex: '\\rho', meaning: 'correlation of weight and bias', default: 0.5, domain: [-1, 1] },
  ],
  law: {
    form: 'density',
    density: parse(
      'exp(-(w^2/sigmaW^2 - 2*rho*w*b/(sigmaW*sigmaB) + b^2/sigmaB^2) / (2*(1-rho^2)))' +
        ' / (2*pi*sigmaW*sigmaB*sqrt(1-rho^2))',
    ),
    bounds: {},
  },
  zeta: [
    {
      zeta: parse(
        '2*sigmaW^3*sigmaB^3*(1-rho^2)*sqrt(1-rho^2) / (pi*(sigmaB^2 + 2*rho*sigmaW*sigmaB*x + sigmaW^2*x^2)^2)',
      ),
    },
  ],
  zetaOfDegree: (k) => [
    {
      zeta: parse(
        `2^${k}*${factorial(k)}*(sigmaW*sigmaB)^${2 * k + 1}*(1-rho^2)^${k}*sqrt(1-rho^2)` +
          ` / (pi*(sigmaB^2 + 2*rho*sigmaW*sigmaB*x + sigmaW^2*x^2)^${k + 1})`,
      ),
    },
  ],
  kernel: { expression: parse(`(${CROSS} + (pi - atan2(${CROSS}, ${DOT}))*${DOT}) / (2*pi)`) },
  draw({ sigmaW, sigmaB, rho }, variates) {
    const [first, second] = [variates.normal(), variates.normal()];
    return [sigmaW * first, sigmaB * (rho * first + Math.sqrt(1 - rho * rho) * second)];
  },
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1) applied to a bivariate normal law',
};
