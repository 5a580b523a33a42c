import * as Plot from '@observablehq/plot';
import type { Layer } from '../../proofs-check/claim.js';
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

/** One coordinate system with its layers; axis names and the panel's title stand outside. */
export function panel(
  layers: readonly Layer[],
  looks: readonly Look[],
  x: PanelAxis,
  y: PanelAxis,
  box: Box,
  marginLeft: number,
): string {
  const floors: Floors = { x: x.log ? x.domain[0] : undefined, y: y.log ? y.domain[0] : undefined };
  const line = { stroke: '#d0d7de', strokeOpacity: 1 };
  const light = { stroke: '#eef1f4', strokeOpacity: 1 };
  const axis = { label: null, tickSize: 4, fontSize: FONT_SIZE };
  return plotGroup(box.x, box.y, {
    width: box.width,
    height: box.height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft,
    x: { type: x.log ? 'log' : 'linear', domain: x.domain, axis: null },
    y: { type: y.log ? 'log' : 'linear', domain: y.domain, axis: null },
    marks: [
      Plot.gridX(x.minor, light),
      Plot.gridY(y.minor, light),
      Plot.gridX(x.ticks, line),
      Plot.gridY(y.ticks, line),
      // The labels go in as text: a tick format would lose some of them on Plot's log axes.
      Plot.axisX(x.ticks, { ...axis, text: [...x.labels] }),
      Plot.axisY(y.ticks, { ...axis, text: [...y.labels] }),
      ...marksOf(layers, looks, floors),
      Plot.frame({ stroke: '#8c959f' }),
    ],
  });
}
