import type { Figure } from '../../proofs-check/claim.js';
import { escapeXml, oneLine } from '../format.js';
import { checkFigure } from './check-figure.js';
import { colourScales } from './colour-scale.js';
import { FONT, FONT_SIZE, INK, PADDING, WIDTH, wrapText } from './layout.js';
import { legend } from './legend.js';
import { hasEdgePoints } from './marks.js';
import { panels } from './panels.js';
import { ramps } from './ramp.js';
import { looksOf } from './series.js';

const TITLE_SIZE = 15;
const TITLE_LINE = 20;
const RAMPS_GAP = 8;

/**
 * A figure as SVG on a white card, 720 pixels wide; the same figure gives the same bytes. Layers without a
 * panel stand in every panel. On log axes, values of zero or less are drawn at the lower edge, points with a
 * mark of their own. Fields stand below all other layers, with a ramp of colours for each scale.
 * @throws RangeError where the figure is empty, has lists of unequal length, or numbers that are not finite.
 */
export function renderFigure(figure: Figure): string {
  checkFigure(figure);
  const looks = looksOf(figure.layers);
  const title = oneLine(figure.title);
  const lines = wrapText(title, WIDTH - 2 * PADDING, TITLE_SIZE * 1.05);
  const heading = lines.map((line, k) => titleLine(line, PADDING + TITLE_SIZE + k * TITLE_LINE));
  const legendTop = PADDING + lines.length * TITLE_LINE + 6;
  const key = legend(looks, hasEdgePoints(figure), legendTop);
  const scales = colourScales(figure.layers);
  const rampsTop = legendTop + key.height + (key.height > 0 && scales.length > 0 ? RAMPS_GAP : 0);
  const colours = ramps(scales, rampsTop);
  const bodyTop = rampsTop + colours.height + 8;
  const body = panels(figure, looks, scales, bodyTop);
  const height = Math.ceil(bodyTop + body.height + PADDING);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
      `role="img" aria-labelledby="title description" font-family="${FONT}" font-size="${FONT_SIZE}" color="${INK}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(oneLine(figure.caption))}</desc>`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    ...heading,
    ...[key.svg, colours.svg, body.svg].filter((part) => part !== ''),
    '</svg>',
  ].join('\n');
}

function titleLine(line: string, y: number): string {
  return `<text x="${PADDING}" y="${y}" font-size="${TITLE_SIZE}" font-weight="600" fill="${INK}">${escapeXml(line)}</text>`;
}
