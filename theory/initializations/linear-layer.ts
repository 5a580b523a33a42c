import { parse } from '../expression/parse.js';
import { between, type Initialization } from './initialization.js';

/** The default of common linear layers with one input: W and B uniform on (−1, 1). */
export const linearLayer: Initialization = {
  name: 'linear-layer',
  title: 'Default of common linear layers, one input',
  parameters: [],
  law: { form: 'density', density: parse('1/4'), bounds: { w: parse('1'), b: parse('1') } },
  zeta: [
    { to: parse('1'), zeta: parse('1/8') },
    { from: parse('1'), zeta: parse('1/(8*x^4)') },
  ],
  zetaOfDegree: (k) => [
    { to: parse('1'), zeta: parse(`1/${4 * k + 4}`) },
    { from: parse('1'), zeta: parse(`1/(${4 * k + 4}*x^${2 * k + 2})`) },
  ],
  kernel: { expression: parse('1/6 + x*y/6 + abs(x-y)^3/96'), within: parse('1') },
  draw: (_values, variates) => [between(-1, 1, variates), between(-1, 1, variates)],
  source: 'weights and biases uniform on ±1/√(inputs), the default of common deep-learning libraries',
};
