import * as Plot from '@observablehq/plot';
import { FONT_SIZE, INK, PADDING, WIDTH, flowRows, textWidth } from './layout.js';
import { EDGE_SYMBOL } from './marks.js';
import { plotGroup } from './plot-svg.js';
import type { Look } from './series.js';
import { svgText } from './svg-text.js';

const ROW = 20;
const SAMPLE = 36;
const NAME_AT = SAMPLE + 7;
const GAP = 18;
const ROOM = WIDTH - 2 * PADDING;

interface Entry {
  readonly name: string;
  /** Draws the sample from x on, around the height y. */
  readonly sample: (x: number, y: number) => Plot.Markish[];
}

/** The look and the name of every series, in rows; and of the mark for values that a log axis cannot show. */
export function legend(looks: readonly Look[], edge: boolean, top: number): { svg: string; height: number } {
  const entries = [...looks.map(entryOf), ...(edge ? [EDGE_ENTRY] : [])];
  if (entries.length === 0) return { svg: '', height: 0 };
  const widths = entries.map(({ name }) => NAME_AT + textWidth(name));
  const places = flowRows(widths, ROOM, GAP).map(({ x, row }) => ({ x, y: (row + 0.5) * ROW }));
  const height = (places.at(-1)?.y ?? 0) + ROW / 2;
  const samples = plotGroup(PADDING, top, {
    width: ROOM,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: entries.flatMap(({ sample }, k) => sample(places[k].x, places[k].y)),
  });
  const names = entries.map(({ name }, k) => {
    const { x, y } = places[k];
    const baseline = top + y + FONT_SIZE / 3;
    return svgText(name, PADDING + x + NAME_AT, baseline, ROOM - NAME_AT, 'class="series"');
  });
  return { svg: [samples, ...names].join('\n'), height };
}

const EDGE_ENTRY: Entry = {
  name: 'zero or less, drawn at the edge',
  sample: (x, y) => [Plot.dot([0], { ...EDGE_SYMBOL, x: [x + SAMPLE / 2], y: [y], stroke: INK })],
};

function entryOf({ series, colour, symbol, dash, band, line, points }: Look): Entry {
  const dashes = dash === undefined ? {} : { strokeDasharray: dash };
  return {
    name: series,
    sample(x, y) {
      const ends = { x1: [x], x2: [x + SAMPLE] };
      const area = { ...ends, y1: [y - 6], y2: [y + 6], fill: colour, fillOpacity: 0.2 };
      return [
        ...(band ? [Plot.rect([0], area)] : []),
        ...(line ? [Plot.ruleY([0], { ...ends, y: [y], stroke: colour, strokeWidth: 2, ...dashes })] : []),
        ...(points ? [Plot.dot([0], { x: [x + SAMPLE / 2], y: [y], symbol, fill: colour, r: 4.5 })] : []),
      ];
    },
  };
}
