import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  activationNamed,
  ActivationError,
  activations,
  families,
} from '../../../theory/activations/index.js';
import { designText, isDesigned, parseDesigned } from '../../../theory/initializations/designed-spec.js';
import { initializations } from '../../../theory/initializations/index.js';
import { vectorInitializations } from '../../../theory/initializations/several/index.js';
import { parseSpec, parseVectorSpec, SpecError } from '../../../theory/initializations/spec.js';
import { readOrRefused, runs } from '../../bounded.js';
import { mutated, repetitive } from '../../mutated.js';

const PIECES = [
  '(',
  ')',
  ',',
  '=',
  ' ',
  '\n',
  '1',
  '-1',
  '0',
  'e',
  '.',
  'NaN',
  '1e999',
  '−',
  'а',
  '__proto__',
  'constructor',
  'sigmaW',
  'penalty=',
  'from=',
  'to=',
  'table=',
  'x^2',
];
const laws = [...initializations, ...vectorInitializations];
const assigned = fc
  .constantFrom(...laws)
  .chain(({ name, parameters }) =>
    fc
      .tuple(...parameters.map(() => fc.oneof(fc.double({ min: 1e-3, max: 0.99, noNaN: true }), fc.double())))
      .map(
        (values) => `${name}(${parameters.map((parameter, k) => `${parameter.name}=${values[k]}`).join()})`,
      ),
  );
const designed = fc
  .tuple(fc.constantFrom('1+x^2', 'exp(-x)', 'max(1,x)', '1e-3'), fc.double(), fc.double())
  .map(([penalty, from, to]) => `designed(penalty=${penalty},from=${from},to=${to})`);
const named = fc.constantFrom(...activations, ...families).map((each) => each.name);
const soup = fc
  .array(fc.constantFrom(...PIECES, 'gaussian', 'designed'), { maxLength: 15 })
  .map((p) => p.join(''));
const texts = (valid: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(valid, mutated(valid, PIECES), soup, repetitive([...PIECES, 'gaussian(', 'designed('], 30_000));

const ordinary = Object.getOwnPropertyNames(Object.prototype);
afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ordinary);
});

test.each([
  ['one input', parseSpec],
  ['several inputs', parseVectorSpec],
])('a specification for %s prints and reads back the same, or is refused in one line', (_, read) => {
  fc.assert(
    fc.property(texts(assigned), (text) => {
      const spec = readOrRefused(() => read(text), SpecError);
      if (!spec) return;
      const again = read(spec.text);
      expect(again).toEqual(spec);
      expect(Object.values(spec.values).every(Number.isFinite)).toBe(true);
    }),
    { numRuns: runs(400) },
  );
});

test('a designed law prints and reads back the same, or is refused in one line', () => {
  fc.assert(
    fc.property(texts(designed), (text) => {
      fc.pre(isDesigned(text));
      const spec = readOrRefused(() => parseDesigned(text), SpecError);
      if (spec) expect(parseDesigned(designText(spec))).toEqual(spec);
    }),
    { numRuns: runs(400), maxSkipsPerRun: 1000 },
  );
});

test('an activation is one of those that there are, or is refused in one line', () => {
  fc.assert(
    fc.property(texts(named), (text) => {
      const activation = readOrRefused(() => activationNamed(text), ActivationError);
      if (activation) expect(activationNamed(activation.name).name).toBe(activation.name);
    }),
    { numRuns: runs(400) },
  );
});
