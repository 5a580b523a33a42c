import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, Layer } from '../../../proofs-check/claim.js';
import { renderFigure } from '../../../reports/figures/figure.js';
import { figure, nastyText } from '../made-up-run.js';
import { unescapeXml, xmlDefect } from '../xml-oracle.js';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const layer: fc.Arbitrary<Layer> = fc
  .record({
    mark: fc.constantFrom('points', 'line', 'band'),
    series: fc.constantFrom('one', 'two', 'three'),
    panel: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { nil: undefined }),
    rows: fc.array(fc.tuple(number, number, number), { maxLength: 6 }),
    flag: fc.boolean(),
  })
  .map(({ mark, series, panel, rows, flag }) => {
    const common = { series, x: rows.map(([x]) => x), ...(panel === undefined ? {} : { panel }) };
    const y = rows.map((row) => row[1]);
    if (mark === 'points') return { mark, ...common, y, faint: flag };
    if (mark === 'line') return { mark, ...common, y, dashed: flag };
    return { mark: 'band', ...common, lower: y, upper: rows.map((row) => row[1] + Math.abs(row[2])) };
  });
const anyFigure: fc.Arbitrary<Figure> = fc
  .record({ layers: fc.array(layer, { minLength: 1, maxLength: 6 }), x: fc.boolean(), y: fc.boolean() })
  .map(({ layers, x, y }) => ({
    ...figure,
    layers,
    x: { label: 'abscissa', log: x },
    y: { label: 'ordinate', log: y },
  }));

const seriesNames = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text [^>]*class="series"[^>]*>([^<]*)</g), ([, name]) => unescapeXml(name));
const edgeNote = 'zero or less, drawn at the edge';

describe('renderFigure', () => {
  it('is well-formed, the same twice, with every series, label and panel, and only numbers', () => {
    fc.assert(
      fc.property(anyFigure, (made) => {
        const svg = renderFigure(made);
        expect(xmlDefect(svg)).toBeUndefined();
        expect(renderFigure(made)).toBe(svg);
        const series = [...new Set(made.layers.map((each) => each.series))];
        expect(seriesNames(svg).filter((name) => name !== edgeNote)).toEqual(series);
        expect(svg).toMatch(/>abscissa[^<]*<\/text>/);
        expect(svg).toMatch(/>ordinate[^<]*<\/text>/);
        for (const { panel } of made.layers)
          if (panel !== undefined) expect(svg).toContain(`>${panel}</text>`);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 30 },
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const layers = figure.layers.map((each) => ({ ...each, series: text, panel: text }));
        const axis = { label: text };
        expect(
          xmlDefect(renderFigure({ ...figure, title: text, caption: text, x: axis, y: axis, layers })),
        ).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('has a title and a description for those who cannot see it', () => {
    const svg = renderFigure(figure);
    expect(svg).toContain('<title id="title">Error over width</title>');
    expect(svg).toContain('<desc id="description">Faint: seeds; large: medians.</desc>');
    expect(svg).toContain('aria-labelledby="title description"');
  });

  it('draws a dot for each point inside its frame', () => {
    const points: Layer = { mark: 'points', series: 's', x: [1, 2, 3], y: [5, 7, 6] };
    const svg = renderFigure({ ...figure, x: { label: 'x' }, y: { label: 'y' }, layers: [points] });
    const dots = Array.from(svg.matchAll(/<circle r="4.5" cy="([\d.]+)" cx="([\d.]+)"/g)).slice(1);
    const [, frameHeight, frameWidth, frameY, frameX] =
      /<rect height="([\d.]+)" width="([\d.]+)" y="([\d.]+)" x="([\d.]+)" stroke="#8c959f"/
        .exec(svg)!
        .map(Number);
    const places = dots.map(([, y, x]) => ({
      x: (Number(x) - frameX) / frameWidth,
      y: 1 - (Number(y) - frameY) / frameHeight,
    }));
    // Data span the axis but for 4 % of their range at each end; coordinates are rounded to .01 of some 300 px.
    const expected = [
      [0, 0],
      [0.5, 1],
      [1, 0.5],
    ].map(([x, y]) => ({ x: (0.04 + x) / 1.08, y: (0.04 + y) / 1.08 }));
    places.forEach((place, k) => {
      expect(Math.abs(place.x - expected[k].x)).toBeLessThan(1e-4);
      expect(Math.abs(place.y - expected[k].y)).toBeLessThan(1e-4);
    });
    expect(places).toHaveLength(3);
  });

  it('marks points that a log axis cannot show, and says so, only where there are any', () => {
    const layers: Layer[] = [{ mark: 'points', series: 's', x: [1, 2, 3], y: [0, 1e-16, 1e-12] }];
    const zero = renderFigure({ ...figure, layers });
    expect(seriesNames(zero)).toEqual(['s', edgeNote]);
    const fine = renderFigure({ ...figure, y: { label: 'y' }, layers });
    expect(seriesNames(fine)).toEqual(['s']);
  });

  it('writes labels on log axes that d3 would drop', () => {
    const layers: Layer[] = [{ mark: 'line', series: 's', x: [100, 800], y: [0.7, 1] }];
    const svg = renderFigure({ ...figure, layers });
    for (const label of ['100', '200', '500', '0.90']) expect(svg).toContain(`>${label}</text>`);
  });

  it('grows with its rows of panels and says where scales differ', () => {
    const panelled = (count: number): string =>
      renderFigure({
        ...figure,
        x: { label: 'x' },
        y: { label: 'y' },
        layers: Array.from({ length: count }, (_, k) => ({
          mark: 'line',
          series: 's',
          panel: `p${k}`,
          x: [0, 1],
          y: [0, 10 * k + 1],
        })),
      });
    const height = (svg: string): number => Number(/height="(\d+)"/.exec(svg)![1]);
    expect(height(panelled(10)) - height(panelled(9))).toBeGreaterThan(150);
    expect(height(panelled(6))).toBe(height(panelled(5)));
    expect(panelled(3)).toContain('>y (each panel has its own scale)<');
    expect(panelled(3)).toContain('>x</text>');
  });

  it.each<[string, Figure, RegExp]>([
    ['no layer', { ...figure, layers: [] }, /figure 'error': got no layers/],
    [
      'lists of unequal length',
      { ...figure, layers: [{ mark: 'line', series: 's', x: [1, 2], y: [1] }] },
      /line of 's': got 1 values in y, expected 2 as in x/,
    ],
    [
      'NaN',
      { ...figure, layers: [{ mark: 'band', series: 's', x: [1], lower: [1], upper: [NaN] }] },
      /band of 's': got upper\[0\] = NaN, expected a finite number/,
    ],
  ])('refuses %s', (_, made, message) => {
    expect(() => renderFigure(made)).toThrow(message);
  });
});
