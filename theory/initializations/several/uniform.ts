import { parse } from '../../expression/parse.js';
import { between } from '../initialization.js';
import { uniform as oneInput } from '../uniform.js';
import type { VectorInitialization } from './vector-initialization.js';

/** W uniform in the cube [−a_W, a_W]^d and B ~ U(−a_B, a_B), independent: ζ depends on the direction by ‖V‖_∞. */
export const uniform: VectorInitialization = {
  name: 'uniform',
  title: 'Weights uniform in a cube, uniform biases',
  parameters: oneInput.parameters,
  law: (inputs) => ({
    form: 'density',
    ray: parse(`1/(2*aW)^${inputs}`),
    reach: parse('aW/v'),
    bias: parse('1/(2*aB)'),
    biasReach: parse('aB'),
  }),
  // m^(n+1) / ((n+1) (2a_W)^d 2a_B) with m = min(a_W/‖V‖_∞, a_B/|c|) and n = d + 2k
  zeta: (inputs, degree = 1) => {
    const n = inputs + 2 * degree;
    const share = `${n + 1}*2^${inputs + 1}`;
    const end = parse('aB*v/aW');
    return [
      { to: end, zeta: parse(`aW^${2 * degree + 1}/(${share}*aB*v^${n + 1})`) },
      { from: end, zeta: parse(`aB^${n}/(${share}*aW^${inputs}*abs(c)^${n + 1})`) },
    ];
  },
  directional: true,
  draw({ aW, aB }, variates, w, at, inputs) {
    for (let i = 0; i < inputs; i++) w[at + i] = between(-aW, aW, variates);
    return between(-aB, aB, variates);
  },
  oneInput: { law: oneInput },
  source: 'Jin and Montúfar (2023), Propositions 17 and 18, Theorem 19',
};
