import { parse } from '../../expression/parse.js';
import { ballVolume, overPi, piRational, piRationalText } from '../../pi-rational.js';
import { between, positive } from '../initialization.js';
import { uniform } from '../uniform.js';
import { boundedKernelText } from './kernel-text.js';
import { drawDirection, type VectorInitialization } from './vector-initialization.js';

/** W uniform in the ball of radius a_W and B ~ U(−a_B, a_B), independent: ζ is constant for |c| ≤ a_B/a_W. */
export const ballUniform: VectorInitialization = {
  name: 'ball-uniform',
  title: 'Weights uniform in a ball, uniform biases',
  parameters: [
    positive('aW', 'a_W', 'radius of the ball of the weights', 1),
    positive('aB', 'a_B', 'half width of the law of the biases', 2),
  ],
  law: (inputs) => ({
    form: 'density',
    ray: parse(`${piRationalText(overPi(piRational(1n), ballVolume(inputs)))}/aW^${inputs}`),
    reach: parse('aW'),
    bias: parse('1/(2*aB)'),
    biasReach: parse('aB'),
  }),
  // m^(n+1) / ((n+1) vol · 2a_B) with m = min(a_W, a_B/|c|) and n = d + 2k
  zeta: (inputs, degree = 1) => {
    const n = inputs + 2 * degree;
    const share = `${2 * n + 2}*${piRationalText(ballVolume(inputs))}`;
    return [
      { to: parse('aB/aW'), zeta: parse(`aW^${2 * degree + 1}/(${share}*aB)`) },
      { from: parse('aB/aW'), zeta: parse(`aB^${n}/(${share}*aW^${inputs}*abs(c)^${n + 1})`) },
    ];
  },
  directional: false,
  draw({ aW, aB }, variates, w, at, inputs) {
    const radius = aW * Math.exp(Math.log(1 - variates.uniform()) / inputs);
    drawDirection(radius, variates, w, at, inputs);
    return between(-aB, aB, variates);
  },
  kernel: (inputs) => ({
    expression: parse(
      boundedKernelText(inputs, `${inputs}/${inputs + 2}*aW^2`, `${inputs}/${inputs + 3}*aW^3`),
    ),
    within: parse('aB/aW'),
  }),
  oneInput: { law: uniform },
  source: 'Jin and Montúfar (2023), Propositions 17 and 18, Theorem 19',
};
