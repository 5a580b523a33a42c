import { describe, expect, test } from 'vitest';
import { columns, scratchFolder, theoremCheck, type Answer } from './command.js';

const scratch = scratchFolder();
const X = [-2, -1, 0, 1, 2];
const Y = [1.5, 0.5, 1.5, 0.5, 1.5];
const data = scratch.file('data.csv', `dose,response\n${X.map((x, j) => `${x},${Y[j]}\n`).join('')}`);
const at = scratch.file('at.csv', `dose,note\n${X.map((x) => `${x},a point\n`).join('')}`);
// 1e3·eps·cond K·max|y| with cond K = 540 for this data and law
const TOLERANCE = 1e3 * Number.EPSILON * 540 * 1.5;

function predict(...args: string[]): number[] {
  const { code, out, err } = theoremCheck('predict', '--data', data, '--init', 'gaussian', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')[0]).toBe('dose,prediction');
  return columns(out).prediction;
}

const distance = (p: readonly number[], q: readonly number[]): number =>
  Math.max(...p.map((value, j) => Math.abs(value - q[j])));

describe('predict', () => {
  test('evaluates on 101 points over the data unless told otherwise', () => {
    const { out } = theoremCheck('predict', '--data', data, '--init', 'gaussian');
    const { dose, prediction } = columns(out);
    expect(dose).toHaveLength(101);
    expect([dose[0], dose[100]]).toEqual([-2, 2]);
    expect(prediction.every(Number.isFinite)).toBe(true);
  });

  test('both limits take the data at the data; smoothing 0 is interpolation', () => {
    for (const limit of ['spline', 'raw']) {
      expect(distance(predict('--limit', limit, '--at', at), Y)).toBeLessThan(TOLERANCE);
      expect(predict('--limit', limit, '--smoothing', '0')).toEqual(predict('--limit', limit));
    }
  });

  test('a long time is the limit, time 0 the beginning', () => {
    expect(distance(predict('--limit', 'raw', '--time', '1e12'), predict('--limit', 'raw'))).toBeLessThan(
      TOLERANCE,
    );
    expect(distance(predict('--time', '1e14'), predict())).toBeLessThan(TOLERANCE);
    expect(predict('--limit', 'raw', '--time', '0', '--grid', '3')).toEqual([0, 0, 0]);
    // the data are symmetric with mean 1.1: their line is flat
    expect(distance(predict('--time', '0', '--grid', '3'), [1.1, 1.1, 1.1])).toBeLessThan(
      64 * Number.EPSILON,
    );
  });

  test('says so where the law is outside the hypotheses of the theorem', () => {
    const { code, err } = theoremCheck('predict', '--data', data, '--init', 'laplace', '--grid', '3');
    expect(code).toBe(0);
    expect(err).toMatch(/^note: .*sub-exponential.*\n$/);
  });

  test('the limits and the initializations differ', () => {
    const wide: Answer = theoremCheck('predict', '--data', data, '--init', 'uniform(aW=1,aB=3)');
    expect(distance(predict(), predict('--limit', 'raw'))).toBeGreaterThan(1e-3);
    expect(distance(predict(), columns(wide.out).prediction)).toBeGreaterThan(1e-2);
  });

  test('repeated inputs with different targets can be smoothed', () => {
    const torn = scratch.file('torn.csv', 'x,y\n0,1\n0,3\n1,2\n2,2\n');
    for (const how of [
      ['--smoothing', '1'],
      ['--time', '3'],
    ]) {
      for (const limit of ['spline', 'raw']) {
        const { code } = theoremCheck(
          'predict',
          '--data',
          torn,
          '--init',
          'gaussian',
          '--limit',
          limit,
          ...how,
        );
        expect(code).toBe(0);
      }
    }
  });
});
