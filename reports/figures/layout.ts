/** Measures shared by all parts of a figure; pixels. */
export const WIDTH = 720;
export const PADDING = 16;
export const FONT_SIZE = 12;
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Dark grey on the white card: readable wherever the picture stands. */
export const INK = '#1f2328';

const NARROW = /[ijlIft.,:;|!'()[\]{}/ ⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/;
const WIDE = /[mwMW@—∞]/;

/** Width of a line of text: an upper estimate for the common fonts, since there is nothing to measure with. */
export function textWidth(line: string, size = FONT_SIZE): number {
  const ems = Array.from(line).map((letter) =>
    NARROW.test(letter) ? 0.42 : WIDE.test(letter) ? 0.98 : 0.66,
  );
  return size * ems.reduce((sum, em) => sum + em, 0);
}

/** Breaks a text into lines of at most that width; a single long word stays whole. */
export function wrapText(text: string, width: number, size = FONT_SIZE): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last === undefined || textWidth(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Fills rows from left to right with boxes of the given widths: the left end and the row of each. */
export function flowRows(widths: readonly number[], room: number, gap: number): { x: number; row: number }[] {
  let x = 0;
  let row = 0;
  return widths.map((width) => {
    if (x > 0 && x + width > room) {
      x = 0;
      row += 1;
    }
    const place = { x, row };
    x += width + gap;
    return place;
  });
}
