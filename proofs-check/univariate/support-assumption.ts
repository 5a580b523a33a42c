import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { initializeNetwork } from '../../numerics/networks/network.js';
import { trainPlain } from '../../numerics/networks/plain-trainer.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { outsideFigure } from './outside-figure.js';

/** ζ = 1/2 on (−1, 1), 0 outside. */
const LAW = bindLaw('binary-uniform(w0=1,aB=1)');
const CASES: Readonly<Record<Profile, number>> = { quick: 12, full: 100 };
const WIDTH = 1024;
const STEPS = 10_000;
const PLACES = 41;
const SHOWN = 161;
/** About 3 n^(−1/2) at the width used: how far a trained network may fall below the infinite-width floor. */
const FLOOR_SLACK = 0.1;

/** Theorem 1 needs every x_j in supp ζ: what happens outside, and that the theorem read literally fails there. */
export const supportAssumption: Claim = {
  id: 'support-assumption',
  title: 'Outside supp ζ the theorem read literally fails',
  kind: 'numeric',
  statement:
    'Let $\\zeta=0$ beyond $|x|=s$. With at most two data points outside on either side, the infinite-width limit is the weighted ' +
    'spline through *all* points with $\\zeta=0$ outside, so affine there. With $k\\ge3$ outside on one side, $K$ has rank $M-(k-2)$, ' +
    'and training cannot fall below the second divided difference of the points outside: no zero error.',
  source: 'the assumption of Theorem 13 in Jin and Montúfar (2023), which Theorem 1 does not repeat',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement:
        'some $x_j$ lie outside $\\operatorname{supp}\\zeta$ (the violated case is what is shown here)',
      measured: (rows) => {
        const inside = rows.filter((row) => !(Number(row.outside) > 0)).length;
        return { value: `${rows.length - inside} of ${rows.length} comparisons`, holds: inside === 0 };
      },
    },
  ],
  protocol:
    `Law ${LAW.text}. Random data with 3 to 5 points inside and two or three to the right of the support, ` +
    `${CASES.quick} (quick) or ${CASES.full} (full) sets. Two outside: kernel interpolant (quadrature) against the spline with ` +
    'ζ = 0 outside. Three outside: smallest eigenvalue of K over the largest, against 100 M eps; one network of width ' +
    `${WIDTH} trained for ${STEPS} steps, and its residual against the floor that the divided difference sets.`,
  controls: [
    {
      id: 'literal',
      title: 'Theorem 1 read literally: the spline of the points inside the support',
      because: 'the points outside then put no constraint on S',
    },
    {
      id: 'constant-penalty',
      title: 'the natural cubic spline through all points',
      because: 'it bends outside the support, where no unit has its kink',
    },
    {
      id: 'all-inside',
      title: 'singular K and a floor of the residual for data inside the support',
      because: 'there K is positive definite and training reaches zero error',
    },
  ],
  units: (profile) =>
    [2, 3].flatMap((outside) =>
      Array.from({ length: CASES[profile] }, (_, index): Unit => ({
        id: `${outside} outside/${index}`,
        outside,
        index,
      })),
    ),
  measure: (unit, random) =>
    unit.outside === 2 ? measureTwoOutside(random, Number(unit.index)) : measureThreeOutside(random),
  decide: (rows) =>
    decideIdentity(rows, '1e3 · eps · cond K · max|y|, 100 M eps for the eigenvalue, 1/10 for the floor'),
  figures: (evidence) => [outsideFigure(evidence, LAW.support)],
  findings,
};

/** Points inside (−s, s), and `outside` more to the right of it. */
function dataWith(outside: number, random: RandomStream): Data {
  const inner = randomData(3 + random.integer(3), 0.95 * LAW.support, random);
  let last = 1.1 * LAW.support;
  const beyond = Array.from({ length: outside }, () => (last += 0.2 + 0.4 * random.uniform()));
  return { x: [...inner.x, ...beyond], y: [...inner.y, ...beyond.map(() => random.normal())] };
}

const reachOf = ({ x }: Data): number => Math.max(...x.map(Math.abs));

