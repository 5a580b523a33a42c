import { Matrix, QrDecomposition } from 'ml-matrix';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { ratedTangentKernel } from '../../numerics/networks/linearized/rated-kernel.js';
import type { LinearizedState } from '../../numerics/networks/linearized/state.js';
import { linearizedTrajectory } from '../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { Activation } from '../../theory/activations/activation.js';
import { tanh } from '../../theory/activations/tanh.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Figure, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { gridOver, randomData } from './data-sets.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 16, full: 100 };
const WIDTHS = [64, 1024];
const LAW = 'binary-uniform(w0=1,aB=6)';
const TOLERANCE = '1e3 · eps · condition of the sines · the scale';
const SHOWN = 101;

/** φ(z) = sin z: φ̂ is two point masses at ±1, so there is no operator with multiplier 1/φ̂. */
const sine: Activation = { name: 'sine', title: 'sine', value: Math.sin, derivative: Math.cos };

/** The hypothesis of Corollary 4, that φ is a Green's function, violated. */
export const sineActivation: Claim = {
  id: 'sine-activation',
  title: 'Sine is no Green’s function: at one frequency its networks fit two points and no third',
  inBrief:
    'Not every activation fits the theory. With sine units of a single frequency all that a network can ' +
    'represent is a mixture of one sine and one cosine, so it can fit two points and in general no ' +
    'third, however wide it is. The claim shows what happens where a hypothesis of the theory is broken: ' +
    'training stops at an error that can be predicted. Networks of two widths, their output layer ' +
    'trained exactly, are compared with the best fit by sine and cosine.',
  kind: 'numeric',
  statement:
    'Let $\\phi=\\sin$ and $|W|=1$. Then $\\hat\\phi$ vanishes but at $\\sigma=\\pm1$, no operator has $L\\phi=\\delta$, and there is no penalty ' +
    'to minimise: every unit lies in the span of $\\cos x$ and $\\sin x$. At every width the kernel matrix of the output layer has rank at most 2. ' +
    'Its training ends with a residual, the distance of $y$ from that span, and that however wide the network is.',
  source:
    'Ours: the hypothesis of Corollary 4 of Jin and Montúfar (2023), that $\\phi$ is a Green’s function, violated',
  uses: ['green-activations'],
  assumptions: [
    {
      statement: 'three points or more, off the span of $\\cos x_j$ and $\\sin x_j$',
      measured: (rows) => {
        const least = Math.min(...rows.map((row) => Number(row.floor)));
        return { value: `least distance is ${least.toPrecision(2)} of ‖y‖`, holds: least > 1e-6 };
      },
    },
  ],
  protocol:
    `Random data of 3 to 8 points, kinks uniform on $[-6,6]$, ${CASES.quick} (quick) or ${CASES.full} (full) networks of width ${WIDTHS.join(' and ')} each. ` +
    'Output layer trained from $f_0=0$, in closed form by the modes of its kernel; the residual vector at its end against that of least squares on ' +
    '$\\cos x_j$, $\\sin x_j$, which never sees the network; and the third eigenvalue of the kernel matrix, relative to the first, against ' +
    `0. Tolerance: ${TOLERANCE}.`,
  controls: [
    {
      id: 'two-frequencies',
      title: '|W| is 1 or 2',
      because: 'each frequency adds two dimensions',
    },
    {
      id: 'tanh',
      title: 'tanh in place of sine',
      because: 'it is a Green’s function: its kernel has full rank, and the data are fitted',
    },
    {
      id: 'zero-biases',
      title: 'all biases 0',
      because: 'all units are then ±sin x: rank 1, and a larger residual',
    },
    {
      id: 'affine-span',
      title: 'the residual of the least-squares line',
      because: 'what ReLU leaves free is not what sine can reach',
    },
  ],
  units: (profile) =>
    WIDTHS.flatMap((width) =>
      Array.from({ length: CASES[profile] }, (_, index) => ({ id: `n=${width}/${index}`, width, index })),
    ),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence) => [functionFigure(evidence)],
};

