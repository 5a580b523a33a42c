import { expect, it } from 'vitest';
import { activations } from '../../theory/activations/index.js';
import { newActivation } from '../activation.js';

it.each([-3.1, -1.3, -0.4, 0.2, 0.9, 2.7])('has the derivative that differences show, at %d', (z) => {
  const { value, derivative } = newActivation;
  const h = 1e-5;
  const difference = (value(z + h) - value(z - h)) / (2 * h);
  // h²/6 times the third derivative, and two roundings of the value over h
  const tolerance = 1e-8 * (1 + Math.abs(value(z)) + Math.abs(derivative(z)));
  expect(Math.abs(difference - derivative(z))).toBeLessThanOrEqual(tolerance);
});

it('is one of those that commands know, and says what it is', () => {
  expect(activations, 'a line in theory/activations/index.ts').toContain(newActivation);
  expect(newActivation.title).not.toMatch(/to be written/i);
});
