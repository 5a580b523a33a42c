import type { DataPoints } from '../numerics/data/data-points.js';
import { grid, gridPoints } from '../numerics/data/queries.js';
import { evaluateNetwork, initializeNetwork } from '../numerics/networks/network.js';
import { train } from '../numerics/networks/trainers.js';
import { predictions } from '../numerics/prediction/predict.js';
import { streams } from '../numerics/random/streams.js';
import type { Figure, Layer } from '../proofs-check/claim.js';
import { bindVectorLaw } from '../theory/initializations/several/vector-law.js';

const LAW = bindVectorLaw('sphere-uniform(aB=2)', 2);
const [SEED, WIDTH, RATE, STEPS] = [1, 4000, 5e-6, 20_000];
const SHOWN = 61;

/** Training in two inputs, stopped early: what the theory says, a network after as many steps, and their difference. */
export function topography({ x: inputs, y: heights }: DataPoints): Figure {
  const [east, north] = [0, 1].map((i) => inputs.filter((_, k) => k % 2 === i));
  const places = gridPoints(inputs, 2, SHOWN);
  const time = RATE * WIDTH * STEPS;
  const theory = predictions({ x: inputs, y: heights, law: LAW, limit: 'raw', time }, places);
  const { network } = train(
    initializeNetwork(LAW, WIDTH, streams(SEED)),
    { x: inputs, y: heights },
    { rates: { hidden: RATE, output: RATE }, relativeResidual: 0, maxSteps: STEPS },
  );
  const trained = Array.from(evaluateNetwork(network, places));
  const field = (panel: string, series: string, values: readonly number[]): Layer & { mark: 'field' } => ({
    mark: 'field',
    series,
    panel,
    x: grid(east, SHOWN),
    y: grid(north, SHOWN),
    // the grid of a field has the first input fastest
    values: values.map((_, k) => values[(k % SHOWN) * SHOWN + Math.floor(k / SHOWN)]),
  });
  const [height, prediction, learned] = [
    'height, (feet − 830) / 100',
    `theory at t = ${time}`,
    `network of width ${WIDTH}`,
  ];
  return {
    id: 'topography',
    title: 'Topography: training in two inputs, stopped early',
    caption: `Heights of 52 places; what infinitely wide training reaches at time ${time}, a network after ${STEPS} steps, and their difference.`,
    x: { label: 'east, (map units − 3) / 3' },
    y: { label: 'north, (map units − 3) / 3' },
    equalAspect: true,
    layers: [
      field(prediction, height, theory),
      field(learned, height, trained),
      {
        ...field(
          'difference',
          'network − theory',
          trained.map((value, k) => value - theory[k]),
        ),
        diverging: true,
      },
      { mark: 'points', series: 'survey', x: east, y: north },
    ],
  };
}
