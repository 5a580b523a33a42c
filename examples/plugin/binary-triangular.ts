import { definePlugin, parse, positive, type Initialization } from 'theorem-check';

/** W = ±1 and B the sum of two uniform variables, with a triangular density: ζ is a hat. */
const binaryTriangular: Initialization = {
  name: 'binary-triangular',
  title: 'Binary weights, triangular biases',
  parameters: [positive('aB', 'a_B', 'half width of the law of the biases', 2)],
  // W = ±w, and the density of B in b, where |b| is below the bound
  law: { form: 'atoms', w: parse('1'), density: parse('(aB - abs(b))/aB^2'), bounds: { b: parse('aB') } },
  // ζ(x) = ∫|w|³ p(w, −wx) dw in closed form, piece by piece in |x|; it is derived and checked, not believed
  zeta: [{ to: parse('aB'), zeta: parse('(aB - abs(x))/aB^2') }],
  draw: ({ aB }, variates) => [variates.sign(), aB * (variates.uniform() - variates.uniform())],
  source: 'an example of a law of your own',
};

export default definePlugin({ initializations: [binaryTriangular] });
