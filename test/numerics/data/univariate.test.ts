import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../numerics/data/csv.js';
import { DataError } from '../../../numerics/data/data-error.js';
import { requireFunction, univariateData } from '../../../numerics/data/univariate.js';

const read = (text: string): ReturnType<typeof univariateData> => univariateData(parseCsv(text, 'd.csv'));

describe('univariateData', () => {
  test('takes the last column as the target and keeps the order and the lines', () => {
    const data = read('dose,response\n2,5\n\n1,-3\n');
    expect(data).toEqual({ file: 'd.csv', input: 'dose', x: [2, 1], y: [5, -3], lines: [2, 4] });
  });

  test.each([
    ['y\n1\n2\n', /one column; expected one input column and the target/],
    ['x1,x2,y\n1,2,3\n', /2 inputs \(x1, x2\); expected one input/],
    ['x,y\n1,2\n1,2\n', /1 distinct value of x; expected at least two/],
    ['x,y\n1,2\n2,nan\n', /d\.csv:3: column "y" holds "nan"/],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(DataError);
    expect(() => read(text)).toThrow(message);
  });
});

describe('requireFunction', () => {
  test('names both lines of two targets at one input, and the remedy', () => {
    const data = read('x,y\n1,2\n3,4\n1,2\n3,5\n');
    expect(() => requireFunction(data, 'smooth instead')).toThrow(DataError);
    expect(() => requireFunction(data, 'smooth instead')).toThrow(
      /lines 3 and 5 have the same x = 3 but targets 4 and 5.*smooth instead/,
    );
  });

  test('accepts repeated points that agree', () => {
    expect(() => requireFunction(read('x,y\n1,2\n3,4\n1,2\n'), '')).not.toThrow();
  });
});
