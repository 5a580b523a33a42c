import { QrDecomposition, Matrix } from 'ml-matrix';
import { cubeDirectionKernel } from '../../numerics/kernels/several/cube-direction-kernel.js';
import { vectorKernelByQuadrature } from '../../numerics/kernels/several/kernel-by-quadrature.js';
import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { norm, pointRows } from '../../numerics/kernels/several/points.js';
import { saddleCondition } from '../../numerics/kernels/several/saddle-condition.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import { radialSpline, thinPlate, type RadialSpline } from '../../numerics/splines/radial-spline.js';
import { bindVectorLaw, type PointKernel } from '../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../theory/integer-power.js';
import { gammaOfHalf, piRationalValue } from '../../theory/pi-rational.js';
import type { Claim, Measured, Profile, Row } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { deviationFigure } from '../univariate/deviation-figure.js';
import { limitFields } from './limit-fields.js';
import { randomPoints, type PointData } from './point-sets.js';
import {
  gapAt,
  INVARIANT_LAWS,
  randomInvariantLaw,
  randomPlaces,
  unitsPerInputs,
} from './random-settings.js';

const INPUTS = [1, 2, 3, 5];
const CASES: Readonly<Record<Profile, number>> = { quick: 12, full: 80 };
/** Cases with data beyond the biases: their kernel takes a quadrature for each value. */
const BEYOND = 4;
const PLACES = 9;
const TOLERANCE = '32 · eps · cond, relative to the size, cond that of the saddle system (1 for the kernel)';
const DRAWN = ['gaussian', 'cube', 'thin-plate', 'ols'];

