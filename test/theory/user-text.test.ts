import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestion } from '../../theory/nearest.js';
import { numberIn } from '../../theory/number-text.js';
import { characterNamed, quoted } from '../../theory/quoted.js';

describe('numberIn', () => {
  test('reads what JavaScript prints of any finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(numberIn(`${x}`)).toBe(x + 0);
      }),
    );
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '0x10',
    '1e999',
    '-Infinity',
    'NaN',
    '1_0',
    '1,5',
    '.',
    'e5',
    '--1',
    '1e',
    '１',
    '−1',
  ])('is NaN for %j', (text) => {
    expect(numberIn(text)).toBeNaN();
  });

  test('refuses a million digits and a letter as fast as it reads a million digits', () => {
    const start = process.cpuUsage();
    for (const text of [`${'1'.repeat(1e6)}x`, `.${'1'.repeat(1e6)}x`, `1e${'1'.repeat(1e6)}x`])
      expect(numberIn(text)).toBeNaN();
    // Quadratic time would be minutes
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });
});

describe('suggestion', () => {
  test.each([
    ['gausian', 'gaussian'],
    ['guassian', 'gaussian'],
    ['GAUSSIAN', 'gaussian'],
    ['unifrom', 'uniform'],
  ])('for %s it is %s', (text, name) => {
    expect(suggestion(text, ['uniform', 'gaussian', 'laplace'])).toBe(` (did you mean ${name}?)`);
  });

  test.each(['student', '', 'x'.repeat(100_000), '__proto__'])('for %s there is none', (text) => {
    expect(suggestion(text, ['uniform', 'gaussian', 'laplace'])).toBe('');
    expect(suggestion(text, [])).toBe('');
  });
});

describe('quoted', () => {
  test('is one short line of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(quoted(text)).not.toMatch(/[\n\r]/);
        expect(quoted(text).length).toBeLessThan(900);
      }),
    );
  });

  test('names a character that only looks like one of ASCII', () => {
    expect(quoted('gaussian')).toBe('"gaussian"');
    expect(quoted('gаussian')).toBe('"gаussian" (with "а" U+0430, beyond ASCII)');
    expect(characterNamed('😀')).toBe('"😀" U+1F600');
  });
});
