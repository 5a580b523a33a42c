import * as Plot from '@observablehq/plot';
import type { Figure, Layer } from '../../proofs-check/claim.js';
import type { Look } from './series.js';

/** The lower ends of the log axes; undefined for a linear one. */
export interface Floors {
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** Marks a value that a log axis cannot show. */
export const EDGE_SYMBOL = { symbol: 'asterisk', strokeWidth: 1.5, r: 4.5 } as const;

/** The layers of one panel as Plot's marks: bands below, then faint points, lines, and points on top. */
export function marksOf(layers: readonly Layer[], looks: readonly Look[], floors: Floors): Plot.Markish[] {
  return layers
    .toSorted((a, b) => depth(a) - depth(b))
    .flatMap((layer) =>
      layerMarks(
        layer,
        looks.find(({ series }) => series === layer.series)!,
        floors,
      ),
    );
}

function depth(layer: Layer): number {
  if (layer.mark === 'band') return 0;
  if (layer.mark === 'line') return 2;
  return layer.faint === true ? 1 : 3;
}

function layerMarks(layer: Layer, look: Look, floors: Floors): Plot.Markish[] {
  const x = raised(layer.x, floors.x);
  const { colour, dash } = look;
  if (layer.mark === 'band') {
    const y1 = raised(layer.lower, floors.y);
    const y2 = raised(layer.upper, floors.y);
    return [Plot.areaY(x, { x, y1, y2, fill: colour, fillOpacity: 0.2 })];
  }
  const y = raised(layer.y, floors.y);
  if (layer.mark === 'points') return pointMarks(layer, x, y, look);
  const dashes = dash === undefined ? {} : { strokeDasharray: dash };
  return [Plot.line(x, { x, y, stroke: colour, strokeWidth: 2, ...dashes })];
}

function pointMarks(
  layer: Extract<Layer, { mark: 'points' }>,
  x: readonly number[],
  y: readonly number[],
  { colour, symbol }: Look,
): Plot.Markish[] {
  const index = Array.from(x.keys());
  const atEdge = (k: number): boolean => x[k] !== layer.x[k] || y[k] !== layer.y[k];
  const size = layer.faint === true ? { fillOpacity: 0.28, r: 2.5 } : { r: 4.5 };
  const edge = { ...EDGE_SYMBOL, stroke: colour };
  return [
    Plot.dot(index, { x, y, ...size, symbol, fill: colour, filter: (k: number) => !atEdge(k) }),
    ...(index.some(atEdge) ? [Plot.dot(index, { x, y, ...edge, filter: atEdge })] : []),
  ];
}

/** Values that have no place on a log axis are put on its lower end. */
function raised(values: readonly number[], floor: number | undefined): readonly number[] {
  return floor === undefined ? values : values.map((value) => (value > 0 ? value : floor));
}

/** Whether some point of the figure has to be drawn at the edge of a log axis. */
export function hasEdgePoints({ layers, x, y }: Figure): boolean {
  const off = (values: readonly number[], log = false): boolean => log && values.some((value) => value <= 0);
  return layers.some((layer) => layer.mark === 'points' && (off(layer.x, x.log) || off(layer.y, y.log)));
}
