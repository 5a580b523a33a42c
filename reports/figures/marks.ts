import * as Plot from '@observablehq/plot';
import type { Figure, Layer } from '../../proofs-check/claim.js';
import { type ColourScale, type ValuedPoints, bandOf, isField, isValued } from './colour-scale.js';
import { INK } from './layout.js';
import type { Look } from './series.js';

/** The lower ends of the log axes; undefined for a linear one. */
export interface Floors {
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** Marks a value that a log axis cannot show. */
export const EDGE_SYMBOL = { symbol: 'asterisk', strokeWidth: 1.5, r: 4.5 } as const;

type Plain = Exclude<Layer, { mark: 'field' }>;

/** The layers of one panel but for fields as Plot's marks: bands below, then faint points, lines, and points on top. */
export function marksOf(
  layers: readonly Layer[],
  looks: readonly Look[],
  scales: readonly ColourScale[],
  floors: Floors,
): Plot.Markish[] {
  const own = <T extends Look | ColourScale>(all: readonly T[], layer: Layer): T =>
    all.find(({ series }) => series === layer.series)!;
  return layers
    .filter((layer): layer is Plain => !isField(layer))
    .toSorted((a, b) => depth(a) - depth(b))
    .flatMap((layer) =>
      isValued(layer) ? valuedMarks(layer, own(scales, layer)) : layerMarks(layer, own(looks, layer), floors),
    );
}

function depth(layer: Plain): number {
  if (layer.mark === 'band') return 0;
  if (layer.mark === 'line') return 2;
  return layer.faint === true ? 1 : 3;
}

function layerMarks(layer: Plain, look: Look, floors: Floors): Plot.Markish[] {
  const x = raised(layer.x, floors.x);
  const { colour, dash, halo } = look;
  if (layer.mark === 'band') {
    const y1 = raised(layer.lower, floors.y);
    const y2 = raised(layer.upper, floors.y);
    return [Plot.areaY(x, { x, y1, y2, fill: colour, fillOpacity: 0.2 })];
  }
  const y = raised(layer.y, floors.y);
  if (layer.mark === 'points') return pointMarks(layer, x, y, look);
  const dashes = dash === undefined ? {} : { strokeDasharray: dash };
  return [
    ...(halo ? [Plot.line(x, { x, y, stroke: '#ffffff', strokeWidth: 4, strokeOpacity: 0.8 })] : []),
    Plot.line(x, { x, y, stroke: colour, strokeWidth: 2, ...dashes }),
  ];
}

function pointMarks(
  layer: Extract<Layer, { mark: 'points' }>,
  x: readonly number[],
  y: readonly number[],
  { colour, symbol, halo }: Look,
): Plot.Markish[] {
  const index = Array.from(x.keys());
  const atEdge = (k: number): boolean => x[k] !== layer.x[k] || y[k] !== layer.y[k];
  const plain = layer.faint === true ? { fillOpacity: 0.28, r: 2.5 } : { r: 4.5 };
  const size = halo
    ? { r: layer.faint === true ? 2 : 3, stroke: '#ffffff', strokeWidth: 1.5, paintOrder: 'stroke' }
    : plain;
  const edge = { ...EDGE_SYMBOL, stroke: colour };
  return [
    Plot.dot(index, { x, y, ...size, symbol, fill: colour, filter: (k: number) => !atEdge(k) }),
    ...(index.some(atEdge) ? [Plot.dot(index, { x, y, ...edge, filter: atEdge })] : []),
  ];
}

/** One mark for each band of colours, those of large values on top; where colours diverge, dots grow with size. */
function valuedMarks({ x, y, values, faint, diverging }: ValuedPoints, scale: ColourScale): Plot.Markish[] {
  const bands = values.map((value) => bandOf(scale, value));
  const sizes = scale.colours.map((_, k) => Math.abs(scale.levels[k] + scale.levels[k + 1]));
  const greatest = Math.max(...sizes);
  const radius = (band: number): number =>
    (faint === true ? 0.6 : 1) * (diverging === true ? 1 + (3 * sizes[band]) / greatest : 3);
  const outline = { stroke: INK, strokeWidth: 0.5, strokeOpacity: 0.6 };
  return Array.from(sizes.keys())
    .filter((band) => bands.includes(band))
    .toSorted((a, b) => sizes[a] - sizes[b])
    .map((band) => {
      const look = { fill: scale.colours[band], r: radius(band), ...outline };
      return Plot.dot(Array.from(x.keys()), { x, y, ...look, filter: (k: number) => bands[k] === band });
    });
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
