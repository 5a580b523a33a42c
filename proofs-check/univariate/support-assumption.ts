import { fitAffine } from '../../numerics/kernels/affine-part.js';
import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { initializeNetwork } from '../../numerics/networks/network.js';
import { train } from '../../numerics/networks/trainers.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { outsideFigure } from './outside-figure.js';

/** ζ = 1/2 on (−1, 1), 0 outside. */
const LAW = bindLaw('binary-uniform(w0=1,aB=1)');
/** Points outside on the left and on the right, in turn. */
const FEW = [
  [0, 2],
  [1, 1],
  [2, 2],
  [1, 0],
];
const MANY = [
  [0, 3],
  [4, 0],
];
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
  inBrief:
    'Some initializations place no kinks beyond a certain distance, so the network cannot bend there. ' +
    'This claim says what happens to data that lie beyond: up to two points on a side are still fitted, ' +
    'by a straight line that also changes the curve inside, while three or more on a side cannot be ' +
    'fitted unless they lie on a line. The main theorem, read to the letter, overlooks both, so its ' +
    'assumption on the data matters. Limits are computed for random data, and networks are trained to ' +
    'see where their error stops falling.',
  kind: 'numeric',
  statement:
    'Let $\\zeta=0$ beyond $|x|=s$. With at most two data points outside on either side, the infinite-width limit is the weighted ' +
    'spline through *all* points with $\\zeta=0$ outside, so affine there. With $k\\ge3$ outside on one side, $K$ has rank $M-(k-2)$, ' +
    'and training cannot fall below the residual of the best affine fit to those $k$ points: no zero error.',
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
    `Law ${LAW.text}. Random data with 3 to 5 points inside and, in turn, (${FEW.map(String).join('), (')}) on the left and right ` +
    `outside, ${CASES.quick} (quick) or ${CASES.full} (full) sets: kernel interpolant (quadrature) against the spline with ζ = 0 ` +
    `outside. As many with (${MANY.map(String).join('), (')}) outside: the k − 2 smallest eigenvalues of K against 100 M eps of the ` +
    `largest, the next one above that; one network of width ${WIDTH} trained for ${STEPS} steps, and its residual against the floor.`,
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
  units,
  measure: (unit, random) => (unit.kind === 'few' ? measureFew(unit, random) : measureMany(unit, random)),
  decide: (rows) =>
    decideIdentity(rows, '1e3 · eps · cond K · max|y|, 100 M eps for eigenvalues, 1/10 for the floor'),
  figures: (evidence) => [outsideFigure(evidence, LAW.support)],
  findings,
};

function units(profile: Profile): Unit[] {
  return Object.entries({ few: FEW, many: MANY }).flatMap(([kind, sides]) =>
    Array.from({ length: CASES[profile] }, (_, index): Unit => {
      const [left, right] = sides[index % sides.length];
      return { id: `${left} and ${right} outside/${index}`, kind, left, right, index };
    }),
  );
}

/** Points inside (−s, s), with more to the left and to the right of it. */
function dataWith({ left, right }: Unit, random: RandomStream): Data {
  const inner = randomData(3 + random.integer(3), 0.95 * LAW.support, random).x;
  const beyond = (count: number): number[] => {
    let last = 1.1 * LAW.support;
    return Array.from({ length: count }, () => (last += 0.2 + 0.4 * random.uniform()));
  };
  const before = beyond(Number(left)).map((x) => -x);
  const x = [...before.reverse(), ...inner, ...beyond(Number(right))];
  return { x, y: x.map(() => random.normal()) };
}

const reachOf = ({ x }: Data): number => Math.max(...x.map(Math.abs));

