import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { radialSpline, thinPlate } from '../../numerics/splines/radial-spline.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../theory/integer-power.js';
import type { Figure, Layer } from '../claim.js';
import { S10 } from './point-sets.js';

type Plane = (point: number[]) => number;

const STEPS = 48;
const LAW = 'gaussian(sigmaW=1,sigmaB=0.5)';
const DATA = { x: Array.from(S10.x), y: Array.from(S10.y), inputs: 2 };
const AXES = { x: { label: 'x₁' }, y: { label: 'x₂' }, equalAspect: true };

const ofRadial = (radial: (r: number) => number, degree = 1): Plane =>
  radialSpline({ ...DATA, radial, degree }).evaluate;

/** The r³ spline of ten points, and how far the thin-plate spline and the limit of Gaussian initialization are from it. */
export function limitFields(): Figure {
  const cubic = ofRadial((r) => r * r * r);
  const plate = ofRadial(thinPlate);
  const gaussian = pointInterpolant({
    ...DATA,
    degree: 1,
    kernel: bindVectorLaw(LAW, 2).kernel!.at,
  }).evaluate;
  return {
    id: 'functions',
    title: 'One data set, three radial limits',
    caption:
      'Left: the r³ spline through ten points, the limit of uniform directions and biases. Middle and right: the thin-plate ' +
      'spline r² log r and the limit of Gaussian initialization (σ_B/σ_W = 1/2), less the r³ spline; all three agree at the ' +
      'data points.',
    ...AXES,
    layers: [
      ...panel('r³ spline', 'g(x)', cubic),
      ...panel('r² log r less r³', 'difference', (x) => plate(x) - cubic(x), true),
      ...panel('Gaussian less r³', 'difference', (x) => gaussian(x) - cubic(x), true),
    ],
  };
}

/** What networks of the first powers of ReLU tend to on the same data. */
export function powerFields(): Figure {
  const names = ['step function: r', 'ReLU: r³', 'ReLU²: r⁵'];
  return {
    id: 'functions',
    title: 'One data set, three activations',
    caption:
      'The limits of networks with uniform directions and biases through ten points: the polyharmonic splines of r, r³ and r⁵ ' +
      'with polynomials of degree 0, 1 and 2. The first flattens out away from the data, the others go on.',
    ...AXES,
    layers: names.flatMap((name, k) =>
      panel(
        name,
        'g(x)',
        ofRadial((r) => integerPower(r, 2 * k + 1), k),
      ),
    ),
  };
}

function panel(name: string, series: string, f: Plane, diverging = false): Layer[] {
  const axis = Array.from({ length: STEPS + 1 }, (_, k) => -1 + (2 * k) / STEPS);
  const values = axis.flatMap((q) => axis.map((p) => f([p, q])));
  return [
    { mark: 'field', series, panel: name, x: axis, y: axis, values, disk: 1, diverging },
    {
      mark: 'points',
      series: 'data points',
      panel: name,
      x: DATA.y.map((_, j) => DATA.x[2 * j]),
      y: DATA.y.map((_, j) => DATA.x[2 * j + 1]),
    },
  ];
}
