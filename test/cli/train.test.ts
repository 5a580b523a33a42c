import { describe, expect, test } from 'vitest';
import { columns, scratchFolder, theoremCheck } from './command.js';

const scratch = scratchFolder();
const X = [-1.5, -0.5, 0.25, 1];
const Y = [0.5, -0.75, 1, 0.25];
const data = scratch.file('data.csv', `x,y\n${X.map((x, j) => `${x},${Y[j]}\n`).join('')}`);
const ARGS = ['train', '--data', data, '--init', 'gaussian', '--at', data];

const size = (r: readonly number[]): number => Math.sqrt(r.reduce((sum, entry) => sum + entry * entry, 0));
const minus = (p: readonly number[], q: readonly number[]): number[] => p.map((value, j) => value - q[j]);

describe('train', () => {
  test.each([
    ['none', []],
    ['gls', []],
    ['ols', []],
    ['none', ['--no-asi']],
  ])(
    'fits the data to relative residual 1e-6 (--adjust %s %j), the same bytes for the same seed',
    (adjust, more) => {
      const args = [...ARGS, '--width', '100', '--seed', '7', '--adjust', adjust, ...more];
      const first = theoremCheck(...args);
      expect(first.code).toBe(0);
      const residual = size(minus(columns(first.out).prediction, Y));
      // the targets of training are at most a few times y once the linear part is off
      expect(residual).toBeLessThan(5e-6 * size(Y));
      expect(first.err).toMatch(
        /^width 100, steps \d+, relative residual ([\d.]+e-7|1\.000e-6), u \S+, v \S+, learning rate \S+, time \S+\n$/,
      );
      if (adjust === 'none') expect(first.err).toContain('u 0, v 0');
      expect(theoremCheck(...args)).toEqual(first);
      expect(theoremCheck(...args.map((arg) => (arg === '7' ? '8' : arg))).out).not.toBe(first.out);
    },
  );

  test('--steps 0 leaves an antisymmetric network at exactly 0', () => {
    const { out } = theoremCheck(...ARGS, '--width', '20', '--seed', '1', '--steps', '0');
    expect(columns(out).prediction).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ['--batch-size', '1'],
    ['--activation', 'leaky-relu(slope=0.3)'],
    ['--steps', '300'],
  ])('both trainers take the same steps (%s %s)', (...more) => {
    const args = [...ARGS, '--width', '60', '--seed', '3', ...more];
    const [exact, plain, chosen] = [['--trainer', 'exact'], ['--trainer', 'plain'], []].map((trainer) =>
      theoremCheck(...args, ...trainer),
    );
    expect(exact.code).toBe(0);
    expect(chosen).toEqual(exact);
    expect(plain.err).toBe(exact.err);
    const gap = minus(columns(plain.out).prediction, columns(exact.out).prediction);
    expect(Math.max(...gap.map(Math.abs))).toBeLessThan(1e-11);
  });

  test('a network of another activation is trained by the plain trainer', () => {
    const args = [...ARGS, '--width', '60', '--seed', '3', '--activation', 'tanh'];
    const { code, out, err } = theoremCheck(...args);
    expect(code).toBe(0);
    expect(err).toMatch(/^width 60, steps \d+/);
    expect(size(minus(columns(out).prediction, Y))).toBeLessThan(5e-6 * size(Y));
    expect(theoremCheck(...args, '--trainer', 'plain').out).toBe(out);
  });

  test('no convergence within --max-steps leaves nothing measured: code 3, one line', () => {
    const { code, out, err } = theoremCheck(...ARGS, '--width', '20', '--seed', '1', '--max-steps', '10');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^theorem-check: relative residual \S+ after 10 steps[^\n]*\n$/);
  });

  test('notes that data lie outside the support of ζ', () => {
    const args = ['train', '--data', data, '--init', 'binary-uniform(aB=1)', '--width', '20', '--seed', '1'];
    const { code, err } = theoremCheck(...args, '--steps', '3');
    expect(code).toBe(0);
    expect(err).toContain('input -1.5 lies outside the support');
  });

  test('from given parameters takes exactly the steps of gradient descent on ½Σr²', () => {
    const [w, b, a, d] = [
      [1, -0.5, 0.8, -1.2, 0.3],
      [0.2, 0.4, -0.3, 0.9, 1.1],
      [0.5, -0.2, 0.7, 0.1, -0.4],
      0.15,
    ];
    const [eta, steps] = [0.02, 60];
    const parameters = scratch.file('theta.json', JSON.stringify({ w, b, a, d }));
    const args = ['--initial-parameters', parameters, '--learning-rate', `${eta}`, '--steps', `${steps}`];
    const { code, out } = theoremCheck(...ARGS, ...args);
    expect(code).toBe(0);

    let theta = [...w, ...b, ...a, d];
    const n = w.length;
    const outputs = (p: readonly number[]): number[] =>
      X.map((x) => w.reduce((sum, _, i) => sum + p[2 * n + i] * Math.max(0, p[i] * x + p[n + i]), p[3 * n]));
    for (let t = 0; t < steps; t++) {
      const r = minus(outputs(theta), Y);
      const gradient = theta.map(() => 0);
      X.forEach((x, j) => {
        for (let i = 0; i < n; i++) {
          const margin = theta[i] * x + theta[n + i];
          if (margin <= 0) continue;
          gradient[i] += r[j] * theta[2 * n + i] * x;
          gradient[n + i] += r[j] * theta[2 * n + i];
          gradient[2 * n + i] += r[j] * margin;
        }
        gradient[3 * n] += r[j];
      });
      theta = theta.map((value, k) => value - eta * gradient[k]);
    }
    // roundings of some 20 operations a step, not amplified by a contracting iteration
    const tolerance = 20 * steps * Number.EPSILON;
    expect(Math.max(...minus(columns(out).prediction, outputs(theta)).map(Math.abs))).toBeLessThan(tolerance);
    expect(size(minus(outputs(theta), Y))).toBeGreaterThan(1e-3);
  });
});
