import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowRows, textWidth, wrapText } from '../../../reports/figures/layout.js';

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }).map((list) => list.join(' '));

describe('wrapText', () => {
  it('keeps every word, and every line within the width unless one word is wider', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 400 }), (text, width) => {
        const lines = wrapText(text, width);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) expect(textWidth(line) <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

describe('flowRows', () => {
  it('overlaps nothing and leaves the room only for a box that is wider than it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (widths) => {
        const places = flowRows(widths, 250, 10);
        places.forEach(({ x, row }, k) => {
          expect(x === 0 || x + widths[k] <= 250).toBe(true);
          if (k === 0) return;
          const before = places[k - 1];
          const follows = row === before.row && x >= before.x + widths[k - 1] + 10;
          expect(follows || (row === before.row + 1 && x === 0)).toBe(true);
        });
      }),
    );
  });
});
