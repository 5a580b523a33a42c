import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActivationError, activationNamed } from '../../../theory/activations/index.js';
import { erf as erfOfExpressions } from '../../../theory/expression/erf.js';

const EPS = Number.EPSILON;
const cosh = Math.cosh;

/** Value and derivative by another route. */
const KNOWN: readonly (readonly [
  name: string,
  value: (z: number) => number,
  slope: (z: number) => number,
])[] = [
  ['relu', (z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
  ['leaky-relu(slope=0.1)', (z) => Math.max(0.1 * z, z), (z) => (z > 0 ? 1 : 0.1)],
  ['leaky-relu(slope=-1)', Math.abs, (z) => (z > 0 ? 1 : -1)],
  ['tanh', Math.tanh, (z) => 1 / (cosh(z) * cosh(z))],
  ['erf', erfOfExpressions, (z) => (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z)],
  [
    'softplus',
    (z) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))),
    (z) => (1 + Math.tanh(z / 2)) / 2,
  ],
  ['gaussian-bump', (z) => Math.exp((-z * z) / 2), (z) => -z * Math.exp((-z * z) / 2)],
  ['relu-power(k=1)', (z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
  ['relu-power(k=2)', (z) => (z > 0 ? z * z : 0), (z) => (z > 0 ? 2 * z : 0)],
  ['relu-power(k=3)', (z) => (z > 0 ? z * z * z : 0), (z) => (z > 0 ? 3 * z * z : 0)],
  ['relu-power(k=6)', (z) => (z > 0 ? z * z * z * z * z * z : 0), (z) => (z > 0 ? 6 * z * z * z * z * z : 0)],
];

const margins = fc.double({ min: -8, max: 8, noNaN: true });

describe.each(KNOWN)('%s', (name, value, slope) => {
  const activation = activationNamed(name);

  it('has the value and the derivative of another route', () => {
    fc.assert(
      fc.property(margins, (z) => {
        // e^{−z²} has relative error z² ε.
        const tolerance = (8 + z * z) * EPS;
        expect(Math.abs(activation.value(z) - value(z))).toBeLessThanOrEqual(tolerance * Math.abs(value(z)));
        // 1 − φ² and 1/cosh² differ by an ulp of 1, whatever is left.
        expect(Math.abs(activation.derivative(z) - slope(z))).toBeLessThanOrEqual(
          tolerance * (Math.abs(slope(z)) + 1),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('has the derivative that differences show', () => {
    fc.assert(
      fc.property(margins, (z) => {
        const h = 1e-4;
        fc.pre(Math.abs(z) > 3 * h);
        const at = (k: number): number => activation.value(z + k * h);
        const difference = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
        // h⁴/30 times the fifth derivative, and two roundings of the value over h.
        const scale = 1 + Math.abs(at(0)) + Math.abs(activation.derivative(z));
        expect(Math.abs(difference - activation.derivative(z))).toBeLessThan(1e4 * EPS * 4 * scale + 1e-14);
      }),
    );
  });

  it('is homogeneous, if it says so', () => {
    const k = activation.homogeneity;
    if (k === undefined) {
      for (const degree of [0, 1, 2]) {
        expect(
          Math.abs(activation.value(2) - Math.exp(degree * Math.LN2) * activation.value(1)),
        ).toBeGreaterThan(0.01);
      }
      return;
    }
    fc.assert(
      fc.property(margins, fc.double({ min: 0.01, max: 100, noNaN: true }), (z, c) => {
        let factor = 1;
        for (let i = 0; i < k; i++) factor *= c;
        const expected = factor * activation.value(z);
        expect(Math.abs(activation.value(c * z) - expected)).toBeLessThanOrEqual(
          4 * k * EPS * Math.abs(expected) + 1e-300,
        );
      }),
    );
  });

  it('is linear on either side of 0, if it says so', () => {
    const { slopes } = activation;
    fc.assert(
      fc.property(margins, (z) => {
        if (slopes) expect(activation.value(z) === slopes[z > 0 ? 1 : 0] * z).toBe(true);
        else if (Math.abs(z) > 0.1) expect(activation.derivative(z)).not.toBe(0 * z + (z > 0 ? 1 : -1));
      }),
    );
  });

  it('is found by the name that it bears', () => {
    expect(activationNamed(activation.name).name).toBe(activation.name);
    expect(activation.name).toBe(name);
  });
});

describe('activationNamed', () => {
  it('takes defaults and spaces', () => {
    expect(activationNamed(' leaky-relu ').name).toBe('leaky-relu(slope=0.01)');
    expect(activationNamed('relu-power( k = 3 )').name).toBe('relu-power(k=3)');
    expect(activationNamed('relu-power()').name).toBe('relu-power(k=2)');
  });

  it.each([
    [
      'sine',
      'unknown activation "sine"; known: relu, tanh, erf, softplus, gaussian-bump, leaky-relu(slope=0.01)',
    ],
    ['', 'unknown activation ""; known'],
    ['tanh; relu', 'unknown activation "tanh; relu"; known'],
    ['tanh(k=2)', 'tanh has no parameters: write tanh, not "tanh(k=2)"'],
    ['relu-power(k=7)', 'relu-power takes k, one of 1, 2, 3, 4, 5, 6'],
    ['relu-power(k=1.5)', 'relu-power takes k'],
    ['relu-power(k=)', 'relu-power takes k'],
    ['relu-power(k=2,k=3)', 'relu-power takes k'],
    ['relu-power(slope=2)', 'relu-power takes k'],
    ['leaky-relu(slope=1e999)', 'leaky-relu takes slope, a number, as in leaky-relu(slope=0.01)'],
    ['leaky-relu(slope=0x1)', 'leaky-relu takes slope'],
    ['x'.repeat(10_000), 'known: relu'],
  ])('refuses %j in one line', (text, message) => {
    let thrown: unknown;
    try {
      activationNamed(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ActivationError);
    expect((thrown as Error).message).toContain(message);
    expect((thrown as Error).message).not.toContain('\n');
    expect((thrown as Error).message.length).toBeLessThan(400);
  });
});
