import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { kinkMoment } from '../../../proofs-check/univariate/kink-moment.js';
import { randomLaw } from '../../../proofs-check/univariate/random-laws.js';
import { initializations } from '../../../theory/initializations/index.js';

const withForm = initializations.filter(({ zetaOfDegree }) => zetaOfDegree !== undefined);

describe.each(withForm.map((each) => [each.name, each] as const))(
  'ζ of every degree for %s',
  (_, initialization) => {
    it('is ∫|w|^(2k+1) p(w, −wx) dw by quadrature', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 1_000_000 }),
          fc.integer({ min: 0, max: 6 }),
          fc.double({ min: -4, max: 4, noNaN: true }),
          (seed, k, x) => {
            const law = randomLaw(initialization, streams(seed).stream('parameters'));
            const expected = kinkMoment(law, 2 * k + 1)(x);
            expect(Math.abs(law.zetaOfDegree(k)!(x) - expected)).toBeLessThanOrEqual(1e-12 * expected);
          },
        ),
        { numRuns: 25 },
      );
    });

    it('is ζ for degree 1', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 1_000_000 }),
          fc.double({ min: -4, max: 4, noNaN: true }),
          (seed, x) => {
            const law = randomLaw(initialization, streams(seed).stream('parameters'));
            const listed = { ...initialization, zeta: initialization.zetaOfDegree!(1) };
            expect(listed.zeta.length).toBe(initialization.zeta.length);
            expect(law.zetaOfDegree(1)!(x)).toBe(law.zeta(x));
          },
        ),
        { numRuns: 5 },
      );
    });
  },
);

it('is undefined where no closed form is listed, except for degree 1', () => {
  const others = initializations.filter((each) => !withForm.includes(each));
  expect(others.length).toBeGreaterThan(0);
  for (const each of others) {
    const law = randomLaw(each, streams(1).stream('parameters'));
    expect(law.zetaOfDegree(2)).toBeUndefined();
    expect(law.zetaOfDegree(1)!(0.3)).toBe(law.zeta(0.3));
  }
});
