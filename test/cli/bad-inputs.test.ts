import { describe, expect, test } from 'vitest';
import { scratchFolder, theoremCheckBeside } from './command.js';

const scratch = scratchFolder();
const good = scratch.file('good.csv', 'x,y\n-1,0\n0,1\n1,0\n');
const csv = (name: string, text: string, init = 'gaussian'): string[] => [
  '--data',
  scratch.file(`${name}.csv`, text),
  '--init',
  init,
];
const json = (name: string, value: unknown): string[] => [
  '--initial-parameters',
  scratch.file(`${name}.json`, typeof value === 'string' ? value : JSON.stringify(value)),
];
const UNIFORM = ['--init', 'uniform', '--at=1', '--inputs', '3'];
const DATA = ['--data', good, '--init', 'gaussian'];
const TRAIN = ['train', ...DATA, '--width', '10', '--seed', '1'];

const plane = scratch.file('plane.csv', 'p,q,y\n0,0,1\n1,0,2\n0,1,0\n1,1,3\n');
const PLANE = ['--data', plane, '--init', 'gaussian'];
const WIDE = Array.from({ length: 25 }, (_, i) => `x${i}`);
const wide = scratch.file(
  'wide.csv',
  `${[...WIDE, 'y'].join()}\n${[1, 2].map((k) => `${[...WIDE, ''].map(() => k).join()}\n`).join('')}`,
);
const TRAIN_PLANE = ['train', ...PLANE, '--width', '10', '--seed', '1'];

