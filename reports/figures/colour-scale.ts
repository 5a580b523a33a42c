import * as Plot from '@observablehq/plot';
import type { Layer } from '../../proofs-check/claim.js';
import { tickLabels } from './tick-label.js';

export type Field = Extract<Layer, { mark: 'field' }>;
export type ValuedPoints = Extract<Layer, { mark: 'points' }> & { readonly values: readonly number[] };

/** Colours for the values of one series, in bands between round levels. */
export interface ColourScale {
  readonly series: string;
  /** Ascending and even, from at most the least value to at least the greatest. */
  readonly levels: readonly number[];
  readonly labels: readonly string[];
  /** Multiples of the step: level k is `first + k` steps above zero. */
  readonly first: number;
  /** One for each band. */
  readonly colours: readonly string[];
}

/** Bands at most, but for one more at each end: neighbours must differ to the eye. */
const BANDS = 10;
/** Relative spread below which values count as one. */
const FLAT = 1e-9;
/** Below this size doubles run out of digits. */
const TINY = 1e-290;

export const isField = (layer: Layer): layer is Field => layer.mark === 'field';
export const isValued = (layer: Layer): layer is Field | ValuedPoints =>
  isField(layer) || (layer.mark === 'points' && layer.values !== undefined);

/** The colour scales of a figure, in the order in which their series first appear. */
export function colourScales(layers: readonly Layer[]): ColourScale[] {
  const valued = layers.filter(isValued);
  return [...new Set(valued.map(({ series }) => series))].map((series) => {
    const own = valued.filter((layer) => layer.series === series);
    const diverging = own.some((layer) => layer.diverging === true);
    const { step, power, first, last } = roundLevels(own.flatMap(shownValues), diverging);
    const levels = Array.from({ length: last - first + 1 }, (_, k) =>
      Number(((first + k) * step).toPrecision(12)),
    );
    const labels = tickLabels(levels, Math.max(0, -power));
    return { series, levels, labels, first, colours: bandColours(levels.length - 1, diverging) };
  });
}

/** The band of a value; values beyond the levels are in the outermost ones. */
export function bandOf({ levels }: ColourScale, value: number): number {
  const above = levels.findIndex((level) => level > value);
  return Math.max(0, Math.min(levels.length - 2, (above < 0 ? levels.length : above) - 1));
}

/** The values that are drawn. */
export function shownValues(layer: Field | ValuedPoints): number[] {
  const { x, y } = layer;
  if (!isField(layer)) return [...layer.values];
  const radius = layer.disk ?? Infinity;
  return layer.values.flatMap((value, k) => {
    const [a, b] = [x[k % x.length], y[Math.floor(k / x.length)]];
    return value !== null && a * a + b * b <= radius * radius ? [value] : [];
  });
}

/** Multiples of 1, 2 or 5 times a power of ten, the closest that make few enough bands. */
function roundLevels(values: readonly number[], diverging: boolean) {
  let low = values.reduce((a, b) => Math.min(a, b));
  let high = values.reduce((a, b) => Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (diverging) [low, high] = [-size, size];
  if (high - low <= FLAT * size || size < TINY) {
    const margin = size < TINY ? 1 : size / 2;
    [low, high] = [low - margin, high + margin];
  }
  const coarsest = Math.ceil(Math.log10(high - low));
  const steps = [-2, -1, 0].flatMap((k) =>
    [1, 2, 5].map((factor) => ({ power: coarsest + k, step: Number(`${factor}e${coarsest + k}`) })),
  );
  const { step, power } = steps.find((each) => high - low <= BANDS * each.step)!;
  // A value on a level, up to rounding, needs no further band.
  return { step, power, first: Math.floor(low / step + 1e-6), last: Math.ceil(high / step - 1e-6) };
}

/** Both palettes keep their order of lightness for all kinds of colour vision. */
function bandColours(count: number, diverging: boolean): string[] {
  const scale = diverging
    ? Plot.scale({ color: { type: 'diverging', scheme: 'RdBu', reverse: true, domain: [-1, 1] } })
    : Plot.scale({ color: { type: 'linear', scheme: 'viridis', domain: [-1, 1] } });
  return Array.from({ length: count }, (_, k) => String(scale.apply((2 * k + 1) / count - 1)));
}