function measureTwoOutside(random: Parameters<Claim['measure']>[1], index: number): Measured {
  const data = dataWith(2, random.stream('data'));
  const { x, y } = data;
  const limit = kernelInterpolant({ kernel: lawKernel(LAW, reachOf(data)), x, y, adjust: 'gls' });
  const size = Math.max(...y.map(Math.abs));
  const row = (target: (t: number) => number, places: readonly number[]): Row => ({
    group: 'two outside: limit and spline',
    deviation: largestGap(limit.evaluateWithAffine, target, places),
    tolerance: 1e3 * Number.EPSILON * limit.condition * size,
    scale: size,
    outside: 2,
  });
  const inside = { x: x.slice(0, -2), y: y.slice(0, -2) };
  const all = gridOver(data, PLACES);
  const truth = weightedNaturalSpline({ x, y, zeta: LAW.zeta, breaks: LAW.breaks }).evaluate;
  const literal = naturalCubicSpline(inside.x, inside.y).evaluate;
  const cubic = naturalCubicSpline(x, y).evaluate;
  return {
    claim: [row(truth, all)],
    literal: [row(literal, gridOver(inside, PLACES))],
    'constant-penalty': [row(cubic, all)],
    // The first case is drawn.
    ...(index === 0 && {
      functions: gridOver(data, SHOWN).map((t) => ({
        x: t,
        limit: limit.evaluateWithAffine(t),
        literal: literal(t),
        cubic: cubic(t),
      })),
      points: x.map((xj, j) => ({ x: xj, y: y[j] })),
    }),
  };
}

function measureThreeOutside(random: Parameters<Claim['measure']>[1]): Measured {
  const data = dataWith(3, random.stream('data'));
  const shrink = (0.95 * LAW.support) / reachOf(data);
  const inside = { x: data.x.map((xj) => xj * shrink), y: data.y };
  const rows = (d: Data, outside: number, streams: typeof random): Row[] => {
    const { values } = symmetricEigen(kernelMatrix(lawKernel(LAW, reachOf(d)), d.x));
    const points = d.x.length;
    const floor = divisionFloor(d);
    const start = initializeNetwork(LAW, WIDTH, streams);
    const { relativeResidual } = trainPlain(start, d, {
      rates: stableRates(start, d.x),
      relativeResidual: 0,
      maxSteps: STEPS,
    });
    return [
      {
        group: 'three outside: smallest eigenvalue of K over the largest',
        deviation: Math.abs(values[0]) / values[points - 1],
        tolerance: 100 * points * Number.EPSILON,
        scale: 1,
        outside,
      },
      {
        group: 'three outside: floor / residual after training − 1',
        deviation: Math.max(0, floor / relativeResidual - 1),
        tolerance: FLOOR_SLACK,
        outside,
      },
    ];
  };
  return {
    claim: rows(data, 3, random.below('outside')),
    'all-inside': rows(inside, 0, random.below('inside')),
  };
}

/**
 * Beyond the support every network of infinite width is affine, so the residual keeps the component of y along the
 * second divided difference c of the last three points: |c·y| / (‖c‖ ‖y‖).
 */
function divisionFloor({ x, y }: Data): number {
  const [p, q, r] = [x.length - 3, x.length - 2, x.length - 1];
  const c = [1 / (x[q] - x[p]), -1 / (x[q] - x[p]) - 1 / (x[r] - x[q]), 1 / (x[r] - x[q])];
  const norm = (values: readonly number[]): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Math.abs(c[0] * y[p] + c[1] * y[q] + c[2] * y[r]) / (norm(c) * norm(y));
}

function findings(evidence: Measured): readonly Finding[] {
  const gaps = (evidence.literal ?? []).map((row) => Number(row.deviation)).sort((a, b) => a - b);
  if (gaps.length === 0) return [];
  return [
    {
      title: 'Theorem 1 needs the data inside supp ζ',
      text:
        'Theorem 1 as printed restricts the penalty to $S=\\operatorname{supp}\\zeta\\cap[\\min x_j,\\max x_j]$ and lets data lie anywhere. ' +
        'With two points outside, the infinite-width limit is the weighted spline through all points, affine outside; the ' +
        `function that the theorem names is off by ${gaps[0].toPrecision(2)} to ${gaps[gaps.length - 1].toPrecision(2)} (median ` +
        `${gaps[gaps.length >> 1].toPrecision(2)}) on the points' own range. With three points outside on one side the kernel is ` +
        'singular and gradient descent cannot reach zero error. The assumption is stated in Theorem 13; it belongs to Theorem 1 too. ' +
        'The command line refuses such data.',
    },
  ];
}