function measure({ width, index }: Unit, random: Streams): Measured {
  const where = random.stream('data');
  const data = randomData(3 + where.integer(6), 3, where);
  const { x, y } = data;
  const waves = leastSquares([x.map(Math.cos), x.map(Math.sin)], y);
  const network = (activation: Activation): Network =>
    initializeNetwork(bindLaw(LAW), Number(width), random, true, activation);
  const rows = (start: Network, expected = waves): Row[] => {
    const { residual, thirdEigenvalue } = endOfTraining(start, data);
    const scale = norm(y);
    const common = {
      tolerance: 1e3 * Number.EPSILON * waves.condition * scale,
      scale,
      floor: norm(waves.residual) / scale,
    };
    return [
      { group: 'residual', deviation: norm(residual.map((r, j) => r - expected.residual[j])), ...common },
      {
        group: 'third eigenvalue over the first',
        ...common,
        deviation: thirdEigenvalue,
        tolerance: 1e3 * Number.EPSILON,
        scale: 1,
      },
    ];
  };
  const start = network(sine);
  const faster = { ...start, w: start.w.map((w, i) => (i % 4 < 2 ? w : 2 * w)) };
  return {
    claim: rows(start),
    'two-frequencies': rows(faster),
    tanh: rows(network(tanh)),
    // Of these the rank is at most 2 as well; the residual is what differs.
    'zero-biases': rows({ ...start, b: start.b.map(() => 0) }).slice(0, 1),
    'affine-span': rows(start, { ...waves, residual: leastSquares([x.map(() => 1), x], y).residual }).slice(
      0,
      1,
    ),
    ...(width === WIDTHS[1] && index === 0 && { functions: shown(network) }),
  };
}

/** Where training of the output layer ends: f − y at the data, and an eigenvalue of its kernel. */
function endOfTraining(start: Network, data: Data): { residual: number[]; thirdEigenvalue: number } {
  const f = endState(start, data).evaluate(data.x);
  const { values } = symmetricEigen(ratedTangentKernel(start, data.x, ratesOf(start)));
  const last = values.length - 1;
  return {
    residual: data.y.map((y, j) => f[j] - y),
    thirdEigenvalue: Math.abs(values[last - 2] / values[last]),
  };
}

/** Of the output weights alone. */
const ratesOf = ({ b }: Network): LearningRates => ({ output: 1 / b.length, hidden: 0, bias: 0 });

const endState = (start: Network, data: Data): LinearizedState =>
  linearizedTrajectory(start, data, ratesOf(start)).limit();

/** Least squares of y on the columns: fit less y, and the condition of the columns. */
function leastSquares(
  columns: readonly (readonly number[])[],
  y: readonly number[],
): { residual: number[]; condition: number } {
  const design = new Matrix(columns.map((column) => [...column])).transpose();
  const { orthogonalMatrix: q, upperTriangularMatrix: r } = new QrDecomposition(design);
  const target = Matrix.columnVector([...y]);
  const fit = q.mmul(q.transpose().mmul(target));
  return {
    residual: fit.sub(target).to1DArray(),
    condition: Math.abs(r.get(0, 0) / r.get(1, 1)) + Math.abs(r.get(0, 1) / r.get(1, 1)),
  };
}

const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((sum, value) => sum + value * value, 0));

/** Five points, and what the output layers of a sine and of a tanh network make of them. */
const FIVE: Data = { x: [-2.5, -1.2, 0, 1.3, 2.5], y: [0.8, -0.6, 0.9, -0.7, 0.5] };

function shown(network: (activation: Activation) => Network): Row[] {
  const grid = gridOver(FIVE, SHOWN);
  const [sines, tanhs] = [sine, tanh].map((activation) => {
    const start = network(activation);
    return evaluateNetwork(endState(start, FIVE).network, grid);
  });
  return grid.map((x, k) => ({ x, sine: sines[k], tanh: tanhs[k] }));
}

function functionFigure(evidence: Measured): Figure {
  const rows = evidence.functions ?? [];
  const column = (name: string): number[] => rows.map((row) => Number(row[name]));
  return {
    id: 'functions',
    title: `What an output layer on ${WIDTHS[1]} units can learn`,
    caption:
      'Output layers trained to the end on five points. That of sine ends in the one wave of frequency 1 that is nearest to the data; that of tanh (control) goes ' +
      'through all of them.',
    x: { label: 'x' },
    y: { label: 'f(x)' },
    layers: [
      { mark: 'line', series: 'sine', x: column('x'), y: column('sine') },
      { mark: 'line', series: 'tanh (control)', dashed: true, x: column('x'), y: column('tanh') },
      { mark: 'points', series: 'data', x: FIVE.x, y: FIVE.y },
    ],
  };
}