/** Arguments, and what the one line on standard error must say. */
const CASES: readonly (readonly [string[], RegExp])[] = [
  [[], /no command given; expected one of run, list, show/],
  [['frobnicate'], /unknown command 'frobnicate'/],
  [['pedict'], /unknown command 'pedict'.*Did you mean predict/],
  [['list', '--formt', 'json'], /unknown option '--formt'.*Did you mean --format/],
  [['penalty', '--init', 'gaussian'], /required option '--at/],
  [['penalty', '--at=1'], /required option '--init/],
  [['penalty', '--init', 'gaussian', '--at=1,,2'], /--at.*finite numbers separated by commas/],
  [['penalty', '--init', 'gaussian', '--at=1,x'], /--at.*finite numbers/],
  [['penalty', '--init', 'gaussian', '--at=1e999'], /--at.*finite numbers/],
  [['penalty', '--init', 'gaussian', '--at='], /--at.*finite numbers/],
  [['penalty', '--init', 'gaussian', '--at=1', '--inputs=0'], /--inputs.*whole number from 1 to 100/],
  [['penalty', '--init', 'gaussian', '--at=1', '--inputs=-1'], /--inputs.*whole number from 1 to 100/],
  [['penalty', '--init', 'gaussian', '--at=1', '--inputs=1.5'], /--inputs.*whole number from 1 to 100/],
  [['penalty', '--init', 'gaussian', '--at=1', '--inputs=two'], /--inputs.*whole number from 1 to 100/],
  [['penalty', '--init', 'gaussian', '--at=1', '--inputs=101'], /--inputs.*whole number from 1 to 100/],
  [
    ['penalty', '--init', 'uniform', '--at=1', '--inputs', '2'],
    /depends on the direction V: .*--direction=v1,…,v2/,
  ],
  [['penalty', ...UNIFORM, '--direction=1,0'], /--direction has 2 numbers, expected 3/],
  [['penalty', ...UNIFORM, '--direction=1'], /--direction has one number, expected 3/],
  [['penalty', ...UNIFORM, '--direction=0,0,-0'], /--direction is the zero vector/],
  [['penalty', ...UNIFORM, '--direction=1,,0'], /--direction.*finite numbers/],
  [
    ['penalty', '--init', 'gaussian', '--inputs', '2', '--at=1', '--direction=1'],
    /--direction has one number, expected 2/,
  ],
  [['penalty', '--init', 'gaussian', '--at=1', '--direction=1'], /--direction is for several inputs/],
  [
    ['penalty', '--init', 'sphere-uniform(aB=2)', '--at=1'],
    /no initialization for one input.*sphere-uniform becomes binary-uniform/,
  ],
  [
    ['penalty', '--init', 'laplace', '--at=1', '--inputs', '2'],
    /no initialization for several inputs.*known there: gaussian/,
  ],
  [
    ['penalty', '--init', 'designed(penalty=1,from=0,to=1)', '--at=1', '--inputs', '2'],
    /designed laws have one input, not 2/,
  ],
  [
    ['penalty', '--init', 'gaussian(sigmaB=1e-200)', '--at=0', '--inputs', '3'],
    /^theorem-check: ζ at 0 is \S+ for gaussian\(sigmaW=1,sigmaB=1e-200\), expected a finite/,
  ],
  [['penalty', '--init', 'gaussian', '--at=1', 'more'], /too many arguments/],
  [['penalty', '--init', 'gausian', '--at=1'], /unknown initialization "gausian"; known: gaussian/],
  [['penalty', '--init', 'gaussian(sigma=1)', '--at=1'], /no parameter "sigma=1"/],
  [['penalty', '--init', 'gaussian(sigmaW=-1)', '--at=1'], /sigmaW .* must be a number above 0/],
  [['penalty', '--init', 'gaussian(', '--at=1'], /not of the form name\(parameter=value/],
  [['penalty', '--init', 'glorot', '--at=1'], /all biases to zero/],
  [['penalty', '--init', 'two\nlines', '--at=1'], /two/],
  [
    ['penalty', '--init', 'gaussian(sigmaW=1e200,sigmaB=1)', '--at=1'],
    /^theorem-check: ζ at 1 is \S+ for gaussian\(sigmaW=1e\+200,sigmaB=1\), expected a finite.*nearer to 1/,
  ],
  [['penalty', '--init', 'uniform(aW=1e200)', '--at=0'], /ζ at 0 is Infinity for uniform\(aW=1e\+200,/],
  [['derive', '--init', 'gaussian', '--activation', 'tanh'], /activation tanh.*expected relu/],
  [['derive', '--init', 'gaussian', '--inputs', '0'], /--inputs.*whole number from 1/],
  [
    ['derive', '--init', 'binary-uniform', '--inputs', '3'],
    /several inputs.*binary-uniform becomes sphere-uniform/,
  ],
  [['derive', '--init', 'designed(penalty=1,from=0,to=1)', '--inputs', '2'], /designed laws have one input/],
  [
    ['derive', '--init', 'gaussian', '--activation', 'tanh', '--inputs', '2'],
    /activation tanh.*expected relu/,
  ],
  [['design'], /--penalty with --range, or --table alone/],
  [['design', '--penalty', '1+x'], /--penalty with --range/],
  [['design', '--penalty', '1', '--range', '0,1', '--table', good], /give one of the two/],
  [['design', '--penalty', '1', '--range', '0,1,2'], /--range has 3 numbers; expected two/],
  [['design', '--penalty', '1', '--range', '1,0'], /range from 1 to 0 is empty/],
  [['design', '--penalty', '1', '--range', '0,Infinity'], /--range.*finite numbers/],
  [['design', '--penalty', 'x^2-1/9', '--range', '-1,1'], /penalty is -?\S+ at x = .*positive finite/],
  [['design', '--penalty', 'x^2', '--range', '-1,2'], /penalty falls to 0 at x = .*positive finite/],
  [['design', '--penalty', '1/(x-1/7)^2', '--range', '-1,1'], /at x = 0\.142857.*positive finite/],
  [['design', '--penalty', 'log(x)', '--range', '-1,1'], /penalty is NaN at x = -1/],
  [['design', '--penalty', '1+t', '--range', '-1,1'], /got the symbol t, expected only x/],
  [['design', '--penalty', '1+', '--range', '-1,1'], /penalty "1\+": got the end/],
  [['design', '--table', `${scratch.path}/none.csv`], /none\.csv: no such file/],
  [['design', '--table', scratch.file('one.csv', 'x,penalty\n0,1\n')], /one\.csv: one row/],
  [['design', '--table', scratch.file('back.csv', 'x,penalty\n0,1\n-1,1\n')], /back\.csv:3: .*sort the rows/],
  [
    ['design', '--table', scratch.file('below.csv', 'x,penalty\n0,1\n1,-1\n')],
    /below\.csv:3: .*positive number/,
  ],
  [['design', '--penalty', '1', '--range', '0,1', '--draw', '0'], /--draw.*whole number from 1/],
  [['penalty', '--init', 'designed(penalty=1)', '--at=1'], /penalty, from and to together/],
  [['derive', '--init', 'designed(penalty=x,from=-1,to=1)'], /penalty is -1 at x = -1/],
  [['derive', '--init', 'designed(table=a.csv)'], /nothing to derive/],
  [
    ['predict', '--data', good, '--init', 'designed(penalty=1,from=0,to=1)'],
    /input -1 lies outside the support \[0, 1\] .*wider range/,
  ],
  [['list', '--format', 'xml'], /--format.*text, json/],
  [['show'], /missing required argument 'claim-id'/],
  [['show', 'no-such-claim'], /unknown claim "no-such-claim"; known: /],
  [['run', 'no-such-claim'], /unknown claim "no-such-claim"; known: /],
  [['run', '--seed', '-1'], /--seed.*whole number from 0/],
  [['run', '--seed', '1.5'], /--seed.*whole number/],
  [['run', '--seed', '9007199254740992'], /--seed.*whole number from 0 to 9007199254740991/],
  [['run', '--jobs', '0'], /--jobs.*whole number from 1/],
  [['run', '--shard', '0/2'], /--shard.*1 ≤ i ≤ n/],
  [['run', '--shard', '3/2'], /--shard.*1 ≤ i ≤ n/],
  [['run', '--profile', 'slow'], /--profile.*quick, full/],
  [['run', '--out', good], /report folder .*good\.csv cannot be written.*--out/],
  [['run', '--out', `${good}/below`], /report folder .*cannot be written.*--out/],
  [['run', '--out', '/proc/x'], /report folder \/proc\/x cannot be written.*ENOENT.*--out/],
  [['run', '--out', '/proc/x/y/z'], /report folder .* cannot be written.*--out/],
  [['predict', '--init', 'gaussian'], /required option '--data/],
  [['predict', '--data', `${scratch.path}/none.csv`, '--init', 'gaussian'], /none\.csv: no such file/],
  [['predict', '--data', scratch.path, '--init', 'gaussian'], /is a folder; expected a file/],
  [['predict', ...csv('empty', '')], /empty\.csv: is empty/],
  [['predict', ...csv('header', 'x,y\n')], /header\.csv: holds a header only/],
  [['predict', ...csv('numbers', '1,2\n3,4\n')], /numbers\.csv:1: the first line holds numbers/],
  [['predict', ...csv('ragged', 'x,y\n1,2\n3\n')], /ragged\.csv:3: 1 cells, expected 2/],
  [['predict', ...csv('word', 'x,y\n1,2\n3,high\n')], /word\.csv:3: column "y" holds "high"/],
  [['predict', ...csv('blank', 'x,y\n1,2\n3,\n')], /blank\.csv:3: column "y" holds a blank cell/],
  [['predict', ...csv('infinite', 'x,y\n1,2\nInfinity,3\n')], /infinite\.csv:3: column "x" holds "Infinity"/],
  [['predict', ...csv('semicolon', 'x;y\n1;2\n')], /semicolon\.csv:1: .*semicolons/],
  [['predict', ...csv('twice', 'x,x\n1,2\n')], /twice\.csv:1: two columns are named "x"/],
  [
    ['predict', ...csv('several', 'x1,x2,y\n1,2,3\n')],
    /several\.csv: 1 distinct value of \(x1, x2\); expected at least two/,
  ],
  [['predict', ...csv('single', 'x,y\n1,2\n')], /single\.csv: 1 distinct value of x; expected at least two/],
  [
    ['predict', ...csv('torn', 'x,y\n1,2\n1,3\n2,0\n')],
    /torn\.csv: lines 2 and 3 have the same x = 1.*--smoothing/,
  ],
  [['predict', ...DATA, '--smoothing', '1', '--time', '1'], /--smoothing.*cannot be used with.*--time/],
  [['predict', ...DATA, '--smoothing', '-1'], /--smoothing.*at least 0/],
  [['predict', ...DATA, '--time', 'Infinity'], /--time.*at least 0/],
  [['predict', ...DATA, '--limit', 'deep'], /--limit.*spline, raw/],
  [['predict', ...DATA, '--grid', '1'], /--grid.*whole number from 2/],
  [['predict', ...DATA, '--grid', '9', '--at', good], /--at.*cannot be used with.*--grid/],
  [['predict', ...DATA, '--at', scratch.file('q.csv', 'a,b\n1,2\n')], /q\.csv:1: no column is named "x"/],
  [['predict', '--data', good, '--init', 'binary-uniform(aB=0.5)'], /outside the support .* enlarge aB/],
  [['predict', ...csv('far', 'x,y\n0,1\n1e300,2\n2e300,1\n'), '--limit', 'raw'], /./],
  [
    [
      'train',
      '--data',
      good,
      '--init',
      'binary-uniform(aB=0.5)',
      '--width',
      '10',
      '--seed',
      '1',
      '--adjust',
      'gls',
    ],
    /outside the support .* enlarge aB/,
  ],
  [['train', '--data', good, '--init', 'binary-uniform(aB=0.5)', '--width', '9', '--seed', '1'], /is odd/],
  [['train', '--data', good, '--init', 'laplace', '--width', '9', '--seed', '1'], /is odd/],
  [['predict', ...csv('doubled', 'x,y\n1,2\n1,3\n2,0\n', 'laplace')], /lines 2 and 3/],
  [['train', ...DATA, '--width', '10'], /--width and --seed are required/],
  [['train', ...DATA, '--width', '9', '--seed', '1'], /--width 9 is odd.*--no-asi/],
  [['train', ...DATA, '--width', '1e3', '--seed', '1'], /--width.*whole number/],
  [['train', ...DATA, '--width', '100000000', '--seed', '1'], /8\.94 GiB.*at most 4 GiB/],
  [['train', ...DATA, '--width', '1000000000000', '--seed', '1'], /8\.94e\+4 GiB.*at most 4 GiB/],
  [[...TRAIN, '--trainer', 'fast'], /--trainer.*exact, plain/],
  [
    [...TRAIN, '--trainer', 'exact', '--activation', 'tanh'],
    /--trainer exact.*not tanh; use --trainer plain/,
  ],
  [[...TRAIN, '--activation', 'sigmoid'], /unknown activation "sigmoid"; known: relu, tanh/],
  [[...TRAIN, '--activation', 'leaky-relu(slope=x)'], /leaky-relu takes slope, a number/],
  [
    [...TRAIN, '--activation', 'tanh', '--adjust', 'gls'],
    /--adjust gls.*not for tanh; use --adjust ols or none/,
  ],
  [[...TRAIN, '--batch-size', '0'], /--batch-size.*whole number from 1/],
  [[...TRAIN, '--batch-size', '4'], /--batch-size 4 is more than the 3 points.*at most 3/],
  [
    ['train', ...DATA, '--batch-size', '1', ...json('sgd', { w: [1], b: [0], a: [1], d: 0 })],
    /--batch-size needs a --seed/,
  ],
  [[...TRAIN, '--learning-rate', '0'], /--learning-rate.*above 0/],
  [[...TRAIN, '--learning-rate', '1e6'], /diverged at step \d+.*smaller/],
  [[...TRAIN, '--adjust', 'lasso'], /--adjust.*none, gls, ols/],
  [[...TRAIN, '--steps', '5', '--max-steps', '9'], /--steps.*cannot be used with.*--max-steps/],
  [
    ['train', ...csv('again', 'x,y\n1,2\n1,3\n2,0\n'), '--width', '10', '--seed', '1'],
    /lines 2 and 3.*--steps/,
  ],
  [['train', ...DATA, ...json('broken', '{"w": [1')], /broken\.json: .*expected JSON/],
  [['train', ...DATA, ...json('lacking', { w: [1], b: [0], a: [1] })], /lacking\.json: field d: /],
  [['train', ...DATA, ...json('text', { w: [1], b: ['0'], a: [1], d: 0 })], /text\.json: field b\.0: /],
  [
    ['train', ...DATA, ...json('huge', '{"w": [1e999], "b": [0], "a": [1], "d": 0}')],
    /huge\.json: field w\.0: /,
  ],
  [
    ['train', ...DATA, ...json('uneven', { w: [1, 2], b: [0], a: [1], d: 0 })],
    /uneven\.json: .*have 2, 1, 1 numbers/,
  ],
  [['train', ...DATA, ...json('none', { w: [], b: [], a: [], d: 0 })], /none\.json: field w: /],
  [
    ['train', ...DATA, '--width', '3', ...json('two', { w: [1, 2], b: [0, 0], a: [1, 1], d: 0 })],
    /2 units, but --width is 3/,
  ],
  [
    ['predict', ...csv('line', 'p,q,y\n0,0,1\n1,1,2\n2,2,0\n')],
    /line\.csv: all 3 points lie on one line.*add a point off it.*--limit raw/,
  ],
  [
    ['predict', ...csv('few', 'p,q,y\n0,0,1\n1,1,2\n0,0,1\n')],
    /few\.csv: 2 distinct points in 2 inputs.*at least 3: add points.*--limit raw/,
  ],
  [
    ['predict', ...csv('flat', 'p,q,r,y\n0,0,0,1\n1,0,0,2\n0,1,0,0\n1,1,0,0\n'), '--smoothing', '1'],
    /flat\.csv: all 4 points lie in one plane.*--limit raw/,
  ],
  [
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
  ],
  [
    ['predict', ...csv('rip', 'p,q,y\n0,1,1\n1,1,2\n0,1,0\n2,0,0\n')],
    /rip\.csv: lines 2 and 4 have the same \(p, q\) = \(0, 1\) but targets 1 and 0.*--smoothing/,
  ],
  [
    ['train', ...csv('rent', 'p,q,y\n0,1,1\n1,1,2\n0,1,0\n2,0,0\n'), '--width', '10', '--seed', '1'],
    /rent\.csv: lines 2 and 4.*--steps/,
  ],
  [['predict', ...csv('nan', 'p,q,y\n0,1,1\n1,NaN,2\n2,0,0\n')], /nan\.csv:3: column "q" holds "NaN"/],
  [['predict', ...csv('same', 'p,q,y\n0,1,1\n0,1,1\n')], /same\.csv: 1 distinct value of \(p, q\)/],
  [
    ['predict', '--data', plane, '--init', 'laplace'],
    /no initialization for several inputs: "laplace"; known there: /,
  ],
  [['predict', '--data', plane, '--init', 'sphere-uniform(aB=0)'], /aB .* must be a number above 0/],
  [
    ['predict', '--data', plane, '--init', 'designed(penalty=1+x^2,from=-1,to=1)'],
    /designed laws have one input, but \S+plane\.csv has 2 \(p, q\); choose another law/,
  ],
  [
    ['train', '--data', plane, '--init', 'designed(penalty=1,from=-1,to=1)', '--width', '10', '--seed', '1'],
    /designed laws have one input/,
  ],
  [['predict', ...PLANE, '--inputs', '2'], /--inputs.*inputs are those of the data: leave --inputs out/],
  [
    ['predict', ...PLANE, '--grid', '1001'],
    /--grid 1001: 1001 values of each of 2 inputs.*take --grid 1000 or less.*--at/,
  ],
  [
    ['predict', '--data', wide, '--init', 'gaussian'],
    /smallest grid: 2 values of each of 25 inputs.*points by --at/,
  ],
  [
    ['predict', ...PLANE, '--at', scratch.file('half.csv', 'p,z\n1,2\n')],
    /half\.csv:1: no column is named "q" \(got p, z\); expected p, q: rename it/,
  ],
  [['predict', ...PLANE, '--at', scratch.file('less.csv', 'z\n1\n')], /less\.csv:1: no column is named "p"/],
  [
    ['predict', ...csv('vast', 'p,q,y\n0,1,1\n1e300,1,2\n2,0,0\n'), '--limit', 'raw'],
    /the kernel at input .* is \S+, expected at most 1e\+60; rescale the inputs/,
  ],
  [[...TRAIN_PLANE, '--batch-size', '5'], /--batch-size 5 is more than the 4 points.*at most 4/],
  [
    [...TRAIN_PLANE, '--activation', 'tanh', '--adjust', 'gls'],
    /--adjust gls.*not for tanh; use --adjust ols or none/,
  ],
  [['train', ...PLANE, '--width', '60000000', '--seed', '1'], /6\.71 GiB.*at most 4 GiB/],
  [
    ['train', ...PLANE, ...json('line', { w: [1, 2], b: [0, 0], a: [1, 1], d: 0 })],
    /line\.json: field w\.0: .*expected array.*in w an array of 2 for each unit \(p, q\)/,
  ],
  [
    ['train', ...DATA, ...json('nested', { w: [[1, 2]], b: [0], a: [1], d: 0 })],
    /nested\.json: field w\.0: .*expected number/,
  ],
  [
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
  ],
  [
    ['train', ...PLANE, ...json('short', { w: [[1, 2]], b: [0, 0], a: [1, 1], d: 0 })],
    /short\.json: fields w, b, a have 1, 2, 2 units/,
  ],
  [
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
  ],
];

describe('bad input ends with code 2, one line on standard error, and nothing on standard output', () => {
  test.concurrent.each(CASES)('%j', async (args, message) => {
    const { code, out, err } = await theoremCheckBeside(...args);
    expect(err).toMatch(/^theorem-check: [^\n]+\n$/);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
