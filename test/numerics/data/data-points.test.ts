import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../numerics/data/csv.js';
import { DataError } from '../../../numerics/data/data-error.js';
import { dataPoints, requireFunction, requireSpanning } from '../../../numerics/data/data-points.js';

const read = (text: string): ReturnType<typeof dataPoints> => dataPoints(parseCsv(text, 'd.csv'));

describe('dataPoints', () => {
  test('takes the last column as the target and keeps the order and the lines', () => {
    const data = read('dose,response\n2,5\n\n1,-3\n');
    expect(data).toEqual({ file: 'd.csv', inputs: ['dose'], x: [2, 1], y: [5, -3], lines: [2, 4] });
  });

  test('takes all columns before the last as inputs, row by row', () => {
    const data = read('p,q,y\n1,2,5\n3,4,6\n');
    expect(data).toEqual({ file: 'd.csv', inputs: ['p', 'q'], x: [1, 2, 3, 4], y: [5, 6], lines: [2, 3] });
  });

  test.each([
    ['y\n1\n2\n', /one column; expected inputs, and the target in the last/],
    ['x1,x2,y\n1,2,3\n1,2,3\n', /1 distinct value of \(x1, x2\); expected at least two/],
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

describe('in several inputs', () => {
  test('requireFunction names the lines and the point', () => {
    const data = read('p,q,y\n0,1,2\n1,0,4\n0,1,2\n-0,1,3\n');
    expect(() => requireFunction(data, 'smooth instead')).toThrow(
      /lines 2 and 5 have the same \(p, q\) = \(0, 1\) but targets 2 and 3, .*smooth instead/,
    );
    expect(() => requireFunction(read('p,q,y\n0,1,2\n1,0,4\n1,1,5\n'), '')).not.toThrow();
  });

  test('requireSpanning tells points on a line or in a plane, or too few distinct ones, and the file', () => {
    const refuse = (text: string, message: RegExp): void => {
      expect(() => requireSpanning(read(text), 'or no linear part')).toThrow(DataError);
      expect(() => requireSpanning(read(text), 'or no linear part')).toThrow(message);
    };
    refuse(
      'p,q,y\n0,0,1\n0.1,0.3,1\n0.2,0.6,3\n',
      /^d\.csv: all 3 points lie on one line.*\(or no linear part\)$/,
    );
    refuse('p,q,y\n0,0,1\n1,1,1\n0,0,1\n', /^d\.csv: 2 distinct points in 2 inputs.*at least 3/);
    refuse('p,q,r,y\n0,0,0,1\n1,0,0,1\n0,1,0,3\n1,1,0,2\n', /^d\.csv: all 4 points lie in one plane/);
    expect(() => requireSpanning(read('p,q,y\n0,0,1\n1,0,1\n0,1,3\n'), '')).not.toThrow();
    expect(() => requireSpanning(read('x,y\n0,0\n1,0\n'), '')).not.toThrow();
  });
});
