import type { Figure, Layer } from '../../../proofs-check/claim.js';
import type { Field } from '../../../reports/figures/colour-scale.js';

/** Pictures of functions of two inputs, as claims draw them. */

const grid = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
const onGrid = (x: number[], y: number[], of: (a: number, b: number) => number): number[] =>
  y.flatMap((b) => x.map((a) => of(a, b)));

const truth = (a: number, b: number): number => Math.sin(3 * a) + Math.cos(2 * b + a) + 0.7 * a;
const trained = (a: number, b: number): number => truth(a, b) + 0.03 * Math.sin(5 * a - 2 * b) * b;
const sunflower = Array.from({ length: 10 }, (_, k) => {
  const [radius, angle] = [0.95 * Math.sqrt((k + 0.5) / 9.5), k * Math.PI * (3 - Math.sqrt(5))];
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const data: Layer = {
  mark: 'points',
  series: 'training data',
  x: sunflower.map(([a]) => a),
  y: sunflower.map(([, b]) => b),
};

const side = grid(-1, 1, 61);
const field = (panel: string, series: string, of: (a: number, b: number) => number): Field => ({
  mark: 'field',
  series,
  panel,
  x: side,
  y: side,
  values: onGrid(side, side, of),
  disk: 1,
});

export const contours: Figure = {
  id: 'contours',
  title: 'Prediction, trained network and their difference, 10 data points',
  caption: 'The first two share a colour scale; the difference has its own.',
  x: { label: 'x₁' },
  y: { label: 'x₂' },
  equalAspect: true,
  layers: [
    field('prediction', 'function value', truth),
    field('trained network', 'function value', trained),
    {
      ...field('difference', 'trained network − prediction', (a, b) => trained(a, b) - truth(a, b)),
      diverging: true,
    },
    data,
  ],
};

const angles = grid(0, 2 * Math.PI, 61);
const offsets = grid(-2, 2, 61);

/** Of the uniform law on a square with sides 2/√2 and biases alike. */
function zetaCube(angle: number, c: number): number {
  const bound = 1 / Math.sqrt(2);
  const m = Math.min(
    bound / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))),
    bound / Math.abs(c),
  );
  return (m * m * m * m * m) / (40 * bound * bound * bound);
}

export const penalty: Figure = {
  id: 'zeta',
  title: 'ζ(V, c) of the uniform law on the square',
  caption: 'ζ depends on the direction: it is largest along the diagonals.',
  x: { label: 'angle of V (radians)', angle: true },
  y: { label: 'c' },
  layers: [{ mark: 'field', series: 'ζ', x: angles, y: offsets, values: onGrid(angles, offsets, zetaCube) }],
};

const kinks = Array.from({ length: 600 }, (_, k) => {
  const [angle, c] = [(k * 2.399963) % (2 * Math.PI), ((k * 0.7548776) % 1) * 3 - 1.5];
  return { angle, c, change: Math.sin(2 * angle + c) * Math.exp(-2 * c * c) };
});

export const changes: Figure = {
  id: 'kinks',
  title: 'What the kinks of a trained network do',
  caption: 'Each dot is one hidden unit.',
  x: { label: 'angle of V (radians)', angle: true },
  y: { label: 'c' },
  layers: [
    {
      mark: 'field',
      series: 'ζ',
      x: angles,
      y: offsets,
      values: onGrid(angles, offsets, zetaCube),
    },
    {
      mark: 'points',
      series: 'change of slope at the kink, one dot for each hidden unit',
      x: kinks.map(({ angle }) => angle),
      y: kinks.map(({ c }) => c),
      values: kinks.map(({ change }) => change),
      diverging: true,
    },
    {
      mark: 'line',
      series: 'largest ‖xⱼ‖',
      x: [0, 2 * Math.PI],
      y: [0.95, 0.95],
      dashed: true,
    },
  ],
};
