import { describe, expect, test } from 'vitest';
import { inPlainWords } from '../../../reports/explanation/in-plain-words.js';
import { wrapped } from '../../../reports/explanation/wrapped.js';

const statistic = (name: string, estimate: number, interval: [number, number] = [0, 1]) => ({
  name,
  estimate,
  interval,
  claimed: 'nothing',
});

describe('a statistic in plain words', () => {
  test.each([
    [
      'slope of log error on log width, gaussian, sup',
      -0.5,
      'With ten times the width, what is measured is divided by 3.2.',
    ],
    [
      'slope of log error on log frequency, networks',
      4,
      'With ten times the frequency, what is measured is multiplied by 10000.',
    ],
    [
      'slope of log error on log points',
      0.001,
      'With ten times the points, what is measured hardly changes.',
    ],
    [
      'deviation / tolerance, largest and range',
      0.0006,
      'In the worst case the deviation is 0.06 % of what the claim and rounding allow.',
    ],
    [
      'deviation / tolerance, largest and range',
      0.99999,
      'In the worst case the deviation is just under 100 % of what the claim and rounding allow.',
    ],
    [
      'deviation / tolerance, largest and range',
      2,
      'In the worst case the deviation is 200 % of what the claim and rounding allow.',
    ],
    [
      'relative deviation from quadrature, largest and range',
      1.11e-15,
      'In the worst case the relative deviation is 1.1e-15.',
    ],
  ])('%s = %d', (name, estimate, sentence) => {
    expect(inPlainWords(statistic(name, estimate))).toBe(sentence);
  });

  test('ratios come with their interval, logarithms of ratios as ratios', () => {
    expect(inPlainWords(statistic('mean ratio to the printed law, Figure 6', 1.159, [1.104, 1.217]))).toBe(
      'Our errors are on average 1.16 times the printed ones (between 1.1 and 1.22).',
    );
    expect(inPlainWords(statistic('mean log ratio of errors, sine', Math.log(2), [0, Math.log(4)]))).toBe(
      'The error is on average 2 times what it is compared with (between 1 and 4).',
    );
  });

  test('an unknown one is at least printed', () => {
    expect(inPlainWords(statistic('component', 0.03657, [-0.0569, 0.13]))).toBe(
      'It is 0.03657, in the interval [-0.0569, 0.13].',
    );
  });
});

describe('wrapped text', () => {
  const long = Array.from({ length: 60 }, (_, k) => 'x'.repeat(1 + ((7 * k) % 12))).join(' ');

  test('fits 80 columns, by characters, and loses no word', () => {
    const text = wrapped(`${long}\n\n- ${long.replaceAll('x', '𝜁')}`);
    for (const line of text.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(80);
    expect(text.split(/\s+/).filter(Boolean)).toEqual(`${long} - ${long.replaceAll('x', '𝜁')}`.split(' '));
  });

  test('items of a list are indented where they go on, headings stay whole, words longer than a line too', () => {
    expect(
      wrapped(`- ${long}`)
        .split('\n')
        .slice(1, -1)
        .every((line) => line.startsWith('  x')),
    ).toBe(true);
    expect(wrapped(`# ${long}`)).toBe(`# ${long}\n`);
    expect(wrapped('y'.repeat(100))).toBe(`${'y'.repeat(100)}\n`);
  });
});
