import { parse } from '../expression/parse.js';
import { between, positive, type Initialization } from './initialization.js';

/** W = ±w₀ with equal probability and B ~ U(−a_B, a_B): ζ is constant on a compact support. */
export const binaryUniform: Initialization = {
  name: 'binary-uniform',
  title: 'Binary weights, uniform biases',
  parameters: [
    positive('w0', 'w_0', 'absolute value of the weights', 1),
    positive('aB', 'a_B', 'half width of the law of the biases', 2),
  ],
  law: { form: 'atoms', w: parse('w0'), density: parse('1/(2*aB)'), bounds: { b: parse('aB') } },
  zeta: [{ to: parse('aB/w0'), zeta: parse('w0^3/(2*aB)') }],
  zetaOfDegree: (k) => [{ to: parse('aB/w0'), zeta: parse(`w0^${2 * k + 1}/(2*aB)`) }],
  kernel: {
    expression: parse('aB^2/6 + w0^2*x*y/2 + w0^3*abs(x-y)^3/(24*aB)'),
    within: parse('aB/w0'),
  },
  draw: ({ w0, aB }, variates) => [w0 * variates.sign(), between(-aB, aB, variates)],
  source: 'Jin and Montúfar (2023), Theorem 1 and Proposition 14',
};
