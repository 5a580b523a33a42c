import { parse } from '../../expression/parse.js';
import { piRationalText, sphereSurface } from '../../pi-rational.js';
import { between, positive } from '../initialization.js';
import { boundedKernelText } from './kernel-text.js';
import { drawDirection, type VectorInitialization } from './vector-initialization.js';

/** W uniform on the unit sphere and B ~ U(m − a_B, m + a_B): not symmetric under (W, B) → −(W, B) for m ≠ 0. */
export const sphereShifted: VectorInitialization = {
  name: 'sphere-shifted',
  title: 'Weights uniform on the unit sphere, uniform biases about another mean',
  parameters: [
    positive('aB', 'a_B', 'half width of the law of the biases', 2),
    { name: 'meanB', latex: 'm', meaning: 'mean of the biases', default: 1, domain: [-Infinity, Infinity] },
  ],
  law: () => ({
    form: 'shell',
    radius: parse('1'),
    bias: parse('1/(2*aB)'),
    biasCentre: parse('meanB'),
    biasReach: parse('aB'),
  }),
  zeta: (inputs) => [{ to: parse('aB'), zeta: parse(`1/(2*aB*${piRationalText(sphereSurface(inputs))})`) }],
  centre: parse('-meanB'),
  directional: false,
  draw({ aB, meanB }, variates, w, at, inputs) {
    drawDirection(1, variates, w, at, inputs);
    return between(meanB - aB, meanB + aB, variates);
  },
  kernel: (inputs) => ({
    expression: parse(boundedKernelText(inputs, '1', '1', '(aB + meanB)')),
    within: parse('aB - abs(meanB)'),
  }),
  source: 'the definition of ζ(V, c) (Jin and Montúfar 2023, Theorem 6) without the symmetry that it assumes',
};
