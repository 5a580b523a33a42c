import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, Layer } from '../../../proofs-check/claim.js';
import { type Field, bandOf, colourScales } from '../../../reports/figures/colour-scale.js';
import { fieldSvg } from '../../../reports/figures/field.js';
import { renderFigure } from '../../../reports/figures/figure.js';
import { xmlDefect } from '../xml-oracle.js';
import { changes, contours, penalty } from './made-up-fields.js';

type Point = readonly [number, number];

/** The filled regions, in the order in which they are painted, as rings of pixels. */
function regions(svg: string): { colour: string; rings: Point[][] }[] {
  return Array.from(svg.matchAll(/<path fill="([^"]*)" d="([^"]*)"/g), ([, colour, d]) => ({
    colour,
    rings: Array.from(d.matchAll(/M([^z]*)z/g), ([, ring]) => {
      const numbers = Array.from(ring.matchAll(/-?\d+/g), ([digits]) => Number(digits) / 10);
      const points: Point[] = [[numbers[0], numbers[1]]];
      for (let k = 2; k < numbers.length; k += 2) {
        points.push([points.at(-1)![0] + numbers[k], points.at(-1)![1] + numbers[k + 1]]);
      }
      return points;
    }),
  }));
}

/** Non-zero winding, as SVG fills by default. */
function holds(rings: readonly Point[][], [x, y]: Point): boolean {
  let winding = 0;
  for (const ring of rings) {
    ring.forEach(([bx, by], k) => {
      const [ax, ay] = ring.at(k - 1)!;
      const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (ay <= y && by > y && side > 0) winding += 1;
      if (by <= y && ay > y && side < 0) winding -= 1;
    });
  }
  return winding !== 0;
}

const steps = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 4, maxLength: 7 });
const nodes = (widths: readonly number[]): number[] =>
  widths.reduce<number[]>((list, width) => [...list, list.at(-1)! + width], [0]);
const anyField: fc.Arbitrary<Field> = fc.tuple(steps, steps).chain(([across, up]) => {
  const [x, y] = [nodes(across), nodes(up)];
  const count = x.length * y.length;
  const value = fc.option(fc.integer({ min: -100, max: 100 }), { freq: 12, nil: null });
  return fc
    .array(value, { minLength: count, maxLength: count })
    .filter((values) => new Set(values.filter((each) => each !== null)).size > 1)
    .map((values) => ({ mark: 'field', series: 's', x, y, values }));
});

const bare = (layers: readonly Layer[], change: Partial<Figure> = {}): Figure => ({
  id: 'made-up',
  title: 'Title',
  caption: 'Caption.',
  x: { label: 'x' },
  y: { label: 'y' },
  layers,
  ...change,
});
const flat: Field = { mark: 'field', series: 's', x: [0, 1, 2], y: [0, 1], values: [0, 1, 2, 3, 4, 5] };

