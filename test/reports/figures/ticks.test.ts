import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, sharedDomains } from '../../../reports/figures/scale.js';
import { scientific, tickLabels } from '../../../reports/figures/tick-label.js';
import { angleTicks, ticksOf } from '../../../reports/figures/ticks.js';

const linear = { label: 'x' };
const log = { label: 'x', log: true };
const upTo =
  (count: number) =>
  (labels: readonly string[]): boolean =>
    labels.length <= count;

/** Reads a label back. */
function read(label: string): number {
  const digits = (raised: string): string =>
    raised.replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)}`).replace('⁻', '-');
  return Number(
    label
      .replace('−', '-')
      .replace(
        /(×?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,
        (_, times: string, raised: string) => `${times ? '' : 1}e${digits(raised)}`,
      ),
  );
}

describe('domainOf', () => {
  it('holds every value that the axis can show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }),
        fc.boolean(),
        (v, isLog) => {
          const [low, high] = domainOf(v, isLog ? log : linear);
          expect(low).toBeLessThan(high);
          if (isLog) expect(low).toBeGreaterThan(0);
          for (const value of v) {
            if (isLog && value <= 0) continue;
            expect(low).toBeLessThanOrEqual(value);
            expect(high).toBeGreaterThanOrEqual(value);
          }
        },
      ),
    );
  });

  it('is shared by panels unless one of them would then be cramped', () => {
    expect(
      sharedDomains(
        [
          [0, 1],
          [0.2, 1],
        ],
        linear,
      ),
    ).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(
      sharedDomains(
        [
          [0, 1],
          [0, 0.2],
        ],
        linear,
      ),
    ).toEqual([
      [0, 1],
      [0, 0.2],
    ]);
    expect(
      sharedDomains(
        [
          [1, 100],
          [10, 1000],
        ],
        log,
      ),
    ).toEqual([
      [1, 1000],
      [1, 1000],
    ]);
  });
});

describe('ticksOf', () => {
  const spans = fc.tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: 0.001, max: 12, noNaN: true }),
  );

  it('gives two ticks at least, inside the domain, in order, each with its own label that says its value', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 3, max: 12 }), fc.boolean(), ([start, length], room, isLog) => {
        const ends = [start, start + length].map((each) => (isLog ? Math.exp(each * Math.log(10)) : each));
        const domain = [ends[0], ends[1]] as const;
        const { ticks, labels } = ticksOf(domain, isLog, upTo(room));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(new Set(labels).size).toBe(ticks.length);
        ticks.forEach((tick, k) => {
          // A tick may miss the end by the rounding of one division.
          const slack = 1e-9 * (domain[1] - domain[0]);
          expect(tick).toBeGreaterThanOrEqual(domain[0] - slack);
          expect(tick).toBeLessThanOrEqual(domain[1] + slack);
          if (k > 0) expect(tick).toBeGreaterThan(ticks[k - 1]);
          // Labels carry five digits after the first.
          expect(Math.abs(read(labels[k]) - tick)).toBeLessThanOrEqual(1e-5 * Math.abs(tick));
        });
      }),
    );
  });

  it('keeps to the room', () => {
    for (const room of [2, 3, 5, 9]) {
      expect(ticksOf([-2.1, 2.1], false, upTo(room)).ticks.length).toBeLessThanOrEqual(Math.max(room, 3));
      expect(ticksOf([1e-16, 10], true, upTo(room)).ticks.length).toBeLessThanOrEqual(room);
    }
  });

  it('labels powers over many decades, and 1, 2, 5 over few', () => {
    expect(ticksOf([0.5, 2e6], true, upTo(9)).labels).toEqual([
      '10⁰',
      '10¹',
      '10²',
      '10³',
      '10⁴',
      '10⁵',
      '10⁶',
    ]);
    expect(ticksOf([60, 2100], true, upTo(9)).labels).toEqual(['100', '200', '500', '1000', '2000']);
    expect(ticksOf([60, 2100], true, upTo(9)).minor).toContain(300);
    expect(ticksOf([1e-13, 2], true, upTo(8)).labels).toEqual([
      '10⁻¹²',
      '10⁻¹⁰',
      '10⁻⁸',
      '10⁻⁶',
      '10⁻⁴',
      '10⁻²',
      '10⁰',
    ]);
  });

  it('turns to round steps where no power is near', () => {
    expect(ticksOf([3.1, 4.2], true, upTo(8)).labels).toEqual(['3.2', '3.4', '3.6', '3.8', '4.0', '4.2']);
  });
});

describe('labels', () => {
  it.each([
    [0, '0'],
    [1e-5, '10⁻⁵'],
    [-1e3, '−10³'],
    [2.5e-7, '2.5×10⁻⁷'],
    [-3e12, '−3×10¹²'],
  ])('write %d as %s', (value, expected) => {
    expect(scientific(value)).toBe(expected);
  });

  it('share one style along an axis', () => {
    expect(tickLabels([-0.5, 0, 0.5], 1)).toEqual(['−0.5', '0.0', '0.5']);
    expect(tickLabels([1e-4, 1e-2, 1])).toEqual(['10⁻⁴', '10⁻²', '10⁰']);
  });
});

describe('angleTicks', () => {
  it('stands at fractions of π, the bounds among them, and says which', () => {
    expect(angleTicks([-Math.PI, Math.PI], upTo(5)).labels).toEqual(['−π', '−π/2', '0', 'π/2', 'π']);
    expect(angleTicks([0, 2 * Math.PI], upTo(9)).labels).toEqual([
      ...['0', 'π/4', 'π/2', '3π/4', 'π', '5π/4', '3π/2', '7π/4', '2π'],
    ]);
    expect(angleTicks([0, 1], upTo(9)).labels).toEqual(['0', 'π/4']);
  });

  it('puts each label where it says, within the domain and as many as fit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        fc.integer({ min: 3, max: 9 }),
        (low, length, room) => {
          const { ticks, labels } = angleTicks([low, low + length], upTo(room));
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          ticks.forEach((tick, k) => {
            expect(tick).toBeGreaterThanOrEqual(low - 1e-6);
            expect(tick).toBeLessThanOrEqual(low + length + 1e-6);
            const [, sign, factor, pi, divisor] = /^(−?)([\d.]*)(π?)\/?(\d?)$/.exec(labels[k])!;
            const size =
              ((factor === '' ? 1 : Number(factor)) * (pi === '' ? 1 : Math.PI)) /
              (divisor === '' ? 1 : Number(divisor));
            expect(sign === '' ? size : -size).toBeCloseTo(tick, 9);
          });
        },
      ),
    );
  });
});
