import { parse } from '../expression/parse.js';
import { positive, type Initialization } from './initialization.js';

/** W = ±w₀ with equal probability and B ~ N(0, σ_B²). */
export const binaryGaussian: Initialization = {
  name: 'binary-gaussian',
  title: 'Binary weights, Gaussian biases',
  parameters: [
    positive('w0', 'w_0', 'absolute value of the weights', 1),
    positive('sigmaB', '\\sigma_B', 'standard deviation of the biases', 1),
  ],
  law: {
    form: 'atoms',
    w: parse('w0'),
    density: parse('exp(-b^2/(2*sigmaB^2)) / (sigmaB*sqrt(2*pi))'),
    bounds: {},
  },
  zeta: [{ zeta: parse('w0^3*exp(-w0^2*x^2/(2*sigmaB^2)) / (sigmaB*sqrt(2*pi))') }],
  zetaOfDegree: (k) => [{ zeta: parse(`w0^${2 * k + 1}*exp(-w0^2*x^2/(2*sigmaB^2)) / (sigmaB*sqrt(2*pi))`) }],
  draw: ({ w0, sigmaB }, variates) => [w0 * variates.sign(), sigmaB * variates.normal()],
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1) for binary weights',
};