describe('fieldSvg', () => {
  it('paints every node in the colour of its value, on uneven grids, and nothing where there is no value', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        const [scale] = colourScales([field]);
        const painted = regions(
          fieldSvg(
            field,
            scale,
            (value) => 20 * value,
            (value) => 900 - 20 * value,
            'id',
          ),
        );
        const width = field.x.length;
        field.values.forEach((value, node) => {
          const [j, k] = [node % width, Math.floor(node / width)];
          const around = [-1, 0, 1].flatMap((dk) => [-1, 0, 1].map((dj) => [j + dj, k + dk] as const));
          const inside = around.every(
            ([a, b]) =>
              a >= 0 && a < width && b >= 0 && b < field.y.length && field.values[b * width + a] !== null,
          );
          const onLevel = scale.levels.some((level) => value !== null && Math.abs(level - value) < 0.5);
          if (value !== null && (!inside || onLevel)) return;
          const place: Point = [20 * field.x[j], 900 - 20 * field.y[k]];
          const top = painted.findLast(({ rings }) => holds(rings, place))?.colour;
          expect(top).toBe(value === null ? undefined : scale.colours[bandOf(scale, value)]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('puts the lines between bands where the interpolated values are on a level', () => {
    const x = [0, 1, 3, 4, 7, 10];
    const values = x.flatMap((b) => x.map((a) => a * a + 2 * b));
    const field: Field = { mark: 'field', series: 's', x, y: x, values };
    const [scale] = colourScales([field]);
    const place = (value: number): number => 50 * value;
    /** The chord of the parabola between columns. */
    const bent = (a: number): number => {
      const k = x.findIndex((node) => node > a);
      return x[k - 1] * x[k - 1] + (x[k] + x[k - 1]) * (a - x[k - 1]);
    };
    const bends = regions(fieldSvg(field, scale, place, place, 'id'))
      .slice(1)
      .flatMap(({ rings }, k) =>
        rings.flat().flatMap(([px, py]) => {
          const [a, b] = [px / 50, py / 50];
          return a > 0 && a < 10 && b > 0 && b < 10 ? [bent(a) + 2 * b - scale.levels[k + 1]] : [];
        }),
      );
    expect(bends.length).toBeGreaterThan(10);
    // A tenth of a pixel is .002, where the slope is at most 17.
    for (const deviation of bends) expect(Math.abs(deviation)).toBeLessThan(0.03);
  });
});

describe('a figure with fields', () => {
  it.each([contours, penalty, changes])('is well-formed, small and the same twice: $title', (figure) => {
    const svg = renderFigure(figure);
    expect(xmlDefect(svg)).toBeUndefined();
    expect(renderFigure(figure)).toBe(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.length).toBeLessThan(150e3);
    for (const { series } of figure.layers) expect(svg.split(`class="series">${series}<`)).toHaveLength(2);
    const ids = Array.from(svg.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const frames = (svg: string): { width: number; height: number }[] =>
    Array.from(
      svg.matchAll(/<rect height="([\d.]+)" width="([\d.]+)" y="[\d.]+" x="[\d.]+" stroke="#8c959f"/g),
      ([, height, width]) => ({ width: Number(width), height: Number(height) }),
    );

  it('gives a unit the same length on both axes where asked to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 }), (panels, tenths) => {
        const layers = Array.from({ length: panels }, (_, k): Layer => ({
          ...flat,
          panel: `p${k}`,
          y: [0, tenths / 5],
        }));
        const drawn = frames(renderFigure(bare(layers, { equalAspect: true })));
        expect(drawn).toHaveLength(panels);
        for (const { width, height } of drawn)
          expect(Math.abs(height - (width * tenths) / 10)).toBeLessThan(0.6);
      }),
      { numRuns: 20 },
    );
  });

  it('clips to the disk, and draws data points with a white edge', () => {
    const svg = renderFigure(contours);
    const [{ width }] = frames(svg);
    const radii = Array.from(svg.matchAll(/<clipPath id="[^"]*"><ellipse [^>]*rx="([\d.]+)"/g), ([, r]) =>
      Number(r),
    );
    expect(radii).toHaveLength(3);
    for (const radius of radii) expect(Math.abs(radius - width / 2)).toBeLessThan(0.06);
    expect(svg.match(/<circle r="3" /g)).toHaveLength(30);
    expect(svg).toMatch(/stroke="#ffffff"[^>]*>(?:<path[^>]*>)?<circle r="3"/);
  });

  it('names angles by π', () => {
    const svg = renderFigure(penalty);
    for (const label of ['0', 'π/2', 'π', '3π/2', '2π']) expect(svg).toContain(`>${label}</text>`);
  });

  it.each<[string, Figure, RegExp]>([
    [
      'a wrong number of values',
      bare([{ ...flat, values: [1, 2] }]),
      /field of 's': got 2 values, expected 3·2 = 6/,
    ],
    [
      'NaN',
      bare([{ ...flat, values: [0, 1, NaN, 3, 4, 5] }]),
      /got values\[2\] = NaN, expected a finite number, or null/,
    ],
    [
      'a falling grid',
      bare([{ ...flat, x: [0, 2, 1] }]),
      /got x\[2\] = 1 after 2, expected an ascending grid/,
    ],
    [
      'a grid of one row',
      bare([{ ...flat, y: [0], values: [1, 2, 3] }]),
      /got 1 values in y, expected a grid of at least 2/,
    ],
    [
      'an empty field',
      bare([{ ...flat, values: flat.values.map(() => null) }]),
      /got no value, expected at least one/,
    ],
    [
      'a disk between nodes',
      bare([{ ...flat, x: [1, 2, 3], disk: 0.5 }]),
      /got no value within 0.5 of the origin/,
    ],
    [
      'points with too few values',
      bare([{ mark: 'points', series: 's', x: [1, 2], y: [1, 2], values: [1] }]),
      /points of 's': got 1 values in values, expected 2 as in x/,
    ],
    [
      'points without values for their colours',
      bare([{ mark: 'points', series: 's', x: [], y: [], values: [] }]),
      /points of 's': got no values, expected at least one/,
    ],
    [
      'a field on a log axis',
      bare([flat], { y: { label: 'y', log: true } }),
      /got a log y axis with colours by value/,
    ],
    [
      'a log axis of angles',
      bare([flat], { x: { label: 'x', log: true, angle: true } }),
      /got a log x axis with angles/,
    ],
  ])('refuses %s', (_, made, message) => {
    expect(() => renderFigure(made)).toThrow(RangeError);
    expect(() => renderFigure(made)).toThrow(message);
  });
});
