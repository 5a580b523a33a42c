import { bad, csv, file, json, PLANE, TRAIN_PLANE, type BadInput } from './case.js';

const WIDE = Array.from({ length: 25 }, (_, i) => `x${i}`);
const WIDE_FILE = file(
  'wide.csv',
  `${[...WIDE, 'y'].join()}\n${[1, 2].map((k) => `${[...WIDE, ''].map(() => k).join()}\n`).join('')}`,
);

/** Several inputs. */
export const severalInputs: readonly BadInput[] = [
  bad(
    ['predict', ...csv('line', 'p,q,y\n0,0,1\n1,1,2\n2,2,0\n')],
    /line\.csv: all 3 points lie on one line.*add a point off it.*--limit raw/,
  ),
  bad(
    ['predict', ...csv('few', 'p,q,y\n0,0,1\n1,1,2\n0,0,1\n')],
    /few\.csv: 2 distinct points in 2 inputs.*at least 3: add points.*--limit raw/,
  ),
  bad(
    ['predict', ...csv('flat', 'p,q,r,y\n0,0,0,1\n1,0,0,2\n0,1,0,0\n1,1,0,0\n'), '--smoothing', '1'],
    /flat\.csv: all 4 points lie in one plane.*--limit raw/,
  ),
  bad(
    [
      'train',
      ...csv('row', 'p,q,y\n0,0,1\n1,1,2\n2,2,0\n'),
      '--width',
      '10',
      '--seed',
      '1',
      '--adjust',
      'ols',
    ],
    /row\.csv: all 3 points lie on one line.*--adjust none/,
  ),
  bad(
    ['predict', ...csv('rip', 'p,q,y\n0,1,1\n1,1,2\n0,1,0\n2,0,0\n')],
    /rip\.csv: lines 2 and 4 have the same \(p, q\) = \(0, 1\) but targets 1 and 0.*--smoothing/,
  ),
  bad(
    ['train', ...csv('rent', 'p,q,y\n0,1,1\n1,1,2\n0,1,0\n2,0,0\n'), '--width', '10', '--seed', '1'],
    /rent\.csv: lines 2 and 4.*--steps/,
  ),
  bad(['predict', ...csv('nan', 'p,q,y\n0,1,1\n1,NaN,2\n2,0,0\n')], /nan\.csv:3: column "q" holds "NaN"/),
  bad(['predict', ...csv('same', 'p,q,y\n0,1,1\n0,1,1\n')], /same\.csv: 1 distinct value of \(p, q\)/),
  bad(
    ['predict', '--data', 'plane.csv', '--init', 'laplace'],
    /no initialization for several inputs: "laplace"; known there: /,
  ),
  bad(['predict', '--data', 'plane.csv', '--init', 'sphere-uniform(aB=0)'], /aB .* must be a number above 0/),
  bad(
    ['predict', '--data', 'plane.csv', '--init', 'designed(penalty=1+x^2,from=-1,to=1)'],
    /designed laws have one input, but plane\.csv has 2 \(p, q\); choose another law/,
  ),
  bad(
    [
      'train',
      '--data',
      'plane.csv',
      '--init',
      'designed(penalty=1,from=-1,to=1)',
      '--width',
      '10',
      '--seed',
      '1',
    ],
    /designed laws have one input/,
  ),
  bad(['predict', ...PLANE, '--inputs', '2'], /--inputs.*inputs are those of the data: leave --inputs out/),
  bad(
    ['predict', ...PLANE, '--grid', '1001'],
    /--grid 1001: 1001 values of each of 2 inputs.*take --grid 1000 or less.*--at/,
  ),
  bad(
    ['predict', '--data', WIDE_FILE, '--init', 'gaussian'],
    /smallest grid: 2 values of each of 25 inputs.*points by --at/,
  ),
  bad(
    ['predict', ...PLANE, '--at', file('half.csv', 'p,z\n1,2\n')],
    /half\.csv:1: no column is named "q" \(got p, z\); expected p, q: rename it/,
  ),
  bad(['predict', ...PLANE, '--at', file('less.csv', 'z\n1\n')], /less\.csv:1: no column is named "p"/),
  bad(
    ['predict', ...csv('vast', 'p,q,y\n0,1,1\n1e300,1,2\n2,0,0\n'), '--limit', 'raw'],
    /the kernel at input .* is \S+, expected at most 1e\+60; rescale the inputs/,
  ),
  bad([...TRAIN_PLANE, '--batch-size', '5'], /--batch-size 5 is more than the 4 points.*at most 4/),
  bad(
    [...TRAIN_PLANE, '--activation', 'tanh', '--adjust', 'gls'],
    /--adjust gls.*not for tanh; use --adjust ols or none/,
  ),
  bad(
    ['train', ...PLANE, '--width', '1000000000000', '--seed', '1'],
    /would need about 116 TiB of memory, this machine offers/,
  ),
  bad(
    ['train', ...PLANE, ...json('line', { w: [1, 2], b: [0, 0], a: [1, 1], d: 0 })],
    /line\.json: field w\.0: .*expected array.*in w an array of 2 for each unit \(p, q\)/,
  ),
  bad(
    [
      'train',
      ...PLANE,
      ...json('mixed', {
        w: [
          [1, 2],
          [1, 2, 3],
        ],
        b: [0, 0],
        a: [1, 1],
        d: 0,
      }),
    ],
    /mixed\.json: field w\.1: 3 weights, but the data have 2 inputs \(p, q\)/,
  ),
  bad(
    ['train', ...PLANE, ...json('short', { w: [[1, 2]], b: [0, 0], a: [1, 1], d: 0 })],
    /short\.json: fields w, b, a have 1, 2, 2 units/,
  ),
  bad(
    [
      'train',
      ...PLANE,
      '--width',
      '3',
      ...json('pair', {
        w: [
          [1, 2],
          [3, 4],
        ],
        b: [0, 0],
        a: [1, 1],
        d: 0,
      }),
    ],
    /2 units, but --width is 3/,
  ),
];
