import { Matrix } from 'ml-matrix';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { universalKriging } from '../../numerics/kernels/universal-kriging.js';
import { factorSpd } from '../../numerics/linear-algebra/spd.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { naturalSplineOfOrder } from '../../numerics/splines/natural-spline-of-order.js';
import { activationNamed, homogeneousActivation } from '../../theory/activations/index.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { gridOver, P5 } from './data-sets.js';
import { kinkMoment } from './kink-moment.js';

/** Uneven points: for ReLU² and ReLU³ a wrong ζ and a wrong polynomial part show here, hardly on P5. */
const UNEVEN: Data = { x: [-2, -1.6, 0.3, 0.6, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
export const PLACES = 21;
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
/** What the slow control takes from the exponent. */
const SLOWER_BY = 3 / 8;
/** Controls that need networks of their own have so many of a width, and those of other activations stop at a width. */
const OWN_NETWORKS = 16;
const OTHER_ACTIVATIONS = { tanh: 'tanh', softplus: 'softplus' };
const OTHERS_UP_TO = 4096;

type Plan = Readonly<Record<Profile, Readonly<Record<number, number>>>>;

export interface Setting {
  readonly group: string;
  readonly activation: string;
  readonly law: string;
  readonly data: Data;
  readonly trained: 'output layer' | 'all parameters';
  /** ζ with |w|^(2k) is another function, far enough from ζ to show. */
  readonly showsMoment?: true;
  /** Networks by width. */
  readonly plan: Plan;
}

/**
 * Noise of the log error (pilots of 12 to 24 networks a width): .5 for ReLU², .65 for ReLU³, .3….45 for leaky ReLU and |z|.
 * With w^k the units have heavy tails: ReLU³ under Gaussian weights falls with slope −.35 only up to width 16384, so
 * its weights are bounded here.
 */
export const SETTINGS: readonly Setting[] = [
  {
    group: 'ReLU²',
    activation: 'relu-power(k=2)',
    law: 'gaussian(sigmaW=1,sigmaB=1)',
    data: UNEVEN,
    trained: 'output layer',
    showsMoment: true,
    plan: {
      quick: { 256: 320, 2048: 96, 16384: 200 },
      full: { 256: 400, 2048: 280, 16384: 200, 131072: 160 },
    },
  },
  {
    group: 'ReLU³',
    activation: 'relu-power(k=3)',
    law: 'uniform(aW=1,aB=1)',
    data: UNEVEN,
    trained: 'output layer',
    plan: {
      quick: { 256: 320, 2048: 200, 16384: 120 },
      full: { 256: 700, 2048: 450, 16384: 320, 131072: 240 },
    },
  },
  {
    group: 'leaky ReLU',
    activation: 'leaky-relu(slope=0.1)',
    law: 'binary-uniform(w0=1,aB=2)',
    data: P5,
    trained: 'all parameters',
    plan: { quick: { 256: 96, 2048: 32, 16384: 80 }, full: { 256: 160, 2048: 160, 16384: 160, 131072: 120 } },
  },
  {
    group: '|z|',
    activation: 'leaky-relu(slope=-1)',
    law: 'gaussian(sigmaW=1,sigmaB=1)',
    data: P5,
    trained: 'all parameters',
    showsMoment: true,
    plan: {
      quick: { 256: 128, 2048: 40, 16384: 100 },
      full: { 256: 200, 2048: 200, 16384: 200, 131072: 160 },
    },
  },
];

export function homogeneousRateUnits(profile: Profile): Unit[] {
  return SETTINGS.flatMap(({ group, plan }) =>
    Object.entries(plan[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `${group}/n=${width}/${index}`,
        group,
        width: Number(width),
        index,
      })),
    ),
  );
}

/**
 * The setting of a unit, which may name another law than the plan has.
 * @throws RangeError for a group that is not one of the settings
 */
export function homogeneousSetting(unit: Unit): Setting {
  const setting = SETTINGS.find(({ group }) => group === unit.group);
  if (!setting) throw new RangeError(`no setting is known by the name ${unit.group}`);
  return 'law' in unit ? { ...setting, law: String(unit.law) } : setting;
}

/** The range of both data sets. */
const GRID = gridOver(P5, PLACES);

/** Data less a polynomial, and the polynomial on the grid. */
interface Adjusted {
  readonly data: Data;
  readonly part: readonly number[];
}

interface Prepared {
  readonly law: BoundLaw;
  readonly degree: number;
  readonly adjusted: Adjusted;
  readonly affineOnly: Adjusted;
  /** What each hypothesis predicts on the grid. */
  readonly targets: Readonly<Record<'claim' | 'lower-order', readonly number[]>> & {
    readonly 'even-moment'?: readonly number[];
  };
}

const known = new Map<string, Prepared>();

