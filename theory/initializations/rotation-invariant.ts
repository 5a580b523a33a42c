import { parse } from '../expression/parse.js';
import { positive, type Initialization } from './initialization.js';

const DOT = '(x*y + 1)';
const MOMENT = '(radius^2*shape/(shape+2))';

/**
 * (W, B) rotation-invariant with R = ‖(W, B)‖. The derivation holds for every law of R and depends on E[R²]
 * alone; numbers are for R = ρ U^(1/k) (k = 2: uniform on the disk; k → ∞: uniform on the circle).
 */
export const rotationInvariant: Initialization = {
  name: 'rotation-invariant',
  title: 'Rotation-invariant weights and biases',
  parameters: [
    positive('radius', '\\rho', 'largest norm of (W, B)', 1),
    {
      name: 'shape',
      latex: 'k',
      meaning: 'concentration of the norm ρU^(1/k): 2 is uniform on the disk, larger is nearer to the circle',
      default: 2,
      domain: [1, Infinity],
    },
  ],
  law: {
    form: 'density',
    density: parse('shape*(w^2 + b^2)^((shape-2)/2) / (2*pi*radius^shape)'),
    bounds: { radius: parse('radius') },
    secondMoment: parse(MOMENT),
  },
  zeta: [{ zeta: parse(`${MOMENT}/(pi*(1+x^2)^2)`) }],
  // E[R²]/2 times the arc-cosine kernel of (x, 1), for which E[R²] = 2
  kernel: { expression: parse(`${MOMENT}/2*(abs(x-y) + (pi - atan2(abs(x-y), ${DOT}))*${DOT})/(2*pi)`) },
  draw({ radius, shape }, variates) {
    const norm = radius * Math.exp(Math.log(1 - variates.uniform()) / shape);
    const angle = 2 * Math.PI * variates.uniform();
    return [norm * Math.cos(angle), norm * Math.sin(angle)];
  },
  source: 'the definition of ζ (Jin and Montúfar 2023, Theorem 1) in polar coordinates',
};
