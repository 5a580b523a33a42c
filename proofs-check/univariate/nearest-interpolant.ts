import { Matrix, pseudoInverse } from 'ml-matrix';
import {
  displacementOf,
  squaredLength,
  type Displacement,
} from '../../numerics/networks/linearized/displacement.js';
import { trainLinearized } from '../../numerics/networks/linearized/linearized-trainer.js';
import { ratedTangentKernel } from '../../numerics/networks/linearized/rated-kernel.js';
import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates, stochasticRates } from '../../numerics/networks/tangent-kernel.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { initializations } from '../../theory/initializations/index.js';
import { spdCondition } from '../../numerics/linear-algebra/spd.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 4, full: 20 };
const LAWS = initializations.filter(({ name }) => ['gaussian', 'uniform', 'laplace'].includes(name));
const RELATIVE_RESIDUAL = 1e-5;
const MAX_STEPS = 20_000_000;
const EXACT = 'limit and minimum-norm solution';
/** Beyond, SGD takes too long, and a tolerance of 1e3·eps·cond says little. */
const LARGEST_CONDITION = 1e5;

/** Theorems 20 and 24: of all interpolants, gradient descent and SGD of the linearized model find the nearest to θ₀. */
export const nearestInterpolant: Claim = {
  id: 'nearest-interpolant',
  title: 'The linearized model is trained to the interpolant nearest to its start',
  inBrief:
    'If many settings of the parameters fit the data, which one does training pick? For the linear model ' +
    'it is the one nearest to where training started; this holds for gradient descent and for its ' +
    'stochastic variant, with distance measured so that parameters with a larger learning rate move more ' +
    'cheaply. It is what makes training predictable. On small random networks the end of training is ' +
    'compared with the nearest solution found by linear algebra.',
  kind: 'numeric',
  statement:
    'Gradient descent on the linearized model with a small step converges to the parameters with zero error that are nearest to ' +
    '$\\theta_0$; so does SGD with one uniformly drawn sample a step and constant step $\\eta\\le1/\\max_j\\|\\nabla f(x_j,\\theta_0)\\|^2$. ' +
    'With a learning rate for each group of parameters, distance is measured by $\\sum_p(\\theta_p-\\theta_{0,p})^2/\\eta_p$.',
  source:
    'Jin and Montúfar (2023), Theorems 20 and 24; the metric of several rates follows by rescaling the parameters',
  uses: [],
  assumptions: [
    {
      statement: 'the tangent kernel is regular, so that zero error can be reached',
      measured: (rows) => {
        const worst = largest(rows, 'condition');
        return { value: `largest condition number ${worst.toExponential(1)}`, holds: worst < 1e12 };
      },
    },
  ],
  protocol:
    `Random networks of width 20 to 60 without antisymmetric pairs, 2 to 4 random points, rates of the hidden layer a tenth to ten times ` +
    `those of the output layer; laws ${LAWS.map(({ name }) => name).join(', ')}, ${CASES.quick} (quick) or ${CASES.full} (full) cases each. The closed ` +
    'form of the limit against the minimum-norm solution by the pseudo-inverse (singular values of the Jacobian, ml-matrix); SGD, trained ' +
    `to relative residual ${RELATIVE_RESIDUAL}, within ‖r‖/√κ_min of it in the same metric (the distance that a residual r can stand for).`,
  controls: [
    {
      id: 'nearest-to-zero',
      title: 'the interpolant of least norm ‖θ‖',
      because: 'training remembers where it started',
    },
    {
      id: 'unweighted',
      title: 'distance without regard to the learning rates',
      because: 'a parameter with a larger rate moves more cheaply',
    },
  ],
  units: (profile) => unitsPerLaw(LAWS, CASES[profile]),
  measure,
  decide: (rows) => decideIdentity(rows, '1e3 · eps · cond of the tangent kernel; ‖r‖/√κ_min for SGD'),
  figures: ({ claim = [], ...controls }) => {
    const exact = claim.filter((row) => row.group === EXACT);
    return [
      deviationFigure({ claim: exact, ...controls }, 'condition number of the tangent kernel', 'condition'),
    ];
  },
};

