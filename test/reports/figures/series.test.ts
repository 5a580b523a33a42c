import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../proofs-check/claim.js';
import { looksOf } from '../../../reports/figures/series.js';

const points = (series: string): Layer => ({ mark: 'points', series, x: [], y: [] });
const line = (series: string, dashed = false): Layer => ({ mark: 'line', series, x: [], y: [], dashed });

describe('looksOf', () => {
  it('tells 49 series apart by colour and symbol, and neighbours by both', () => {
    const looks = looksOf(Array.from({ length: 49 }, (_, k) => points(`s${k}`)));
    expect(new Set(looks.map(({ colour, symbol }) => colour + symbol)).size).toBe(49);
    looks.slice(1).forEach((look, k) => {
      expect(look.colour).not.toBe(looks[k].colour);
      expect(look.symbol).not.toBe(looks[k].symbol);
    });
  });

  it('tells lines apart by their dashes; with points the symbol does', () => {
    const looks = looksOf([line('a'), line('b'), line('c', true), line('d', true), points('e'), line('e')]);
    const dashes = looks.map(({ dash }) => dash);
    expect(dashes[0]).toBeUndefined();
    expect(dashes[4]).toBeUndefined();
    expect(new Set(dashes.slice(0, 4)).size).toBe(4);
  });

  it('gives all layers of a series one look', () => {
    const band: Layer = { mark: 'band', series: 'a', x: [], lower: [], upper: [] };
    expect(looksOf([points('a'), points('b'), line('a'), band])).toMatchObject([
      { series: 'a', points: true, line: true, band: true },
      { series: 'b', points: true, line: false, band: false },
    ]);
  });
});