function measureFew(unit: Unit, random: Streams): Measured {
  const data = dataWith(unit, random.stream('data'));
  const { x, y } = data;
  const limit = kernelInterpolant({ kernel: lawKernel(LAW, reachOf(data)), x, y, adjust: 'gls' });
  const size = Math.max(...y.map(Math.abs));
  const row = (target: (t: number) => number, places: readonly number[]): Row => ({
    group: 'at most two outside on a side: limit and spline',
    deviation: largestGap(limit.evaluateWithAffine, target, places),
    tolerance: 1e3 * Number.EPSILON * limit.condition * size,
    scale: size,
    outside: Number(unit.left) + Number(unit.right),
  });
  const [from, to] = [Number(unit.left), x.length - Number(unit.right)];
  const inside = { x: x.slice(from, to), y: y.slice(from, to) };
  const all = gridOver(data, PLACES);
  const truth = weightedNaturalSpline({ x, y, zeta: LAW.zeta, breaks: LAW.breaks }).evaluate;
  const literal = naturalCubicSpline(inside.x, inside.y).evaluate;
  const cubic = naturalCubicSpline(x, y).evaluate;
  return {
    claim: [row(truth, all)],
    literal: [row(literal, gridOver(inside, PLACES))],
    'constant-penalty': [row(cubic, all)],
    // The first case is drawn.
    ...(unit.index === 0 && {
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

function measureMany(unit: Unit, random: Streams): Measured {
  const data = dataWith(unit, random.stream('data'));
  const shrink = (0.95 * LAW.support) / reachOf(data);
  const inside = { x: data.x.map((xj) => xj * shrink), y: data.y };
  const k = Math.max(Number(unit.left), Number(unit.right));
  const rows = (d: Data, outside: number, streams: Streams): Row[] => {
    const { values } = symmetricEigen(kernelMatrix(lawKernel(LAW, reachOf(d)), d.x));
    const roundOff = 100 * d.x.length * Number.EPSILON;
    const share = (index: number): number => Math.abs(values[index]) / values[values.length - 1];
    const start = initializeNetwork(LAW, WIDTH, streams);
    const { relativeResidual } = train(start, d, {
      rates: stableRates(start, d.x),
      relativeResidual: 0,
      maxSteps: STEPS,
    });
    return [
      {
        group: 'more outside: the k − 2 smallest eigenvalues of K over the largest',
        deviation: share(k - 3),
        tolerance: roundOff,
        scale: 1,
        outside,
      },
      {
        group: 'more outside: round-off over the next eigenvalue',
        deviation: roundOff / share(k - 2),
        tolerance: 1,
        outside,
      },
      {
        group: 'more outside: floor / residual after training − 1',
        deviation: Math.max(0, floorOf(d, unit) / relativeResidual - 1),
        tolerance: FLOOR_SLACK,
        outside,
      },
    ];
  };
  return {
    claim: rows(data, k, random.below('outside')),
    'all-inside': rows(inside, 0, random.below('inside')),
  };
}

/** Every network of infinite width is affine beyond the support: ‖y − best affine fit‖ there, over ‖y‖. */
function floorOf({ x, y }: Data, { left, right }: Unit): number {
  const side = <T>(values: readonly T[]): readonly T[] =>
    Number(left) > Number(right)
      ? values.slice(0, Number(left))
      : values.slice(values.length - Number(right));
  const [outside, targets] = [side(x), side(y)];
  const { u, v } = fitAffine(outside, targets, (vector) => Float64Array.from(vector));
  const norm = (values: readonly number[]): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return norm(targets.map((target, j) => target - u * outside[j] - v)) / norm(y);
}

function findings(evidence: Measured): readonly Finding[] {
  const gaps = (evidence.literal ?? []).map((row) => Number(row.deviation)).sort((a, b) => a - b);
  if (gaps.length === 0) return [];
  return [
    {
      title: 'Theorem 1 needs the data inside supp ζ',
      text:
        'Theorem 1 as printed restricts the penalty to $S=\\operatorname{supp}\\zeta\\cap[\\min x_j,\\max x_j]$ and lets data lie anywhere. ' +
        'With one or two points outside on a side, the infinite-width limit is the weighted spline through all points, affine ' +
        `outside; the function that the theorem names is off by ${gaps[0].toPrecision(2)} to ${gaps[gaps.length - 1].toPrecision(2)} ` +
        `(median ${gaps[gaps.length >> 1].toPrecision(2)}) on the range of the points inside. With three or more outside on one side ` +
        'the kernel is singular and gradient descent cannot reach zero error. The assumption is stated in Theorem 13; it belongs to ' +
        'Theorem 1 too. `theorem-check predict` refuses such data.',
    },
  ];
}
