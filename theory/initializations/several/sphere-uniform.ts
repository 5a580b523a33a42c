import { rational } from '../../expression/construct.js';
import { parse } from '../../expression/parse.js';
import { piRationalText, sphereSurface } from '../../pi-rational.js';
import { binaryUniform } from '../binary-uniform.js';
import { between, positive } from '../initialization.js';
import { boundedKernelText } from './kernel-text.js';
import { drawDirection, type VectorInitialization } from './vector-initialization.js';

/** W uniform on the unit sphere and B ~ U(−a_B, a_B), independent: ζ is constant for |c| ≤ a_B. */
export const sphereUniform: VectorInitialization = {
  name: 'sphere-uniform',
  title: 'Weights uniform on the unit sphere, uniform biases',
  parameters: [positive('aB', 'a_B', 'half width of the law of the biases', 2)],
  law: () => ({ form: 'shell', radius: parse('1'), bias: parse('1/(2*aB)'), biasReach: parse('aB') }),
  zeta: (inputs) => [{ to: parse('aB'), zeta: parse(`1/(2*aB*${piRationalText(sphereSurface(inputs))})`) }],
  directional: false,
  draw({ aB }, variates, w, at, inputs) {
    drawDirection(1, variates, w, at, inputs);
    return between(-aB, aB, variates);
  },
  kernel: (inputs) => ({ expression: parse(boundedKernelText(inputs, '1', '1')), within: parse('aB') }),
  oneInput: { law: binaryUniform, where: { w0: rational(1) } },
  source: 'Jin and Montúfar (2023), Theorem 7; Propositions 17 and 18, Theorem 19',
};