/** Theorems 7 and 8: constant ζ gives the cubic radial spline in every dimension. */
export const polyharmonicLimit: Claim = {
  id: 'polyharmonic-limit',
  title: 'Uniform directions and biases learn the cubic radial spline, in every dimension',
  inBrief:
    'With weights that favour no direction and biases spread evenly over a wide enough interval, a bend ' +
    'costs the same wherever it lies among the data. The claim says that the infinitely wide network ' +
    'then learns a known surface of scattered-data interpolation, a weighted sum of the cubed distances ' +
    'to the data points plus a linear function, whatever the number of inputs. In two dimensions one ' +
    'might expect the thin-plate spline instead; it is among the false versions that must be refuted. ' +
    'Limit and spline are computed separately in one to five dimensions and compared.',
  kind: 'numeric',
  statement:
    'Let $W\\in\\mathbb R^d$ be bounded with a law invariant under rotations, and $B$ uniform on an interval that holds $-\\langle W,x\\rangle$ for all ' +
    '$\\|x\\|\\le\\max\\|x_j\\|$. Then $\\zeta(V,c)$ is constant there and the infinite-width limit with its affine part is ' +
    '$g(x)=\\sum_j\\lambda_j\\|x-x_j\\|^3+\\langle u,x\\rangle+v$, $\\sum_j\\lambda_j=0$, $\\sum_j\\lambda_jx_j=0$, which minimises ' +
    '$\\int((-\\Delta)^{(d+3)/4}g)^2$ among the interpolants. It is $r^3$ for every $d$, $(u,v)$ is the same for all these laws, and ' +
    '$\\|g-\\langle u,\\cdot\\rangle-v\\|_K^2=\\gamma_d\\,\\zeta^{-1}\\int((-\\Delta)^{(d+3)/4}g)^2$ with $\\gamma_d=1/(2(2\\pi)^{d-1})$, the integral being ' +
    '$A_d\\sum_{jk}\\lambda_j\\lambda_k\\|x_j-x_k\\|^3$, $A_d=3\\cdot2^{d+1}\\pi^{(d-1)/2}\\,\\Gamma(\\tfrac{d+3}2)$.',
  source:
    'Jin and Montúfar (2023), Theorems 7 and 8 (W uniform on the sphere); that any rotation-invariant bounded W does, and biases ' +
    'about another mean, is ours',
  uses: ['uniform-natural-cubic'],
  assumptions: [
    {
      statement: '$|\\langle W,x_j\\rangle+E B|\\le a_B$ for every data point',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return { value: `largest ‖x_j‖ is ${share.toFixed(3)} of that`, holds: share <= 1 };
      },
    },
  ],
  protocol:
    `In d = ${INPUTS.join(', ')}: random data in the unit ball, d + 2 to d + 9 points with normal targets, ${CASES.quick} (quick) or ${CASES.full} (full) ` +
    `sets, in turn for ${INVARIANT_LAWS.join(', ')} with random parameters. The limit by the law’s kernel on contrasts against the spline by ` +
    `LU of the textbook block system, at ${PLACES} places, the affine parts likewise; the squared norm against that of the statement; the ` +
    'closed-form kernel against quadrature of the densities of W and B at two pairs of points. ' +
    `Tolerance: ${TOLERANCE}.`,
  controls: [
    {
      id: 'thin-plate',
      title: 'the thin-plate spline r² log r, d = 2',
      because: 'it minimises ∫(Δg)², which is (d+3)/4 only for d = 1',
    },
    { id: 'linear-radial', title: 'the spline of r, d > 1', because: 'it minimises ∫((−Δ)^((d+1)/4) g)²' },
    { id: 'gaussian', title: 'the same claim for Gaussian initialization', because: 'its ζ falls with |c|' },
    {
      id: 'cube',
      title: 'weights uniform in a cube, d > 1',
      because: 'ζ depends on the direction: E|⟨W,δ⟩|³ is not a multiple of ‖δ‖³',
    },
    {
      id: 'cube-directions',
      title: 'weights uniform in the square and then normalised, d = 2',
      because: 'they have unit length but are denser along the diagonals',
    },
    {
      id: 'beyond',
      title: 'biases that reach to .9 of the data only, d = 1 and 2',
      because: 'ζ = 0 for larger |c|',
    },
    {
      id: 'unadjusted',
      title: 'the interpolant without an affine part',
      because: 'K holds affine terms at a price',
    },
    {
      id: 'ols',
      title: '(u, v) by ordinary least squares',
      because: 'the limit is the spline for generalized least squares only',
    },
  ],
  units: (profile) => unitsPerInputs(INPUTS, CASES, profile),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: ({ claim = [], ...evidence }) => [
    limitFields(),
    deviationFigure(
      { claim, ...Object.fromEntries(DRAWN.map((id) => [id, evidence[id] ?? []])) },
      'cond of the saddle system',
      'condition',
    ),
  ],
};

