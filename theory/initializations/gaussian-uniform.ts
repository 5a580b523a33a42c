import { parse } from '../expression/parse.js';
import { between, positive, type Initialization } from './initialization.js';

/** W ~ N(0, σ_W²) and B ~ U(−a_B, a_B): the weights of He (σ_W² = 2) or LeCun (σ_W² = 1), with uniform biases. */
export const gaussianUniform: Initialization = {
  name: 'gaussian-uniform',
  title: 'Gaussian weights, uniform biases',
  parameters: [
    positive('sigmaW', '\\sigma_W', 'standard deviation of the weights', 1),
    positive('aB', 'a_B', 'half width of the law of the biases', 2),
  ],
  law: {
    form: 'density',
    density: parse('exp(-w^2/(2*sigmaW^2)) / (2*aB*sigmaW*sqrt(2*pi))'),
    bounds: { b: parse('aB') },
  },
  // P(2, z) = 1 − (1+z)e^{−z}; z = ∞ at x = 0, where P = 1
  zeta: [{ zeta: parse('2*sigmaW^3*gammaP2(aB^2/(2*sigmaW^2*x^2)) / (aB*sqrt(2*pi))') }],
  draw: ({ sigmaW, aB }, variates) => [sigmaW * variates.normal(), between(-aB, aB, variates)],
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1)',
};
