import { beforeAll, describe, expect, it } from 'vitest';
import { coverageFigure, marginFigure, uniformityFigure } from '../../calibrate/figures.js';
import { page } from '../../calibrate/page.js';
import type { Results } from '../../calibrate/results.js';
import { renderFigure } from '../../reports/figures/figure.js';
import { madeUpResults } from './made-up-results.js';

describe('the page of the calibration', () => {
  let [good, bad]: Results[] = [];
  beforeAll(() => {
    good = madeUpResults({ noise: 0.4 });
    bad = madeUpResults({ noise: 0.4, slope: -0.1 });
  });
  const line = (text: string, start: string): string =>
    text.split('\n').find((each) => each.startsWith(`| ${start}`)) ?? '';

  it('says which criteria are met, with bounds for what a few runs can tell', () => {
    const text = page(good);
    expect(text).toContain(
      'on 2026-01-02: quick profile, 3 runs with fresh seeds (601 … 603), 30 synthetic runs of 5 hypotheses',
    );
    expect(text).toContain('Its fingerprint is of today; the code that measured had of yesterday. ');
    // Thirty runs are too few, whatever they say, and so are three whole ones.
    expect(line(text, 'synthetic runs that do not pass')).toBe(
      '| synthetic runs that do not pass, of at least 1000 | ≤ 4 in 1000 | 0 of 30 (at most 0.095 with 95 % confidence) | ✘ |',
    );
    expect(line(text, 'each control is refuted, synthetic')).toContain(
      '30 of 30 (every one in every run) | ✘ |',
    );
    const enough = page({
      ...good,
      synthetic: { ...good.synthetic, runs: 1000 },
      real: { ...good.real, runs: 50 },
    });
    expect(line(enough, 'synthetic runs that do not pass')).toContain('0 of 1000 (at most 0.003');
    expect(line(enough, 'synthetic runs that do not pass')).toContain('✔');
    expect(line(enough, 'each control is refuted, synthetic')).toContain('✔');
    expect(line(enough, 'each control is refuted, fresh')).toContain('✔');
    expect(line(text, 'each control is refuted, fresh')).toContain('✘');
    expect(line(text, 'whole runs with fresh seeds')).toContain('0 of 3 do not pass');
    expect(line(text, 'whole runs with fresh seeds')).toContain('✘');
    expect(text).toContain('All of them passed.');
    expect(text).toContain(
      '1 run took a further stage, declared beforehand and paid from the budget: 602 (designed-rate).',
    );
    expect(text).toContain('`target-scale` is left out in 2 runs');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows what fails: runs, hypotheses, and how often', () => {
    const text = page(bad);
    expect(line(text, 'synthetic runs that do not pass')).toContain('30 of 30');
    expect(line(text, 'synthetic runs that do not pass')).toContain('✘');
    expect(line(text, '`designed-rate` |')).toContain('0 of 30 (30 the opposite, 0 inconclusive)');
    expect(text).toContain('| 601 | a \\| b was open |');
  });

  it('has figures that render, the same bytes each time', () => {
    for (const figure of [uniformityFigure, coverageFigure, marginFigure]) {
      const svg = renderFigure(figure(good));
      expect(svg).toContain('</svg>');
      expect(renderFigure(figure(madeUpResults({ noise: 0.4 })))).toBe(svg);
    }
  });
});
