import * as Plot from '@observablehq/plot';
import type { Layer } from '../../proofs-check/claim.js';
import { type ColourScale, isField } from './colour-scale.js';
import { type Place, fieldSvg } from './field.js';
import { FONT_SIZE, textWidth } from './layout.js';
import { type Floors, marksOf } from './marks.js';
import { plotGroup } from './plot-svg.js';
import type { Domain } from './scale.js';
import type { Look } from './series.js';
import type { Ticks } from './ticks.js';

export interface PanelAxis extends Ticks {
  readonly log: boolean;
  readonly domain: Domain;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MARGIN = { top: 8, right: 12, bottom: 26 } as const;

/** Room for the labels of a vertical axis. */
export function leftMargin({ labels }: Ticks): number {
  return 12 + labels.reduce((widest, label) => Math.max(widest, textWidth(label)), 0);
}

/** One coordinate system with its layers; axis names and the panel's title stand outside. `id` is its own. */
export function panel(
  layers: readonly Layer[],
  looks: readonly Look[],
  scales: readonly ColourScale[],
  x: PanelAxis,
  y: PanelAxis,
  box: Box,
  marginLeft: number,
  id: string,
): string {
  const fields = layers.filter(isField);
  const floors: Floors = { x: x.log ? x.domain[0] : undefined, y: y.log ? y.domain[0] : undefined };
  const line = { stroke: '#d0d7de', strokeOpacity: 1 };
  const light = { stroke: '#eef1f4', strokeOpacity: 1 };
  const axis = { label: null, tickSize: 4, fontSize: FONT_SIZE };
  const xPlace = linear(x.domain, marginLeft, box.width - MARGIN.right);
  const yPlace = linear(y.domain, box.height - MARGIN.bottom, MARGIN.top);
  const drawn = fields.map((field, k) => {
    const scale = scales.find(({ series }) => series === field.series)!;
    return fieldSvg(field, scale, xPlace, yPlace, `${id}-field-${k}`);
  });
  const below =
    drawn.length === 0 ? '' : `<g transform="translate(${box.x},${box.y})">${drawn.join('')}</g>\n`;
  const above = plotGroup(box.x, box.y, {
    width: box.width,
    height: box.height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft,
    x: { type: x.log ? 'log' : 'linear', domain: x.domain, axis: null },
    y: { type: y.log ? 'log' : 'linear', domain: y.domain, axis: null },
    marks: [
      ...(fields.length > 0
        ? []
        : [
            Plot.gridX(x.minor, light),
            Plot.gridY(y.minor, light),
            Plot.gridX(x.ticks, line),
            Plot.gridY(y.ticks, line),
          ]),
      // The labels go in as text: a tick format would lose some of them on Plot's log axes.
      Plot.axisX(x.ticks, { ...axis, text: [...x.labels] }),
      Plot.axisY(y.ticks, { ...axis, text: [...y.labels] }),
      ...marksOf(layers, looks, scales, floors),
      Plot.frame({ stroke: '#8c959f' }),
    ],
  });
  return below + above;
}

function linear([low, high]: Domain, from: number, to: number): Place {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
