import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { errorText, exitCodeOf, Failure } from '../../cli/failure.js';
import { DataError } from '../../numerics/data/data-error.js';
import { PluginError } from '../../proofs-check/plugins/plugin.js';
import { SpecError } from '../../theory/initializations/spec.js';

const CASES: readonly (readonly [unknown, number])[] = [
  [new DataError('d'), 2],
  [new SpecError('s'), 2],
  [new PluginError('p'), 2],
  [new Failure('f'), 2],
  [new Failure('f', 3), 3],
  [new CommanderError(1, 'c', 'c'), 2],
  [new CommanderError(0, 'c', 'c'), 0],
  [new TypeError('t'), 4],
  ['text', 4],
];

test.each(CASES)('%s has exit code %d', (error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

test('errors are one line; the stack of a defect is there only if asked for', () => {
  expect(errorText(new Failure('two\nlines'), true)).toBe('theorem-check: two lines\n');
  const defect = new TypeError('broken');
  expect(errorText(defect, false)).toBe(
    'theorem-check: broken (internal error; set DEBUG=1 for the stack)\n',
  );
  const plugin = new PluginError('plugin p.ts: broken', { cause: defect });
  expect(errorText(plugin, false)).toBe('theorem-check: plugin p.ts: broken\n');
  expect(errorText(plugin, true)).toMatch(/^theorem-check: plugin p\.ts: broken\nTypeError: broken\n +at /);
  expect(errorText(defect, true)).toMatch(/^theorem-check: broken\nTypeError: broken\n +at /);
});