function measure(unit: Parameters<Claim['measure']>[0], random: Parameters<Claim['measure']>[1]): Measured {
  const [d, index] = [Number(unit.inputs), Number(unit.index)];
  const law = randomInvariantLaw(INVARIANT_LAWS[index % INVARIANT_LAWS.length], d, random.stream('law'));
  const where = random.stream('data');
  const data = randomPoints(d + 2 + where.integer(8), d, 1, where);
  const points = pointRows(data.x, d);
  const places = randomPlaces(PLACES, d, 1, random.stream('places'));
  const { at, within } = law.kernel!;
  const limit = pointInterpolant({ kernel: at, ...data, degree: 1 });
  const spline = splineOf(data, (r) => r * r * r);
  const size = Math.max(...Array.from(data.y, Math.abs));
  const condition = saddleCondition(at, data.x, d, 1);
  const row = (what: string, deviation: number, scale = size, factor = condition): Row => ({
    group: `d = ${d}: ${what}`,
    deviation: deviation / scale,
    tolerance: 32 * Number.EPSILON * factor,
    scale: 1,
    condition,
    reach: Math.max(...points.map(norm)) / within,
  });
  const toSpline = (f: (point: number[]) => number, truth = spline): Row[] => [
    row('limit and spline', gapAt(f, truth.evaluate, places)),
  ];
  const ofKernel = (kernel: PointKernel): Row[] =>
    toSpline(pointInterpolant({ kernel, ...data, degree: 1 }).evaluate);

  const energy = seminorm(spline, points) / (2 * integerPower(2 * Math.PI, d - 1) * law.evenZeta([1], 0));
  const byQuadrature = vectorKernelByQuadrature(law);
  const kernelRow = (x: ArrayLike<number>, y: ArrayLike<number>): Row =>
    row('kernel and quadrature', Math.abs(at(x, y) - byQuadrature(x, y)), Math.sqrt(at(x, x) * at(y, y)), 1);
  const claim = [
    ...toSpline(limit.evaluate),
    row('affine parts', gapAt(limit.polynomial, spline.polynomial, places)),
    row('squared norm and seminorm', Math.abs(limit.squaredNorm - energy), energy),
    kernelRow(points[0], points[1]),
    kernelRow(points[2], points[2]),
  ];

  const leastSquares = affineFit(data, points);
  const rest = { ...data, y: Array.from(data.y, (yj, j) => yj - leastSquares(points[j])) };
  const ols = pointInterpolant({ kernel: at, ...rest, degree: -1 });
  return {
    claim,
    gaussian: ofKernel(bindVectorLaw('gaussian', d).kernel!.at),
    unadjusted: toSpline(pointInterpolant({ kernel: at, ...data, degree: -1 }).evaluate),
    ols: toSpline((point) => ols.evaluate(point) + leastSquares(point)),
    ...(d > 1 && {
      'linear-radial': toSpline(
        limit.evaluate,
        splineOf(data, (r) => r),
      ),
      cube: ofKernel(vectorKernel(bindVectorLaw(`uniform(aW=1,aB=${Math.ceil(Math.sqrt(d))})`, d), 1)),
    }),
    ...(d === 2 && {
      'thin-plate': toSpline(limit.evaluate, splineOf(data, thinPlate)),
      'cube-directions': ofKernel(cubeDirectionKernel(1)),
    }),
    ...(d <= 2 && index < BEYOND && { beyond: ofKernel(shortBiases(points)) }),
  };
}

/** The kernel of biases that reach to .9 of the farthest point: farther out in d = 1 it could not fit three points of a side. */
function shortBiases(points: readonly Float64Array[]): PointKernel {
  const reach = Math.max(...points.map(norm));
  return vectorKernel(
    bindVectorLaw(`sphere-uniform(aB=${(0.9 * reach).toFixed(6)})`, points[0].length),
    reach,
  );
}

const splineOf = ({ x, y, inputs }: PointData, radial: (r: number) => number): RadialSpline =>
  radialSpline({ radial, x: Array.from(x), y: Array.from(y), inputs, degree: 1 });

/** ∫((−Δ)^((d+3)/4) g)² of the r³ spline: A_d Σ λ_j λ_k ‖x_j − x_k‖³. */
function seminorm(
  { coefficients, evaluate, polynomial }: RadialSpline,
  points: readonly Float64Array[],
): number {
  const d = points[0].length;
  const constant =
    3 *
    integerPower(2, d + 1) *
    integerPower(Math.sqrt(Math.PI), d - 1) *
    piRationalValue(gammaOfHalf(d + 3));
  return points.reduce((sum, point, j) => {
    const at = Array.from(point);
    return sum + constant * coefficients[j] * (evaluate(at) - polynomial(at));
  }, 0);
}

/** The affine function nearest to the data in the sum of squares. */
function affineFit({ y }: PointData, points: readonly Float64Array[]): (point: ArrayLike<number>) => number {
  const design = new Matrix(points.map((point) => [1, ...point]));
  const [v, ...u] = new QrDecomposition(design).solve(Matrix.columnVector(Array.from(y))).to1DArray();
  return (point) => u.reduce((sum, ui, i) => sum + ui * point[i], v);
}
