import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCsv } from '../numerics/data/csv.js';
import { dataPoints, type DataPoints } from '../numerics/data/data-points.js';
import { evaluateNetwork, initializeNetwork } from '../numerics/networks/network.js';
import { train } from '../numerics/networks/trainers.js';
import { stableRates } from '../numerics/networks/tangent-kernel.js';
import type { Data } from '../numerics/networks/training.js';
import { adjustTargets, affineValues, type Adjustment } from '../numerics/prediction/affine-adjustment.js';
import { predict } from '../numerics/prediction/predict.js';
import { streams } from '../numerics/random/streams.js';
import type { Figure } from '../proofs-check/claim.js';
import { renderFigure } from '../reports/figures/figure.js';
import { bindLaw } from '../theory/initializations/law.js';
import { topography } from './topography.js';

const LAW = bindLaw('gaussian(sigmaW=1,sigmaB=1)');
const SEED = 1;
const SHOWN = 201;

/** What the theorem predicts for the real data of this folder, and what networks trained on them compute. */
export function exampleFigures(folder: URL): Map<string, string> {
  const read = (name: string): DataPoints =>
    dataPoints(parseCsv(readFileSync(new URL(name, folder), 'utf8'), name));
  return new Map([
    ['motorcycle.svg', renderFigure(motorcycle(read('motorcycle.csv')))],
    ['oxygen-demand.svg', renderFigure(oxygenDemand(read('oxygen-demand.csv')))],
    ['topography.svg', renderFigure(topography(read('topography.csv')))],
  ]);
}

/** Training stopped early: the smoothing spline of the theory, and a network after as many steps. */
function motorcycle(data: Data): Figure {
  const x = grid(data);
  const width = 1024;
  const steps = 4_000;
  const { values, rate } = trained(data, width, 'ols', { relativeResidual: 0, maxSteps: steps }, x);
  const time = rate * width * steps;
  return {
    id: 'motorcycle',
    title: 'Motorcycle accident: training stopped early',
    caption:
      'Head acceleration against time; smoothing spline with λ = 1/t, and a network trained up to that time.',
    x: { label: '(milliseconds after impact − 30) / 20' },
    y: { label: 'acceleration / 50 g' },
    layers: [
      { mark: 'points', series: 'readings', faint: true, ...data },
      {
        mark: 'line',
        series: `theory at t = ${time.toPrecision(2)}`,
        dashed: true,
        x,
        y: x.map(predict({ ...data, law: LAW, limit: 'spline', time })),
      },
      { mark: 'line', series: `network of width ${width}, ${steps} steps`, x, y: values },
    ],
  };
}

/** Training to zero error: the weighted spline of the theorem, and networks of two widths. */
function oxygenDemand(data: Data): Figure {
  const x = grid(data);
  const network = (width: number): number[] =>
    trained(data, width, 'gls', { relativeResidual: 1e-6, maxSteps: 2_000_000 }, x).values;
  return {
    id: 'oxygen-demand',
    title: 'Oxygen demand: training to zero error',
    caption:
      'Biochemical oxygen demand against time; the weighted natural spline of Theorem 1, and trained networks.',
    x: { label: '(days − 4) / 2' },
    y: { label: '(demand in mg/l − 15) / 5' },
    layers: [
      { mark: 'line', series: 'network of width 64', x, y: network(64) },
      { mark: 'line', series: 'network of width 1024', x, y: network(1024) },
      {
        mark: 'line',
        series: 'prediction (weighted spline)',
        dashed: true,
        x,
        y: x.map(predict({ ...data, law: LAW, limit: 'spline' })),
      },
      { mark: 'points', series: 'measurements', ...data },
    ],
  };
}

function grid({ x }: Data): number[] {
  const [low, high] = [Math.min(...x), Math.max(...x)];
  return Array.from({ length: SHOWN }, (_, k) => low + ((high - low) * k) / (SHOWN - 1));
}

function trained(
  data: Data,
  width: number,
  adjust: Adjustment,
  stop: { relativeResidual: number; maxSteps: number },
  places: readonly number[],
): { values: number[]; rate: number } {
  const { y, ...taken } = adjustTargets(adjust, LAW, data.x, data.y);
  const start = initializeNetwork(LAW, width, streams(SEED));
  const rates = stableRates(start, data.x);
  const { network } = train(start, { x: data.x, y }, { ...stop, rates });
  const added = affineValues(taken, places);
  const values = Array.from(evaluateNetwork(network, places), (f, k) => f + added[k]);
  return { values, rate: rates.output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../../examples/', import.meta.url);
  for (const [name, svg] of exampleFigures(folder)) writeFileSync(new URL(name, folder), svg);
}
