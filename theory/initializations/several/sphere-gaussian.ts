import { parse } from '../../expression/parse.js';
import { piRationalText, sphereSurface } from '../../pi-rational.js';
import { binaryGaussian } from '../binary-gaussian.js';
import { positive } from '../initialization.js';
import { drawDirection, type VectorInitialization } from './vector-initialization.js';

/** W uniform on the sphere of radius s and B ~ N(0, σ_B²), independent. */
export const sphereGaussian: VectorInitialization = {
  name: 'sphere-gaussian',
  title: 'Weights uniform on a sphere, Gaussian biases',
  parameters: [
    positive('radius', 's', 'norm of the weights', 1),
    positive('sigmaB', '\\sigma_B', 'standard deviation of the biases', 1),
  ],
  law: () => ({
    form: 'shell',
    radius: parse('radius'),
    bias: parse('exp(-b^2/(2*sigmaB^2)) / (sqrt(2*pi)*sigmaB)'),
  }),
  zeta: (inputs, degree = 1) => [
    {
      zeta: parse(
        `radius^${2 * degree + 1}*exp(-radius^2*c^2/(2*sigmaB^2)) / (sqrt(2*pi)*sigmaB*${piRationalText(sphereSurface(inputs))})`,
      ),
    },
  ],
  directional: false,
  draw({ radius, sigmaB }, variates, w, at, inputs) {
    drawDirection(radius, variates, w, at, inputs);
    return sigmaB * variates.normal();
  },
  oneInput: { law: binaryGaussian, where: { w0: parse('radius') } },
  source: 'Jin and Montúfar (2023), Propositions 17 and 18, Theorem 19',
};
