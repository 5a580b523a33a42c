import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../numerics/data/data-error.js';
import { parseCsv } from '../../../numerics/data/csv.js';
import { checkDraws } from '../../../numerics/design/check-draws.js';
import { designedLaw } from '../../../numerics/design/designed-law.js';
import { kinkLaw } from '../../../numerics/design/kink-law.js';
import { penaltyOfTable, tablePenalty, type Penalty } from '../../../numerics/design/penalty.js';
import { requirePositive } from '../../../numerics/design/require-positive.js';
import { quadratureKernel } from '../../../numerics/kernels/law-kernel.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { streams } from '../../../numerics/random/streams.js';

const EPS = Number.EPSILON;
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const on = (at: (x: number) => number, from = -1, to = 1): Penalty => ({ at, from, to, breaks: [] });

/** Smooth, steep and kinked densities on random ranges. */
const densities = fc.record({
  from: number(-3, 1),
  length: number(0.1, 3),
  slope: number(-4, 4),
  bump: number(0, 20),
  kink: number(-2, 2),
});
function densityOf({
  from,
  length,
  slope,
  bump,
  kink,
}: {
  from: number;
  length: number;
  slope: number;
  bump: number;
  kink: number;
}): { density: (x: number) => number; from: number; to: number; breaks: number[] } {
  const density = (x: number): number =>
    Math.exp(slope * x) + bump * Math.exp(-20 * (x - kink) * (x - kink)) + Math.abs(x - kink);
  return { density, from, to: from + length, breaks: [kink] };
}

