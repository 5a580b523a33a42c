import type { Layer } from '../../proofs-check/claim.js';
import { isField, isValued } from './colour-scale.js';

/** How one series looks everywhere in a figure. */
export interface Look {
  readonly series: string;
  readonly colour: string;
  readonly symbol: (typeof SYMBOLS)[number];
  /** The dash pattern of its line; absent for solid. */
  readonly dash?: string;
  readonly points: boolean;
  readonly line: boolean;
  readonly band: boolean;
  /** White around points and lines, for figures with a field below. */
  readonly halo: boolean;
}

/** Okabe and Ito's palette for all kinds of colour vision, less its yellow, which is lost on white. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#000000', '#56b4e9'] as const;
/** Over a field black comes first: it is the farthest from all of a field's colours. */
const OVER_FIELD = ['#000000', ...COLOURS.filter((colour) => colour !== '#000000')] as const;
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'] as const;
const DASHES = ['6 4', '2 4', '9 3 2 3', '6 3 1 3 1 3'] as const;
/** Nearly solid, to tell solid lines without symbols apart in grey. */
const BREAKS = [undefined, '18 3', '12 2 3 2', '24 3 3 3 3 3'] as const;

/**
 * Looks in the order in which series first appear, but for layers that are coloured by value; colour and symbol
 * together never repeat up to 49 series.
 */
export function looksOf(all: readonly Layer[]): Look[] {
  const halo = all.some(isField);
  const colours = halo ? OVER_FIELD : COLOURS;
  const layers = all.filter((layer) => !isValued(layer));
  const names = [...new Set(layers.map(({ series }) => series))];
  let dashed = 0;
  let solid = 0;
  return names.map((series, k) => {
    const own = layers.filter((layer) => layer.series === series);
    const has = (mark: Layer['mark']): boolean => own.some((layer) => layer.mark === mark);
    const isDashed = own.some((layer) => layer.mark === 'line' && layer.dashed === true);
    const round = Math.floor(k / COLOURS.length);
    let dash: string | undefined;
    if (isDashed) dash = DASHES[dashed++ % DASHES.length];
    else if (has('line') && !has('points')) dash = BREAKS[solid++ % BREAKS.length];
    return {
      series,
      colour: colours[k % COLOURS.length],
      symbol: SYMBOLS[(k + round) % SYMBOLS.length],
      ...(dash === undefined ? {} : { dash }),
      points: has('points'),
      line: has('line'),
      band: has('band'),
      halo,
    };
  });
}
