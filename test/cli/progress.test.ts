import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { about, clock } from '../../cli/duration.js';
import { progressLine, slowProgress, type Terminal } from '../../cli/progress.js';
import { timeLeft } from '../../cli/time-left.js';

/** A terminal that keeps what is written, and what stands on its one line. */
function terminal(change: Partial<Terminal> = {}) {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  const stream = { isTTY: true, columns: 80, write, ...change };
  return { stream, written, line: () => written.at(-1)?.replace('\r\u001b[K', '') ?? '' };
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }).stubEnv('TERM', 'xterm'));
afterEach(() => void vi.useRealTimers().unstubAllEnvs());
const pass = (seconds: number): void => void vi.advanceTimersByTime(1000 * seconds);

describe('the progress line', () => {
  test('shows done and total, per cent, time passed, and time left once that can be told', () => {
    const { stream, line } = terminal();
    const progress = progressLine(stream);
    pass(2);
    progress.show(1, 100, 'linearization');
    expect(line()).toBe('1/100 (1 %), 0:02, linearization');
    pass(58.5);
    progress.show(30, 100, 'univariate-rate');
    expect(line()).toMatch(/^30\/100 \(30 %\), 1:00, about \d+ \w+ left, univariate-rate$/);
    progress.clear();
  });

  test('time passes on the line while a unit takes long, and the time left gets less', () => {
    const { stream, line } = terminal();
    const progress = progressLine(stream);
    pass(0.5);
    for (let done = 1; done <= 10; done++) {
      pass(10);
      progress.show(done, 100, 'claim');
    }
    expect(line()).toBe('10/100 (10 %), 1:40, about 15 min left, claim');
    pass(180);
    expect(line()).toBe('10/100 (10 %), 4:40, about 12 min left, claim');
    progress.clear();
  });

  test.each([80, 40, 12, 1, 0, undefined])('fits a terminal of %s columns', (columns?: number) => {
    const { stream, written } = terminal({ columns });
    const progress = progressLine(stream);
    for (let done = 1; done <= 20; done++) {
      pass(30.5);
      progress.show(9000 + done, 123456, 'penalties-in-several-inputs-with-a-long-name');
    }
    expect(written.length).toBeGreaterThan(20);
    for (const text of written) {
      expect(text).toMatch(/^\r\u001b\[K/);
      expect(text.slice(4).length).toBeLessThan(columns || 80);
      expect(text.slice(4)).not.toMatch(/[\r\n\u001b]/);
    }
    progress.clear();
  });

  test('writes at most ten times a second, and nothing after it is cleared', () => {
    const { stream, written } = terminal();
    const progress = progressLine(stream);
    for (let done = 1; done <= 1000; done++) {
      vi.advanceTimersByTime(1);
      progress.show(done, 1000, 'claim');
    }
    expect(written.length).toBeLessThanOrEqual(11);
    progress.clear();
    expect(written.at(-1)).toBe('\r\u001b[K');
    const length = written.length;
    pass(60);
    expect(written).toHaveLength(length);
  });

  test.each([
    ['a pipe', { isTTY: false }, 'xterm'],
    ['a terminal that cannot clear a line', {}, 'dumb'],
  ])('is silent on %s', (_, change, term) => {
    vi.stubEnv('TERM', term);
    const { stream, written } = terminal(change);
    const progress = progressLine(stream);
    pass(10);
    progress.show(1, 2, 'claim');
    pass(10);
    progress.clear();
    expect(written).toEqual([]);
  });

  test('the one for quick work shows nothing in its first second, not even when cleared', () => {
    const { stream, written, line } = terminal();
    const progress = slowProgress(stream);
    pass(0.9);
    progress.show(1, 10, 'points');
    progress.clear();
    expect(written).toEqual([]);
    const slow = slowProgress(stream);
    pass(1.5);
    slow.show(2, 10, 'points');
    expect(line()).toBe('2/10 (20 %), 0:01, points');
    slow.clear();
  });
});

describe('the time left', () => {
  test('is exact where every unit takes as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (done, more) => {
        const estimate = timeLeft(0);
        let left = NaN;
        for (let k = 1; k <= done; k++) left = estimate(k, done + more, 'claim', 7 * k);
        expect(left).toBeCloseTo(7 * more, 9);
      }),
    );
  });

  test('knows that what is left is of the slow kind, where the plan is known', () => {
    const run = (planned?: Record<string, number>): number => {
      const estimate = timeLeft(0, planned);
      estimate(1, 110, 'slow', 100);
      let left = NaN;
      for (let k = 1; k <= 100; k++) left = estimate(1 + k, 110, 'quick', 100 + k);
      return left;
    };
    expect(run({ quick: 100, slow: 10 })).toBeCloseTo(900, 9);
    expect(run()).toBeLessThan(20);
  });

  test('a kind not met yet takes the average; a shard has the mixture of the whole', () => {
    const estimate = timeLeft(0, { met: 100, new: 100 });
    expect(estimate(1, 20, 'met', 5)).toBeCloseTo(95, 9);
  });

  test('is never negative nor infinite, whatever the order, and 0 at the end', () => {
    const kinds = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(kinds, fc.record({ a: fc.nat(9), b: fc.nat(9) }), (order, planned) => {
        const estimate = timeLeft(0, planned);
        const left = order.map((kind, k) => estimate(k + 1, order.length, kind, k * k));
        for (const value of left) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(Infinity);
        }
        expect(left.at(-1)).toBe(0);
      }),
    );
  });
});

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [754_000, '12:34'],
  [3_600_000, '1:00:00'],
  [37_230_000, '10:20:30'],
])('%d ms have passed: %s', (milliseconds, text) => expect(clock(milliseconds)).toBe(text));

test.each([
  [0, 'about 5 s'],
  [42_000, 'about 40 s'],
  [54_999, 'about 55 s'],
  [55_000, 'about 1 min'],
  [170_000, 'about 3 min'],
  [55 * 60_000, 'about 1 h'],
  [95 * 60_000, 'about 1 h 40 min'],
  [26 * 3_600_000, 'about 26 h'],
])('%d ms are left: %s', (milliseconds, text) => expect(about(milliseconds)).toBe(text));
