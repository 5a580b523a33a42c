import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call, rational, sym } from '../../../theory/expression/construct.js';
import { ExpressionError, FUNCTIONS, type Expr } from '../../../theory/expression/expression.js';
import { parse } from '../../../theory/expression/parse.js';
import { toSystem } from '../../../theory/cas/dialect.js';
import { runs } from '../../bounded.js';
import { expressions } from '../expression/arbitrary.js';

/** What a system may be given: numbers, the symbols qa … qz, functions that it is asked of, operators. */
const WORD = /[A-Za-z_$][\w$]*/g;
const SAFE = /^[\d\w+\-*/^(), ]*$/;
const KNOWN: readonly string[] = [...FUNCTIONS, 'pi'];

test('only numbers, renamed symbols and known functions reach a system of computer algebra', () => {
  fc.assert(
    fc.property(expressions, (e) => {
      let text: string;
      try {
        ({ text } = toSystem(e));
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        return;
      }
      expect(text).toMatch(SAFE);
      for (const [word] of text.matchAll(WORD))
        expect(KNOWN.includes(word) || /^q[a-z]$/.test(word)).toBe(true);
      expect(parse(text)).toBeDefined();
    }),
    { numRuns: runs(500) },
  );
});

test.each(['constructor', 'process', 'e', 'i', 'eval', 'Function', 'integral', 'd', 'valueOf'])(
  'a symbol called %s reaches it under another name',
  (name) => {
    expect(toSystem(call('exp', sym(name))).text).toBe('exp(qa)');
  },
);

test.each(['process.exit()', 'a;b', 'x); quit(', '__proto__', 'x"y', '', 'a b', 'exp(x)', 'x\ny', 'x=3'])(
  'a symbol called %j cannot be made',
  (name) => {
    expect(() => sym(name)).toThrow(ExpressionError);
  },
);

test('a tree made behind the back of the constructors is renamed too', () => {
  const forged: Expr = { kind: 'sum', terms: [{ kind: 'symbol', name: 'process.exit()' }, rational(1)] };
  expect(toSystem(forged).text).toBe('qa + 1');
});
