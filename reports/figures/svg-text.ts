import { escapeXml, oneLine } from '../format.js';
import { INK, textWidth } from './layout.js';

/** A line of text; squeezed where it would be wider than the room (pixels). */
export function svgText(content: string, x: number, y: number, room: number, attributes: string): string {
  const line = oneLine(content);
  const squeeze =
    textWidth(line) > room ? ` textLength="${room.toFixed(0)}" lengthAdjust="spacingAndGlyphs"` : '';
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}"${squeeze}`;
  return `<text ${place} fill="${INK}" ${attributes}>${escapeXml(line)}</text>`;
}
