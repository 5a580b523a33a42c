import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../proofs-check/claim.js';
import { bandOf, colourScales } from '../../../reports/figures/colour-scale.js';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const dots = (values: readonly number[], diverging = false, series = 's'): Layer => ({
  mark: 'points',
  series,
  x: values.map(() => 0),
  y: values.map(() => 0),
  values,
  diverging,
});

/** Relative luminance by the weights of sRGB: what is left of a colour in grey. */
function luminance(colour: string): number {
  const channels = colour.startsWith('#')
    ? [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16))
    : Array.from(colour.matchAll(/\d+/g), Number);
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

describe('colourScales', () => {
  it('has few round levels that hold all values, each in its band', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.boolean(), (values, diverging) => {
        const [scale] = colourScales([dots(values, diverging)]);
        const { levels, colours, labels } = scale;
        expect(colours).toHaveLength(levels.length - 1);
        expect(labels).toHaveLength(levels.length);
        expect(colours.length).toBeLessThanOrEqual(12);
        const step = levels[1] - levels[0];
        expect([1, 2, 5]).toContain(Number(step.toExponential(3).split('e')[0]));
        if (diverging)
          levels.forEach((level, k) => expect(level + levels[levels.length - 1 - k]).toBeCloseTo(0, 9));
        for (const each of values) {
          const band = bandOf(scale, each);
          expect(each).toBeGreaterThanOrEqual(levels[band] - 1e-5 * step);
          expect(each).toBeLessThanOrEqual(levels[band + 1] + 1e-5 * step);
        }
      }),
    );
  });

  it('uses most of its bands where values differ', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, length) => {
        const [{ colours }] = colourScales([dots([low, low + length])]);
        expect(colours.length).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it('copes with one value, and with zero', () => {
    for (const each of [0, 3, -1e-8]) {
      for (const diverging of [false, true]) {
        const [scale] = colourScales([dots([each, each], diverging)]);
        const band = bandOf(scale, each);
        expect(scale.levels[band]).toBeLessThanOrEqual(each);
        expect(scale.levels[band + 1]).toBeGreaterThanOrEqual(each);
      }
    }
  });

  it('is shared by a series over all layers and panels, and of its own for another', () => {
    const scales = colourScales([
      dots([0, 1]),
      { ...dots([9]), panel: 'B' },
      dots([-5, 5], true, 'difference'),
    ]);
    expect(scales.map(({ series }) => series)).toEqual(['s', 'difference']);
    expect(scales[0].levels[0]).toBe(0);
    expect(scales[0].levels.at(-1)).toBe(9);
    expect(scales[1].levels).toContain(0);
  });

  it('leaves out what a disk hides and what is missing', () => {
    const field: Layer = {
      mark: 'field',
      series: 's',
      x: [-1, 0, 1],
      y: [-1, 0, 1],
      values: [99, 1, 99, 2, null, 3, 99, 4, 99],
      disk: 1,
    };
    expect(colourScales([field])[0].levels).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4]);
  });

  it('gets lighter upwards, or darker away from zero: it can be read in grey', () => {
    const grey = (diverging: boolean): number[] =>
      colourScales([dots([-5, 5], diverging)])[0].colours.map(luminance);
    const up = grey(false);
    up.slice(1).forEach((light, k) => expect(light).toBeGreaterThan(up[k] + 8));
    const both = grey(true);
    const half = both.length / 2;
    both.slice(1, half).forEach((light, k) => expect(light).toBeGreaterThan(both[k] + 8));
    both.slice(half + 1).forEach((light, k) => expect(light).toBeLessThan(both[half + k] - 8));
  });
});
