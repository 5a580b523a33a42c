import { describe, expect, test } from 'vitest';
import { columns, scratchFolder, theoremCheck, type Answer } from './command.js';

const scratch = scratchFolder();
const P = [-1, 1, -0.8, 1, 0.1, 0.3];
const Q = [-1, -0.8, 0.9, 1.1, 0.2, -0.4];
const Y = [1.5, -0.5, 0.5, 1, -1.2, 0.4];
const table = (names: string, ...list: readonly (readonly number[])[]): string =>
  `${names}\n${list[0].map((_, j) => `${list.map((column) => column[j]).join()}\n`).join('')}`;
const data = scratch.file('data.csv', table('p,q,y', P, Q, Y));
const at = scratch.file('at.csv', table('q,note,p', Q, Y, P));
const unnamed = scratch.file('unnamed.csv', table('east,north', P, Q));

const ask = (command: string, ...args: readonly string[]): Answer =>
  theoremCheck(command, '--data', data, '--init', 'sphere-uniform(aB=2)', ...args);
function values(command: string, ...args: readonly string[]): number[] {
  const { code, out } = ask(command, ...args);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe('p,q,prediction');
  return columns(out).prediction;
}
const gap = (p: readonly number[], q: readonly number[]): number =>
  Math.max(...p.map((value, j) => Math.abs(value - q[j])));
const size = (r: readonly number[]): number => Math.sqrt(r.reduce((sum, value) => sum + value * value, 0));

describe('predict with two inputs', () => {
  test('evaluates on a grid over the box of the data, the last input fastest', () => {
    const { out, err } = ask('predict', '--grid', '3');
    const { p, q } = columns(out);
    expect(err).toBe('');
    expect(p).toEqual([-1, -1, -1, 0, 0, 0, 1, 1, 1]);
    expect(gap(q, [-1, 0.05, 1.1, -1, 0.05, 1.1, -1, 0.05, 1.1])).toBeLessThan(1e-15);
    expect(values('predict')).toHaveLength(44 * 44);
  });

  test('takes columns by name in any order, or unnamed in theirs, and both limits take the data at the data', () => {
    for (const limit of ['spline', 'raw']) {
      const prediction = values('predict', '--limit', limit, '--at', at);
      // 1e3·eps·cond·max|y|, cond < 1e3 for six points apart
      expect(gap(prediction, Y)).toBeLessThan(1e3 * Number.EPSILON * 1e3 * 1.5);
      expect(values('predict', '--limit', limit, '--at', unnamed)).toEqual(prediction);
    }
  });

  test('the output is a file of queries', () => {
    const { out } = ask('predict', '--grid', '4', '--time', '20');
    const again = scratch.file('again.csv', out);
    expect(ask('predict', '--at', again, '--time', '20').out).toBe(out);
    expect(ask('predict', '--at', again, '--smoothing', '0.05').out).toBe(out);
  });

  test('says what follows for data beyond the kinks, and of a law that is not symmetric', () => {
    const narrow = theoremCheck('predict', '--data', data, '--init', 'sphere-uniform(aB=1)', '--at', at);
    expect(narrow.code).toBe(0);
    expect(narrow.err).toMatch(/^note: the input \(-1, -1\) is farther from 0 than 1, where ζ ends[^\n]*\n$/);
    expect(gap(columns(narrow.out).prediction, Y)).toBeLessThan(1e-8);
    const shifted = theoremCheck('predict', '--data', data, '--init', 'sphere-shifted(aB=3)', '--at', at);
    expect(shifted.code).toBe(0);
    expect(shifted.err).toMatch(/^note: the law sphere-shifted\S+ is not symmetric[^\n]*\n$/);
  });

  test('raw takes points on a line', () => {
    const line = scratch.file('line.csv', table('p,q,y', Q, Q, Y));
    const args = ['predict', '--data', line, '--init', 'gaussian', '--limit', 'raw', '--grid', '2'];
    expect(theoremCheck(...args)).toMatchObject({ code: 0, err: '' });
  });
});

describe('train with two inputs', () => {
  test('ends near the limit, by either trainer, with the adjustment that is said', () => {
    const args = ['--width', '3000', '--seed', '2', '--adjust', 'gls', '--grid', '4'];
    const { code, out, err } = ask('train', ...args);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^width 3000, steps \d+, relative residual 9\.\d+e-7, u -?\d\S* -?\d\S*, v -?\d\S*, learning rate \S+, time \S+\n$/,
    );
    expect(gap(columns(out).prediction, values('predict', '--grid', '4'))).toBeLessThan(0.2);
    const few = ['--width', '100', '--seed', '2', '--steps', '50', '--grid', '4'];
    const [exact, plain] = ['exact', 'plain'].map((name) => values('train', ...few, '--trainer', name));
    expect(gap(exact, plain)).toBeLessThan(1e-11);
    expect(values('train', ...few, '--batch-size', '2')).not.toEqual(exact);
  });

  test('of another activation, without pairs, fits the data', () => {
    const args = ['--width', '61', '--seed', '3', '--no-asi', '--activation', 'tanh', '--adjust', 'ols'];
    expect(gap(values('train', ...args, '--at', at), Y)).toBeLessThan(5e-6 * size(Y));
  });

  test('from given parameters takes exactly the steps of gradient descent on ½Σr²', () => {
    const [w, b, a, d] = [
      [
        [1, 0.3],
        [-0.5, 0.7],
        [0.8, -1],
        [-1.2, -0.4],
      ],
      [0.2, 0.4, -0.3, 0.9],
      [0.5, -0.2, 0.7, 0.1],
      0.15,
    ];
    const [eta, steps, n] = [0.02, 60, b.length];
    const parameters = scratch.file('theta.json', JSON.stringify({ w, b, a, d }));
    const prediction = values(
      'train',
      ...['--initial-parameters', parameters, '--learning-rate', `${eta}`, '--steps', `${steps}`, '--at', at],
    );

    // θ = (first weights, second weights, b, a, d)
    let theta = [...w.map(([p]) => p), ...w.map(([, q]) => q), ...b, ...a, d];
    const margin = (t: readonly number[], i: number, j: number): number =>
      t[i] * P[j] + t[n + i] * Q[j] + t[2 * n + i];
    const outputs = (t: readonly number[]): number[] =>
      P.map((_, j) => b.reduce((sum, __, i) => sum + t[3 * n + i] * Math.max(0, margin(t, i, j)), t[4 * n]));
    for (let step = 0; step < steps; step++) {
      const r = outputs(theta).map((f, j) => f - Y[j]);
      const gradient = theta.map(() => 0);
      r.forEach((rj, j) => {
        for (let i = 0; i < n; i++) {
          const z = margin(theta, i, j);
          if (z <= 0) continue;
          const back = rj * theta[3 * n + i];
          gradient[i] += back * P[j];
          gradient[n + i] += back * Q[j];
          gradient[2 * n + i] += back;
          gradient[3 * n + i] += rj * z;
        }
        gradient[4 * n] += rj;
      });
      theta = theta.map((value, k) => value - eta * gradient[k]);
    }
    // roundings of some 30 operations a step, not amplified by a contracting iteration
    expect(gap(prediction, outputs(theta))).toBeLessThan(30 * steps * Number.EPSILON);
    expect(size(outputs(theta).map((f, j) => f - Y[j]))).toBeGreaterThan(1e-3);
  });
});
