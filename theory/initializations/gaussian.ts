import { parse } from '../expression/parse.js';
import { factorial } from '../factorial.js';
import { positive, type Initialization } from './initialization.js';

/** W ~ N(0, σ_W²) and B ~ N(0, σ_B²), independent. */
export const gaussian: Initialization = {
  name: 'gaussian',
  title: 'Gaussian weights and biases',
  parameters: [
    positive('sigmaW', '\\sigma_W', 'standard deviation of the weights', 1),
    positive('sigmaB', '\\sigma_B', 'standard deviation of the biases', 1),
  ],
  law: {
    form: 'density',
    density: parse('exp(-w^2/(2*sigmaW^2) - b^2/(2*sigmaB^2)) / (2*pi*sigmaW*sigmaB)'),
    bounds: {},
  },
  zeta: [{ zeta: parse('2*sigmaW^3*sigmaB^3 / (pi*(sigmaB^2 + sigmaW^2*x^2)^2)') }],
  zetaOfDegree: (k) => [
    {
      zeta: parse(
        `2^${k}*${factorial(k)}*(sigmaW*sigmaB)^${2 * k + 1} / (pi*(sigmaB^2 + sigmaW^2*x^2)^${k + 1})`,
      ),
    },
  ],
  // The arc-cosine kernel of order 1 of p = (σ_W x, σ_B); atan2 keeps its accuracy at close points.
  kernel: {
    expression: parse(
      '(sigmaW*sigmaB*abs(x-y) + (pi - atan2(sigmaW*sigmaB*abs(x-y), sigmaW^2*x*y + sigmaB^2))' +
        ' * (sigmaW^2*x*y + sigmaB^2)) / (2*pi)',
    ),
  },
  draw: ({ sigmaW, sigmaB }, variates) => [sigmaW * variates.normal(), sigmaB * variates.normal()],
  source: 'Jin and Montúfar (2023), Proposition 14; kernel: Cho and Saul (2009)',
};