function measure(unit: Unit, random: Streams): Measured {
  const law = lawOf(unit, random);
  const where = random.stream('data');
  const data = randomData(2 + where.integer(3), 2 * kinkScale(law, random.stream('kinks')), where);
  const width = 20 + where.integer(41);
  const start = initializeNetwork(law, width, random, false);
  const ratio = Math.exp((2 * where.uniform() - 1) * Math.log(10));
  const rates = stableRates(start, data.x, ratio);

  const condition = spdCondition(ratedTangentKernel(start, data.x, rates));
  const limit = linearizedTrajectory(start, data, rates).limit().displacement;
  const length = Math.sqrt(squaredLength(limit, rates));
  const row = (other: Displacement): Row => ({
    group: EXACT,
    deviation: Math.sqrt(squaredLength(difference(limit, other), rates)) / length,
    tolerance: 1e3 * Number.EPSILON * condition,
    scale: 1,
    condition,
  });
  return {
    claim: [
      row(minimumNorm(start, data, rates)),
      ...(condition < LARGEST_CONDITION ? [stochastic(start, data, random)] : []),
    ],
    'nearest-to-zero': [row(minimumNorm(start, data, rates, true))],
    unweighted: [row(minimumNorm(start, data, { hidden: 1, output: 1 }))],
  };
}

/** SGD's distance from the closed-form limit, over what its last residual can stand for. */
function stochastic(start: Network, data: Data, random: Streams): Row {
  const rates = stochasticRates(start, data.x, 1);
  const trajectory = linearizedTrajectory(start, data, rates);
  const { displacement, relativeResidual } = trainLinearized(start, data, {
    rates,
    batches: { size: 1, replacement: true, random },
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const residual = relativeResidual * Math.sqrt(data.y.reduce((sum, y) => sum + y * y, 0));
  const gap = squaredLength(difference(displacement, trajectory.limit().displacement), rates);
  const { eigenvalues } = trajectory;
  return {
    group: 'SGD and limit',
    deviation: Math.sqrt(gap),
    // 1 % for the rounding of a residual that small
    tolerance: (1.01 * residual) / Math.sqrt(eigenvalues[0]),
    condition: eigenvalues[eigenvalues.length - 1] / eigenvalues[0],
  };
}

const difference = (p: Displacement, q: Displacement): Displacement => {
  const minus = (left: Float64Array, right: Float64Array): Float64Array => left.map((v, i) => v - right[i]);
  return { w: minus(p.w, q.w), b: minus(p.b, q.b), a: minus(p.a, q.a), d: p.d - q.d };
};

/**
 * θ − θ₀ of the interpolant nearest to θ₀ (or to 0) in the metric of the rates: D^½ (J D^½)⁺ (y − f₀), with the Jacobian
 * J written out and its pseudo-inverse from singular values.
 */
function minimumNorm(start: Network, { x, y }: Data, rates: LearningRates, toZero = false): Displacement {
  const roots = [rates.hidden, rates.hidden, rates.output, rates.output].map(Math.sqrt);
  const width = start.b.length;
  const rootOf = (p: number): number => roots[Math.floor(p / width)];
  const gradient = (j: number): number[] => {
    // −∇f(x_j), as the displacement of one coefficient at unit rates
    const unit = y.map((_, k) => (k === j ? 1 : 0));
    return flat(displacementOf(start, x, { hidden: 1, output: 1 }, unit)).map((v) => -v);
  };
  const jacobian = new Matrix(y.map((_, j) => gradient(j)));
  const theta = flat(start);
  const scaled = new Matrix(jacobian.to2DArray().map((line) => line.map((v, p) => v * rootOf(p))));
  const outputs = evaluateNetwork(start, x);
  const wanted = y.map((yj, j) => {
    const shift = toZero ? theta.reduce((sum, v, p) => sum + jacobian.get(j, p) * v, 0) : 0;
    return yj - outputs[j] + shift;
  });
  const solution = pseudoInverse(scaled).mmul(Matrix.columnVector(wanted)).to1DArray();
  const moved = solution.map((v, p) => v * rootOf(p) - (toZero ? theta[p] : 0));
  const part = (group: number): Float64Array =>
    Float64Array.from(moved.slice(group * width, (group + 1) * width));
  return { w: part(0), b: part(1), a: part(2), d: moved[3 * width] };
}

const flat = ({ w, b, a, d }: Pick<Network, 'w' | 'b' | 'a' | 'd'>): number[] => [...w, ...b, ...a, d];
