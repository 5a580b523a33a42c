import { parse } from '../../expression/parse.js';
import { gammaOfHalf, piRational, piRationalText, timesPi } from '../../pi-rational.js';
import { gaussian as oneInput } from '../gaussian.js';
import type { VectorInitialization } from './vector-initialization.js';

/** (2π σ_W²)^(d/2) */
const volume = (inputs: number): string => {
  const even = `(2*pi)^${Math.trunc(inputs / 2)}*sigmaW^${inputs}`;
  return inputs % 2 === 0 ? even : `${even}*sqrt(2*pi)`;
};

/** W ~ N(0, σ_W² I) and B ~ N(0, σ_B²), independent. */
export const gaussian: VectorInitialization = {
  name: 'gaussian',
  title: 'Gaussian weights and biases',
  parameters: oneInput.parameters,
  law: (inputs) => ({
    form: 'density',
    ray: parse(`exp(-u^2/(2*sigmaW^2)) / (${volume(inputs)})`),
    bias: parse('exp(-b^2/(2*sigmaB^2)) / (sqrt(2*pi)*sigmaB)'),
  }),
  // 2^(k−1) π^(−(d+1)/2) Γ((n+1)/2) σ_W^(2k+1) σ_B^n / (σ_B² + c² σ_W²)^((n+1)/2) with n = d + 2k
  zeta: (inputs, degree = 1) => {
    const n = inputs + 2 * degree;
    const square = 'sigmaB^2 + c^2*sigmaW^2';
    const power = n % 2 === 1 ? `(${square})^${(n + 1) / 2}` : `((${square})^${n / 2}*sqrt(${square}))`;
    const constant = timesPi(piRational(1n, 1n, -(inputs + 1)), gammaOfHalf(n + 1));
    return [
      {
        zeta: parse(
          `2^${degree - 1}*${piRationalText(constant)}*sigmaW^${2 * degree + 1}*sigmaB^${n} / ${power}`,
        ),
      },
    ];
  },
  directional: false,
  draw({ sigmaW, sigmaB }, variates, w, at, inputs) {
    for (let i = 0; i < inputs; i++) w[at + i] = sigmaW * variates.normal();
    return sigmaB * variates.normal();
  },
  // The arc-cosine kernel of order 1 of z = (σ_W x, σ_B): sine and cosine of the angle, times |z||z′|.
  kernel: () => {
    const sine = 'sqrt(sigmaW^2*sigmaB^2*r^2 + sigmaW^4*g^2)';
    const cosine = '(sigmaW^2*p + sigmaB^2)';
    return { expression: parse(`(${sine} + (pi - atan2(${sine}, ${cosine}))*${cosine}) / (2*pi)`) };
  },
  oneInput: { law: oneInput },
  source: 'Jin and Montúfar (2023), Propositions 17 and 18, Theorem 19; kernel: Cho and Saul (2009)',
};
