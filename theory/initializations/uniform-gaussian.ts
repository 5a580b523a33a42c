import { parse } from '../expression/parse.js';
import { between, positive, type Initialization } from './initialization.js';

/** W ~ U(−a_W, a_W) and B ~ N(0, σ_B²), independent. */
export const uniformGaussian: Initialization = {
  name: 'uniform-gaussian',
  title: 'Uniform weights, Gaussian biases',
  parameters: [
    positive('aW', 'a_W', 'half width of the law of the weights', 1),
    positive('sigmaB', '\\sigma_B', 'standard deviation of the biases', 1),
  ],
  law: {
    form: 'density',
    density: parse('exp(-b^2/(2*sigmaB^2)) / (2*aW*sigmaB*sqrt(2*pi))'),
    bounds: { w: parse('aW') },
  },
  zeta: [
    {
      atZero: parse('aW^3/(4*sigmaB*sqrt(2*pi))'),
      zeta: parse('2*sigmaB^3*gammaP2(aW^2*x^2/(2*sigmaB^2)) / (aW*x^4*sqrt(2*pi))'),
    },
  ],
  draw: ({ aW, sigmaB }, variates) => [between(-aW, aW, variates), sigmaB * variates.normal()],
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1)',
};
