import * as Plot from '@observablehq/plot';
import { type ColourScale, type Field } from './colour-scale.js';
import { INK } from './layout.js';
import { plotGroup } from './plot-svg.js';

/** Pixels of a value on an axis. */
export type Place = (value: number) => number;

/** Units of the paths in a pixel: whole numbers in steps from point to point keep them short. */
const UNITS = 10;
/** Units of Plot's paths between two columns or rows of the grid. */
const CELL = 100;

/** A field as filled contours with thin lines between the bands; `id` names its clip path within the figure. */
export function fieldSvg(field: Field, scale: ColourScale, x: Place, y: Place, id: string): string {
  const present = field.values.filter((value) => value !== null);
  // The lowest band takes all values below it: outside the disk there may be some.
  const thresholds = scale.colours.map((_, k) =>
    k === 0 ? present.reduce((a, b) => Math.min(a, b)) : scale.levels[k],
  );
  const paths = thresholds.flatMap((threshold, k) => {
    const d = compactPath(contour(field, threshold), gridPlace(field.x, x), gridPlace(field.y, y));
    return d === '' ? [] : [`<path fill="${scale.colours[k]}" d="${d}"/>`];
  });
  const look = `stroke="${INK}" stroke-opacity="0.5" stroke-width="${0.6 * UNITS}" stroke-linejoin="round"`;
  const group = `<g transform="scale(${1 / UNITS})" ${look}>${paths.join('')}</g>`;
  if (field.disk === undefined) return group;
  const radii = [x, y].map((place) => Math.abs(place(field.disk!) - place(0)).toFixed(1));
  const ellipse = `<ellipse cx="${x(0).toFixed(1)}" cy="${y(0).toFixed(1)}" rx="${radii[0]}" ry="${radii[1]}"`;
  return (
    `<clipPath id="${id}">${ellipse}/></clipPath><g clip-path="url(#${id})">${group}</g>` +
    `${ellipse} fill="none" stroke="#8c959f"/>`
  );
}

/** The region where the field is at least that high, as path data in units of the grid. */
function contour({ x, y, values }: Field, threshold: number): string {
  const [width, height] = [x.length, y.length];
  const bounds = { x: null, y: null, x1: 0, y1: 0, x2: CELL * width, y2: CELL * height };
  const svg = plotGroup(0, 0, {
    width: CELL * width,
    height: CELL * height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.contour(
        values.map((value) => value ?? NaN),
        { ...bounds, width, height, value: Plot.identity, thresholds: [threshold], fill: INK },
      ),
    ],
  });
  return / d="([^"]*)"/.exec(svg)?.[1] ?? '';
}

/** From Plot's units along one side of the grid, whose nodes stand in the middle of cells, to pixels. */
function gridPlace(nodes: readonly number[], place: Place): Place {
  return (unit) => {
    const at = Math.max(0, Math.min(nodes.length - 1, unit / CELL - 0.5));
    const k = Math.min(nodes.length - 2, Math.floor(at));
    return place(nodes[k] + (at - k) * (nodes[k + 1] - nodes[k]));
  };
}

/** Rings of absolute points, the last not the first again, as steps in whole units, without points that change nothing. */
function compactPath(d: string, x: Place, y: Place): string {
  const rings = d.split('Z').filter((ring) => ring !== '');
  return rings
    .map((ring) => {
      const points = ring
        .slice(1)
        .split('L')
        .map((point) => point.split(',').map(Number))
        .map(([px, py]) => [Math.round(UNITS * x(px)), Math.round(UNITS * y(py))] as const);
      const kept: (readonly [number, number])[] = [];
      for (const point of points) {
        while (kept.length > 0 && isBetween(kept.at(-2), kept.at(-1)!, point)) kept.pop();
        kept.push(point);
      }
      if (kept.length < 3) return '';
      const steps = kept.slice(1).map(([a, b], k) => `${a - kept[k][0]} ${b - kept[k][1]}`);
      return `M${kept[0].join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}

/** Whether a point can be left out: it repeats the next one, or lies on the straight way to it. */
function isBetween(
  before: readonly [number, number] | undefined,
  [x, y]: readonly [number, number],
  next: readonly [number, number],
): boolean {
  const [dx, dy] = [next[0] - x, next[1] - y];
  if (dx === 0 && dy === 0) return true;
  if (before === undefined) return false;
  const [ex, ey] = [x - before[0], y - before[1]];
  return ex * dy === ey * dx && ex * dx + ey * dy > 0;
}
