// node --test new-activation.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadPlugin } from 'theorem-check/testing';

const file = fileURLToPath(new URL('./new-activation.ts', import.meta.url));

test('new-activation has the derivative that differences show', async () => {
  const plugin = await loadPlugin(file);
  const { title, value, derivative } = plugin.activations[0];
  const h = 1e-5;
  for (const z of [-3.1, -1.3, -0.4, 0.2, 0.9, 2.7]) {
    const difference = (value(z + h) - value(z - h)) / (2 * h);
    // h²/6 times the third derivative, and two roundings of the value over h
    const tolerance = 1e-8 * (1 + Math.abs(value(z)) + Math.abs(derivative(z)));
    assert.ok(
      Math.abs(difference - derivative(z)) <= tolerance,
      `at ${z}: ${derivative(z)}, not ${difference}`,
    );
  }
  assert.doesNotMatch(title, /to be written/i);
});
