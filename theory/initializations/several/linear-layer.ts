import { parse } from '../../expression/parse.js';
import { between } from '../initialization.js';
import { linearLayer as oneInput } from '../linear-layer.js';
import type { VectorInitialization } from './vector-initialization.js';

/** The default of common linear layers: W and B uniform on ±1/√d. */
export const linearLayer: VectorInitialization = {
  name: 'linear-layer',
  title: 'Default of common linear layers',
  parameters: [],
  law: (inputs) => ({
    form: 'density',
    ray: parse(`sqrt(${inputs})^${inputs}/2^${inputs}`),
    reach: parse(`1/(sqrt(${inputs})*v)`),
    bias: parse(`sqrt(${inputs})/2`),
    biasReach: parse(`1/sqrt(${inputs})`),
  }),
  // The form of the cube with both half widths 1/√d
  zeta: (inputs, degree = 1) => {
    const n = inputs + 2 * degree;
    const share = `${n + 1}*2^${inputs + 1}*${inputs}^${degree}`;
    return [
      { to: parse('v'), zeta: parse(`1/(${share}*v^${n + 1})`) },
      { from: parse('v'), zeta: parse(`1/(${share}*abs(c)^${n + 1})`) },
    ];
  },
  directional: true,
  draw(_values, variates, w, at, inputs) {
    const a = 1 / Math.sqrt(inputs);
    for (let i = 0; i < inputs; i++) w[at + i] = between(-a, a, variates);
    return between(-a, a, variates);
  },
  oneInput: { law: oneInput },
  source: 'weights and biases uniform on ±1/√(inputs), the default of common deep-learning libraries',
};