/** The same for every unit of a setting. */
function prepare({ activation: name, law: spec, group, data: { x, y }, showsMoment }: Setting): Prepared {
  const key = `${group}, ${spec}`;
  const found = known.get(key);
  if (found) return found;
  const [law, activation] = [bindLaw(spec), homogeneousActivation(name)];
  const k = activation.homogeneity;
  const kernel = lawKernel(law, Math.max(...x.map(Math.abs)), activation);
  const less = (degree: number): Adjusted => {
    const { polynomial } = universalKriging({ kernel, x, y, degree });
    return { data: { x, y: y.map((yj, j) => yj - polynomial(x[j])) }, part: GRID.map(polynomial) };
  };
  const spline = (m: number, order: number): number[] =>
    GRID.map(naturalSplineOfOrder({ x, y, zeta: kinkMoment(law, m), breaks: law.breaks, order }).evaluate);
  const prepared = {
    law,
    degree: k,
    adjusted: less(k),
    affineOnly: less(1),
    targets: {
      claim: spline(2 * k + 1, k + 1),
      'lower-order': spline(2 * k + 1, k),
      ...(showsMoment && { 'even-moment': spline(2 * k, k + 1) }),
    },
  };
  known.set(key, prepared);
  return prepared;
}

/** A function on the grid, with how well the data were fitted. */
interface Solution {
  readonly values: readonly number[];
  readonly relativeResidual: number;
}

/**
 * The minimum-norm solution of the output weights from f₀ = 0: f(x) = k_n(x)ᵀK_n⁻¹y, with the kernel K_n of the units
 * drawn. (Twins share their hidden unit, so one of each pair is enough.)
 */
function solveOutputLayer({ activation, w, b }: Network, { data, part }: Adjusted): Solution {
  const points = [...data.x, ...GRID];
  const features = new Float64Array(points.length);
  const kernel = data.x.map(() => new Float64Array(points.length));
  for (let unit = 0; unit < b.length; unit += 2) {
    for (let i = 0; i < points.length; i++) features[i] = activation.value(w[unit] * points[i] + b[unit]);
    for (let j = 0; j < kernel.length; j++) {
      for (let i = 0; i < points.length; i++) kernel[j][i] += features[j] * features[i];
    }
  }
  const c = factorSpd(new Matrix(kernel.map((row) => row.subarray(0, kernel.length)))).solve(data.y);
  const outputs = points.map((_, i) => kernel.reduce((sum, row, j) => sum + c[j] * row[i], 0));
  const misfit = data.y.map((yj, j) => outputs[j] - yj);
  return {
    values: part.map((p, i) => outputs[data.x.length + i] + p),
    relativeResidual: length(misfit) / length(data.y),
  };
}

function trainAll(start: Network, { data, part }: Adjusted): Solution {
  const { network, relativeResidual } = train(start, data, {
    rates: stableRates(start, data.x),
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
  });
  const values = evaluateNetwork(network, GRID);
  return { values: part.map((p, i) => values[i] + p), relativeResidual };
}

const length = (z: readonly number[]): number => Math.sqrt(z.reduce((sum, value) => sum + value * value, 0));

/** One network: its largest distance on the grid from what each hypothesis predicts. */
export function measureHomogeneousRate(unit: Unit, random: Streams): Measured {
  const setting = homogeneousSetting(unit);
  const [width, index] = [Number(unit.width), Number(unit.index)];
  const { law, degree, adjusted, affineOnly, targets } = prepare(setting);
  const drawn = (activation: string): Network =>
    initializeNetwork(law, width, random, true, activationNamed(activation));
  const row = ({ values, relativeResidual }: Solution, target: readonly number[] = targets.claim): Row[] => [
    {
      group: setting.group,
      width,
      error: Math.max(...values.map((f, i) => Math.abs(f - target[i]))),
      relativeResidual,
    },
  ];

  const start = drawn(setting.activation);
  const solve = setting.trained === 'output layer' ? solveOutputLayer : trainAll;
  const solution = solve(start, adjusted);
  const measured: Record<string, Row[]> = {};
  for (const [hypothesis, target] of Object.entries(targets)) measured[hypothesis] = row(solution, target);
  const slower = Math.exp(SLOWER_BY * Math.log(width));
  measured['slow-rate'] = measured.claim.map((each) => ({ ...each, error: Number(each.error) * slower }));
  if (index < OWN_NETWORKS && degree === 3) measured['affine-only'] = row(solve(start, affineOnly));
  if (index < OWN_NETWORKS && width <= OTHERS_UP_TO && setting.group === 'leaky ReLU') {
    for (const [hypothesis, activation] of Object.entries(OTHER_ACTIVATIONS))
      measured[hypothesis] = row(solveOutputLayer(drawn(activation), adjusted));
  }
  return measured;
}
