import type { ColourScale } from './colour-scale.js';
import { FONT_SIZE, INK, PADDING, WIDTH, flowRows, textWidth } from './layout.js';
import { svgText } from './svg-text.js';

const GAP = 40;
const ROOM = WIDTH - 2 * PADDING;
const BOX = (ROOM - GAP) / 2;
const NAME = 18;
const BAR = 12;
const HEIGHT = 52;
/** Half of the outermost labels stands beside the bar. */
const INSET = 24;
const BESIDE = 8;

/** The colour scales of a figure, two in a row: the name of the series, its bands and the levels between them. */
export function ramps(scales: readonly ColourScale[], top: number): { svg: string; height: number } {
  const places = flowRows(
    scales.map(() => BOX),
    ROOM,
    GAP,
  );
  const drawn = scales.map((scale, k) => ramp(scale, PADDING + places[k].x, top + places[k].row * HEIGHT));
  return { svg: drawn.join('\n'), height: ((places.at(-1)?.row ?? -1) + 1) * HEIGHT };
}

function ramp({ series, levels, labels, first, colours }: ColourScale, left: number, top: number): string {
  const width = (BOX - 2 * INSET) / colours.length;
  const x = (k: number): number => left + INSET + k * width;
  const bands = colours.map(
    (colour, k) =>
      `<rect x="${x(k).toFixed(1)}" y="${top + NAME}" width="${width.toFixed(1)}" height="${BAR}" fill="${colour}"/>`,
  );
  const frame =
    `<rect x="${x(0).toFixed(1)}" y="${top + NAME}" width="${(BOX - 2 * INSET).toFixed(1)}" height="${BAR}" ` +
    'fill="none" stroke="#8c959f"/>';
  const widest = Math.max(...labels.map((label) => textWidth(label)));
  const every = Math.ceil((widest + BESIDE) / width);
  const numbers = labels.flatMap((label, k) =>
    // Zero, where it is a level, keeps its label.
    (first + k) % every === 0
      ? [svgText(label, x(k), top + NAME + BAR + FONT_SIZE + 2, BOX, 'text-anchor="middle"')]
      : [],
  );
  const marks = levels.map((_, k) => `<path d="M${x(k).toFixed(1)} ${top + NAME + BAR}v3" stroke="${INK}"/>`);
  const name = svgText(series, x(0), top + FONT_SIZE, BOX - INSET, 'class="series"');
  return [name, ...bands, frame, ...marks, ...numbers].join('');
}