describe('kinkLaw', () => {
  it('has the quantiles of laws whose quantiles are known', () => {
    const exponential = kinkLaw({ density: (x) => Math.exp(-3 * x), from: 0, to: 2, breaks: [] });
    const cauchy = kinkLaw({ density: (x) => 1 / (1 + x * x), from: -1, to: 1, breaks: [] });
    fc.assert(
      fc.property(number(0, 1), (u) => {
        const known = -Math.log1p(u * Math.expm1(-6)) / 3;
        // A rounding of u moves the quantile by 1/density.
        expect(Math.abs(exponential.quantile(u) - known)).toBeLessThanOrEqual(
          8 * EPS * Math.exp(3 * known) + 8 * EPS,
        );
        expect(Math.abs(cauchy.quantile(u) - Math.tan((Math.PI / 2) * (u - 0.5)))).toBeLessThanOrEqual(
          16 * EPS,
        );
      }),
    );
  });

  it('inverts the cumulative distribution, which adaptive quadrature knows without it', () => {
    fc.assert(
      fc.property(densities, number(0, 1), (made, u) => {
        const { density, from, to, breaks } = densityOf(made);
        const { mass, quantile } = kinkLaw({ density, from, to, breaks });
        const total = integrate(density, from, to, { breaks }).value;
        expect(Math.abs(mass - total)).toBeLessThanOrEqual(100 * EPS * total);
        const x = quantile(u);
        const below = integrate(density, from, x, { breaks }).value;
        // The place of x is rounded too.
        const slack = 100 * EPS * total + 8 * EPS * Math.abs(x) * density(x);
        expect(Math.abs(below - u * total)).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 60 },
    );
  });

  it('goes from end to end, increasing', () => {
    const { quantile } = kinkLaw({ density: (x) => Math.exp(30 * x), from: -1, to: 1, breaks: [] });
    const places = Array.from({ length: 1001 }, (_, k) => quantile(k / 1000));
    expect([places[0], places[1000]]).toEqual([-1, 1]);
    expect(places).toEqual([...places].sort((p, q) => p - q));
  });
});

describe('designedLaw', () => {
  it('has the kernel that quadrature of its density gives', () => {
    fc.assert(
      fc.property(densities, number(-4, 4), number(-4, 4), (made, x, y) => {
        const { density, ...rest } = densityOf(made);
        const law = designedLaw({ at: (t) => 1 / density(t), ...rest }, 'made up');
        const kernel = quadratureKernel(law);
        const size = Math.sqrt(kernel(x, x) * kernel(y, y));
        // Moments about the middle of the range: sums of terms of the size of its square.
        const reach = made.length + Math.abs(x) + Math.abs(y) + Math.abs(made.from);
        const terms = size + reach * reach;
        expect(Math.abs(law.kernel!.at(x, y) - kernel(x, y))).toBeLessThanOrEqual(100 * EPS * terms);
      }),
      { numRuns: 40 },
    );
  });

  it('has ζ proportional to 1/ρ, of integral 1, and 0 outside', () => {
    const { zeta, constant, range } = designedLaw(
      on((x) => 2 + x, -1, 3),
      'made up',
    );
    expect(constant).toBeCloseTo(Math.log(5), 14);
    expect(zeta(0)).toBeCloseTo(1 / (2 * Math.log(5)), 14);
    expect([zeta(-1.001), zeta(3.001)]).toEqual([0, 0]);
    expect(range).toEqual([-1, 3]);
  });

  it('draws kinks of that law, with weights ±1 that say nothing about them', () => {
    const penalty = on((x) => 0.1 + x * x, -1, 2);
    const law = designedLaw(penalty, 'made up');
    expect(checkDraws(law, penalty, 20_000, 8, streams(3).stream('draws')).probability).toBeGreaterThan(1e-3);
    const random = streams(4).stream('draws');
    const positive = Array.from({ length: 20_000 }, () => law.draw(random)).filter(([w]) => w > 0);
    expect(Math.abs(positive.length - 10_000)).toBeLessThan(5 * Math.sqrt(5_000));
    const right = positive.filter(([, b]) => -b > 0.5).length / positive.length;
    const share = integrate(law.zeta, 0.5, 2).value;
    expect(Math.abs(right - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / positive.length));
  });

  it('takes one uniform variate and one sign for each draw', () => {
    let calls = '';
    const { draw } = designedLaw(
      on(() => 1),
      'made up',
    );
    const variates = {
      uniform: () => ((calls += 'u'), 0.25),
      sign: () => ((calls += 's'), -1),
      normal: () => ((calls += 'n'), 0),
    };
    const [w, b] = draw(variates);
    expect(calls).toBe('us');
    expect(-b / w).toBeCloseTo(-0.5, 14);
  });
});

describe('checkDraws', () => {
  it.each([
    ['an inverted penalty', (x: number) => 1 / (0.2 + x * x)],
    ['a constant penalty', () => 1],
    ['a penalty that is off by half of its least value', (x: number) => 0.3 + x * x],
  ])('tells draws from %s', (_, at) => {
    const law = designedLaw(on(at), 'made up');
    const wanted = on((x) => 0.2 + x * x);
    expect(checkDraws(law, wanted, 100_000, 8, streams(1).stream('draws')).probability).toBeLessThan(1e-6);
  });

  it('raises no alarm more often than its bound says', () => {
    const penalty = on((x) => Math.exp(2 * x));
    const law = designedLaw(penalty, 'made up');
    const alarms = Array.from({ length: 200 }, (_, k) =>
      checkDraws(law, penalty, 500, 4, streams(k).stream('draws')),
    ).filter(({ probability }) => probability < 0.1).length;
    // 20 expected at most, standard deviation 4.2
    expect(alarms).toBeLessThan(41);
    expect(alarms).toBeGreaterThan(2);
  });
});

describe('penalties', () => {
  it('a table is taken at its knots, log-linear between them', () => {
    const { at } = tablePenalty([0, 1, 3], [1, 4, 0.25]);
    expect([0, 1, 3].map(at)).toEqual([1, 4, 0.25].map((value) => Math.exp(Math.log(value))));
    expect(at(0.5)).toBeCloseTo(2, 14);
    expect(at(2)).toBeCloseTo(1, 14);
  });

  it('the reciprocals in a table give the reciprocal penalty', () => {
    const values = fc.array(number(0.01, 100), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, number(0, 1), (list, share) => {
        const x = list.map((_, j) => j * j);
        const [one, other] = [list, list.map((value) => 1 / value)].map((v) => tablePenalty(x, v));
        const t = share * one.to;
        expect(one.at(t) * other.at(t)).toBeCloseTo(1, 12);
      }),
    );
  });

  it.each([
    ['x,penalty\n0,1\n', /one row.*at least two/],
    ['x,penalty\n0,1\n0,2\n', /t\.csv:3: x = 0 follows 0.*increasing/],
    ['x,penalty\n0,1\n1,2\n.5,2\n', /t\.csv:4: x = 0.5 follows 1/],
    ['x,penalty\n0,1\n1,-2\n', /t\.csv:3: the penalty at 1 is -2.*positive/],
    ['x,penalty\n0,1\n1,0\n', /the penalty at 1 is 0/],
    ['x\n0\n1\n', /1 columns; expected two/],
    ['x,y,penalty\n0,1,2\n1,1,1\n', /3 columns; expected two/],
  ])('refuses the table %j', (text, message) => {
    expect(() => penaltyOfTable(parseCsv(text, 't.csv'))).toThrow(DataError);
    expect(() => penaltyOfTable(parseCsv(text, 't.csv'))).toThrow(message);
  });

  it('accepts deep valleys, high peaks and wide scales', () => {
    const steep = [
      (x: number) => Math.exp(60 * x),
      (x: number) => 1e-6 + x * x,
      (x: number) => 1e-5 / (1e-6 + x * x),
    ];
    for (const at of steep) expect(() => requirePositive(on(at, -1, 1.3))).not.toThrow();
  });

  it('refuses zeros and poles wherever they are', () => {
    const bad: ((x: number) => number)[] = [
      (x) => x * x,
      (x) => Math.abs(x),
      (x) => 1 / (x * x),
      (x) => x,
      () => NaN,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...bad), number(-0.9, 0.9), (at, place) => {
        expect(() => requirePositive(on((x) => at(x - place)))).toThrow(DataError);
      }),
    );
    for (const value of [0, -1, Infinity])
      expect(() => requirePositive(on(() => value))).toThrow(/penalty is/);
  });
});
