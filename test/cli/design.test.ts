import { describe, expect, test } from 'vitest';
import { columns, scratchFolder, theoremCheck } from './command.js';

const scratch = scratchFolder();
const X = [-1.5, -0.5, 0.25, 1];
const data = scratch.file(
  'data.csv',
  `x,y\n${X.map((x, j) => `${x},${[0.5, -0.75, 1, 0.25][j]}\n`).join('')}`,
);

describe('design', () => {
  test('prints the law, its SPEC, a sample beside 1/ρ, and that they agree; the same for the same seed', () => {
    const args = ['design', '--penalty', '1 + x^2', '--range', '-1,1'];
    const answer = theoremCheck(...args);
    expect(answer).toMatchObject({ code: 0, err: '' });
    // ∫1/(1+x²) over [−1, 1] = π/2
    expect(answer.out).toMatch(/Z = ∫1\/ρ = 1\.57079632679489\d*\n/);
    expect(answer.out).toContain('SPEC     designed(penalty=1+x^2,from=-1,to=1)\n');
    expect(answer.out.match(/^\[.*\] +0\.\d+ +0\.\d+$/gm)).toHaveLength(10);
    expect(answer.out).toMatch(/check {4}ζ as drawn agrees with 1\/ρ/);
    expect(theoremCheck(...args, '--seed', '1')).toEqual(answer);
    expect(theoremCheck(...args, '--seed', '2').out).not.toBe(answer.out);
  });

  test('--draw prints weights and biases, kinks inside the range', () => {
    const { code, out } = theoremCheck('design', '--penalty', 'exp(-x^2)', '--range=-3,2', '--draw', '50');
    const { w, b } = columns(out);
    expect({ code, draws: w.length }).toEqual({ code: 0, draws: 50 });
    expect(w.every((value) => value === 1 || value === -1)).toBe(true);
    expect(b.every((value, i) => -value / w[i] >= -3 && -value / w[i] <= 2)).toBe(true);
  });

  test('a table that holds an expression at many places designs nearly the same law', () => {
    const rows = Array.from({ length: 401 }, (_, k) => -2 + k / 100).map((x) => `${x},${1 + x * x}\n`);
    const table = scratch.file('table.csv', `x,penalty\n${rows.join('')}`);
    expect(theoremCheck('design', '--table', table).code).toBe(0);
    const predict = (init: string): number[] => {
      const { code, out } = theoremCheck('predict', '--data', data, '--init', init);
      expect(code).toBe(0);
      return columns(out).prediction;
    };
    const [byTable, byExpression, uniform] = [
      `designed(table=${table})`,
      'designed(penalty=1+x^2,from=-2,to=2)',
      'binary-uniform(aB=2)',
    ].map(predict);
    const gap = (p: readonly number[], q: readonly number[]): number =>
      Math.max(...p.map((value, j) => Math.abs(value - q[j])));
    expect(gap(byTable, byExpression)).toBeLessThan(1e-4);
    expect(gap(byTable, uniform)).toBeGreaterThan(1e-2);
  });
});

describe('every command takes a designed law', () => {
  const init = 'designed(penalty=exp(-x),from=-2,to=1.5)';
  test('penalty', () => {
    const { out } = theoremCheck('penalty', '--init', init, '--at=-3,0,1,2');
    const { zeta } = JSON.parse(out) as { zeta: number[] };
    expect([zeta[0], zeta[3]]).toEqual([0, 0]);
    expect(zeta[2] / zeta[1]).toBeCloseTo(Math.E, 14);
  });

  test('derive', () => {
    const { code, out } = theoremCheck('derive', '--init', init);
    expect(code).toBe(0);
    expect(out).toMatch(/6 steps, 4 proved, 2 stated/);
  });

  test('a constant penalty predicts what uniform biases do, by either limit', () => {
    for (const limit of ['spline', 'raw']) {
      const [designed, binary] = ['designed(penalty=7,from=-2,to=2)', 'binary-uniform(aB=2)'].map((law) =>
        columns(theoremCheck('predict', '--data', data, '--init', law, '--limit', limit).out),
      );
      designed.prediction.forEach((value, j) =>
        expect(Math.abs(value - binary.prediction[j])).toBeLessThan(1e-11),
      );
    }
  });

  test('a trained network comes near to the prediction', () => {
    const args = ['--data', data, '--init', init, '--grid', '31'];
    const trained = theoremCheck('train', ...args, '--width', '20000', '--seed', '1', '--adjust', 'gls');
    expect(trained.code).toBe(0);
    const [network, prediction] = [trained.out, theoremCheck('predict', ...args).out].map(
      (out) => columns(out).prediction,
    );
    // about 3 n^(−1/2)
    expect(Math.max(...network.map((value, j) => Math.abs(value - prediction[j])))).toBeLessThan(0.03);
  });
});
