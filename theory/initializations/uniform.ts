import { parse } from '../expression/parse.js';
import { between, positive, type Initialization } from './initialization.js';

/** W ~ U(−a_W, a_W) and B ~ U(−a_B, a_B), independent: ζ is constant for |x| ≤ a_B/a_W. */
export const uniform: Initialization = {
  name: 'uniform',
  title: 'Uniform weights and biases',
  parameters: [
    positive('aW', 'a_W', 'half width of the law of the weights', 1),
    positive('aB', 'a_B', 'half width of the law of the biases', 2),
  ],
  law: { form: 'density', density: parse('1/(4*aW*aB)'), bounds: { w: parse('aW'), b: parse('aB') } },
  zeta: [
    { to: parse('aB/aW'), zeta: parse('aW^3/(8*aB)') },
    { from: parse('aB/aW'), zeta: parse('aB^3/(8*aW*x^4)') },
  ],
  zetaOfDegree: (k) => [
    { to: parse('aB/aW'), zeta: parse(`aW^${2 * k + 1}/(${4 * k + 4}*aB)`) },
    { from: parse('aB/aW'), zeta: parse(`aB^${2 * k + 1}/(${4 * k + 4}*aW*x^${2 * k + 2})`) },
  ],
  // K = a_B²/6 + E[W²] x y / 2 + ζ |x − y|³ / 12
  kernel: {
    expression: parse('aB^2/6 + aW^2*x*y/6 + aW^3*abs(x-y)^3/(96*aB)'),
    within: parse('aB/aW'),
  },
  draw: ({ aW, aB }, variates) => [between(-aW, aW, variates), between(-aB, aB, variates)],
  source: 'Jin and Montúfar (2023), Theorem 1 and Proposition 14',
};
