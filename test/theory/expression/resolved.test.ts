import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, vanishes } from '../../../theory/expression/digits.js';
import { parse } from '../../../theory/expression/parse.js';
import { resolved } from '../../../theory/expression/resolved.js';
import { Unsure } from '../../../theory/expression/undecidable.js';

describe('resolved', () => {
  it.each([
    'x + exp(-120) - x',
    'x + exp(-600) - x',
    'x + 10^(-100)*pi - x',
    'erf(x + 20) - 1',
    'gammaP2(x + 300) - 1',
    'cos(x/10^50) - 1',
    '10^100*x + exp(-x) - 10^100*x',
    'log(exp(x) + exp(x - 300)) - x',
    'x + ((1 + exp(-50))^2 - (1 + 2*exp(-50)))^3 - x',
  ])('%s is not zero, although it is to 60 digits', (text) => {
    const [e, at] = [parse(text), { x: 0.7 }];
    expect(vanishes(digits(e, at))).toBe(true);
    expect(vanishes(resolved(e, at))).toBe(false);
  });

  it('finds e^{−n} beside x for every n, or declines', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (n, x) => {
          try {
            const { value } = resolved(parse(`x + exp(-${n}) - x`), { x });
            // The cancellation leaves at least 240 digits of e^{−n} relative to itself.
            expect(Math.abs(value.ln().plus(n).toNumber())).toBeLessThan(1e-12);
          } catch (error) {
            expect(error).toBeInstanceOf(Unsure);
            expect(n).toBeGreaterThan(450);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['sin(2*x) - 2*sin(x)*cos(x)', 'exp(log(x)) - x', 'exp(-300)*(log(x^2) - 2*log(x))'])(
    '%s is zero to 240 digits',
    (text) => {
      const result = resolved(parse(text), { x: 0.7 });
      expect(vanishes(result)).toBe(true);
      expect(result.value.abs().lte(result.scale.times('1e-225'))).toBe(true);
    },
  );
});
