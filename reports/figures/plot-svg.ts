import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { FONT_SIZE, INK } from './layout.js';

interface Element {
  readonly innerHTML: string;
}

/** Plot draws into a document; this one is never shown. */
const { document } = parseHTML('<html><body></body></html>') as unknown as { document: object };

/**
 * What Plot draws, as an SVG group at (x, y). Coordinates are rounded to a hundredth of a pixel, which keeps
 * files small and hides the last bits of logarithms.
 */
export function plotGroup(x: number, y: number, options: Plot.PlotOptions): string {
  const drawn = Plot.plot({ ...options, document, className: 'figure' }) as unknown as Element;
  const inner = drawn.innerHTML
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]+>/g, (tag) =>
      tag.replaceAll(/-?\d+\.\d{3,}/g, (digits) => `${Number(Number(digits).toFixed(2))}`),
    );
  const style = `color="${INK}" fill="currentColor" font-size="${FONT_SIZE}" text-anchor="middle"`;
  return `<g transform="translate(${x},${y})" ${style}>${inner}</g>`;
}
