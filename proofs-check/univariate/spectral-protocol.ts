import { Matrix } from 'ml-matrix';
import { halvingTime } from '../../numerics/kernels/halving-time.js';
import { kernelMatrix } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates, tangentKernel } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import { integrate } from '../../numerics/quadrature/integrate.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { reluPower } from '../../theory/activations/relu-power.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';

const BINARY = 'binary-uniform(w0=1,aB=2)';
const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=1)';
/** The length of the range of the data, centred at 0: of constant ζ for the first, of ζ within a factor 4 for the second. */
const RANGES: Readonly<Record<string, number>> = { [BINARY]: 4, [GAUSSIAN]: 2 };
export const SPECTRAL_LAWS = Object.keys(RANGES);
/** Of each sine of the target: small enough for the hidden units of trained networks to stay near their start. */
const AMPLITUDE = 0.1;
/** From this frequency on a time enters the fit: lower ones see the ends of the range, whatever the window. */
export const FITTED_FROM = 4;
/** Of log t_f from the derived law where ζ is constant: what the ends, aliases and units of finite number leave. */
const CONSTANT = Math.log(1.4);

interface Plan {
  readonly points: number;
  readonly frequencies: readonly number[];
  /** Runs of each law at infinite width, and networks by closed form, of that width. */
  readonly infinite: number;
  readonly networks: number;
  readonly width: number;
  /** Networks really trained: number, width, and up to which frequency; in the fit or for the order alone. */
  readonly trained: {
    readonly runs: number;
    readonly width: number;
    readonly upTo: readonly number[];
    readonly fitted: boolean;
  };
}
export const SPECTRAL_PLAN: Readonly<Record<Profile, Plan>> = {
  quick: {
    points: 32,
    frequencies: [2, 4, 8],
    infinite: 24,
    networks: 32,
    width: 8192,
    trained: { runs: 4, width: 4096, upTo: [4], fitted: false },
  },
  full: {
    points: 64,
    frequencies: [2, 4, 8, 16],
    infinite: 96,
    networks: 96,
    width: 16384,
    trained: { runs: 32, width: 16384, upTo: [8, 4], fitted: true },
  },
};
/** Networks that the ReLU² and the NTK controls are measured for. */
const CONTROL_RUNS = 12;
const TRAINED_POINTS = 32;
const TRAINED_FREQUENCIES = [2, 4, 8];

/** A target each: law, how it is learned, index, and the frequency whose time enters the fit (each run enters it once). */
export function spectralUnits(profile: Profile): Unit[] {
  const { infinite, networks, trained, ...plan } = SPECTRAL_PLAN[profile];
  const units = (law: string, learner: string, count: number, of: (index: number) => object): Unit[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${learner}/${law}/${index}`,
      law,
      learner,
      index,
      ...of(index),
    }));
  const fitted = plan.frequencies.filter((f) => f >= FITTED_FROM);
  const { points, width } = plan;
  return [
    ...SPECTRAL_LAWS.flatMap((law) =>
      [
        ['infinite', infinite],
        ['linearized', networks],
      ].flatMap(([learner, count]) =>
        units(law, String(learner), Number(count), (index) => ({
          points,
          width,
          frequencies: plan.frequencies.length,
          fitted: fitted[index % fitted.length],
        })),
      ),
    ),
    ...units(BINARY, 'trained', trained.runs, (index) => {
      const upTo = trained.upTo[index % trained.upTo.length];
      return {
        points: TRAINED_POINTS,
        width: trained.width,
        frequencies: TRAINED_FREQUENCIES.length,
        upTo,
        fitted: trained.fitted ? upTo : 0,
      };
    }),
  ];
}

/** A sum of sines of equal amplitude and random phases on evenly spaced points. */
interface Target {
  readonly law: BoundLaw;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** 2, 4, 8, … */
  readonly frequencies: readonly number[];
  /** Sine and cosine of each frequency under a Hann window, 1 + cos, which sees the inside: other frequencies are orthogonal to them. */
  readonly waves: readonly (readonly (readonly number[])[])[];
  /** η̄t_f by the derived law at frequency 1: log 2·(2π)⁴/(ζML³), ζ by its mean over the range. */
  readonly unitTime: number;
}

/** The frequencies of a unit's target: 2, 4, 8, … */
export const frequenciesOf = (unit: Unit): number[] =>
  Array.from({ length: Number(unit.frequencies) }, (_, k) => Math.round(Math.exp((k + 1) * Math.LN2)));

export function measureSpectrum(unit: Unit, random: Streams): Measured {
  const target = targetOf(unit, random.stream('phases'));
  const { law, x } = target;
  const width = Number(unit.width);
  const kernelOf = (network: Network, hiddenRatio = 1): Matrix =>
    tangentKernel(network, x, hiddenRatio).div(width);
  switch (unit.learner) {
    case 'infinite': {
      const kernel = kernelMatrix(lawKernel(law, x[x.length - 1]), x);
      const claim = rowsOf(unit, target, timesOf(kernel, target));
      return {
        claim,
        ...(law.text === BINARY && { 'one-sided': oneSided(claim) }),
        'third-differences': rowsOf(unit, target, differenced(kernel, target)),
      };
    }
    case 'linearized': {
      const start = initializeNetwork(law, width, random);
      const control = Number(unit.index) < CONTROL_RUNS;
      return {
        claim: rowsOf(unit, target, timesOf(kernelOf(start), target)),
        ...(control && {
          ntk: rowsOf(unit, target, timesOf(kernelOf(start, width), target)),
          'relu-squared': rowsOf(
            unit,
            target,
            timesOf(kernelOf({ ...start, activation: reluPower(2) }), target),
          ),
        }),
      };
    }
    default:
      return trained(unit, target, initializeNetwork(law, width, random));
  }
}

function targetOf(unit: Unit, phases: RandomStream): Target {
  const law = bindLaw(String(unit.law));
  const points = Number(unit.points);
  const range = RANGES[law.text];
  const x = Array.from({ length: points }, (_, j) => range * ((j + 0.5) / points - 0.5));
  const frequencies = frequenciesOf(unit);
  const angle = (f: number, point: number): number => (2 * Math.PI * f * point) / range;
  const shifts = frequencies.map(() => 2 * Math.PI * phases.uniform());
  const mean = integrate(law.zeta, -range / 2, range / 2, { breaks: law.breaks }).value / range;
  const hann = x.map((point) => 1 + Math.cos(angle(1, point)));
  return {
    law,
    x,
    y: x.map((point) =>
      frequencies.reduce((sum, f, k) => sum + AMPLITUDE * Math.sin(angle(f, point) + shifts[k]), 0),
    ),
    frequencies,
    waves: frequencies.map((f) =>
      [Math.sin, Math.cos].map((wave) => x.map((point, j) => hann[j] * wave(angle(f, point)))),
    ),
    unitTime: (Math.LN2 * fourthPower(2 * Math.PI) * range) / (mean * points * fourthPower(range)),
  };
}

/** η̄t_f for each frequency, of gradient descent with this kernel, at the usual step of .8/λ_max. */
function timesOf(kernel: Matrix, { y, waves }: Pick<Target, 'y' | 'waves'>): number[] {
  const modes = symmetricEigen(kernel);
  const rate = 0.8 / modes.values[kernel.rows - 1];
  return waves.map((wave) => rate * halvingTime(modes, rate, y, wave));
}

/** The same for the loss ½Σ(Δ³r)² on the third differences of the residuals, which move by DKDᵀ. */
function differenced(kernel: Matrix, { y, waves }: Target): number[] {
  const third = (values: readonly number[]): number[] =>
    values.slice(3).map((value, j) => value - 3 * values[j + 2] + 3 * values[j + 1] - values[j]);
  const rows = new Matrix(kernel.to2DArray().map(third));
  const both = new Matrix(rows.transpose().to2DArray().map(third));
  return timesOf(Matrix.add(both, both.transpose()).div(2), {
    y: third(y),
    waves: waves.map((wave) => wave.map((values) => values.slice(3))),
  });
}

/** A real network, trained on all parameters until frequency `upTo` of the unit is halved. */
function trained(unit: Unit, target: Target, start: Network): Measured {
  const { law, x, y, frequencies, waves } = target;
  const width = start.b.length;
  const rates = stableRates(start, x);
  const eta = width * rates.output;
  const kernel = kernelMatrix(lawKernel(law, x[x.length - 1]), x);
  const last = frequencies.indexOf(Number(unit.upTo));
  // Half as long again as infinite width needs.
  const maxSteps = Math.ceil((1.5 * timesOf(kernel, target)[last]) / eta);
  const steps = [0, 1];
  while (steps[steps.length - 1] < maxSteps) {
    const before = steps[steps.length - 1];
    steps.push(Math.min(maxSteps, Math.max(before + 1, Math.round(1.1 * before))));
  }
  const sizes: number[][] = [];
  const visit = (_: number, network: Network): void => {
    const outputs = evaluateNetwork(network, x);
    sizes.push(
      waves.map((wave) =>
        Math.hypot(...wave.map((values) => values.reduce((sum, v, j) => sum + v * (y[j] - outputs[j]), 0))),
      ),
    );
  };
  train(start, { x, y }, { rates, relativeResidual: 0, maxSteps, checkpoints: { steps, visit } });
  const times = frequencies.slice(0, last + 1).map((f, k) => {
    const at = sizes.findIndex((size) => size[k] <= sizes[0][k] / 2);
    if (at < 0) {
      throw new Error(
        `frequency ${f} was not halved in ${maxSteps} steps at width ${width}: take wider networks`,
      );
    }
    // Between two looks log size falls evenly in log time, as nearly as matters.
    const [before, after] = [sizes[at - 1][k], sizes[at][k]];
    const [from, to] = [Math.max(1, steps[at - 1]), steps[at]];
    const share = Math.log((2 * before) / sizes[0][k]) / Math.log(before / after);
    return eta * from * Math.exp(share * Math.log(to / from));
  });
  return {
    claim: rowsOf(unit, target, times),
    ...(unit.index === 0 && { residuals: residualRows(target, kernel, eta, steps, sizes) }),
  };
}

/** What is left of each frequency along training, of the network and at infinite width. */
function residualRows(
  { y, frequencies, waves }: Target,
  kernel: Matrix,
  eta: number,
  steps: readonly number[],
  sizes: readonly (readonly number[])[],
): Row[] {
  const { values, vectors } = symmetricEigen(kernel);
  const start = vectors.transpose().mmul(Matrix.columnVector([...y]));
  return steps.flatMap((step, k) => {
    if (step === 0) return [];
    const left = start.to1DArray().map((mode, m) => mode * Math.exp(step * Math.log1p(-eta * values[m])));
    const residual = vectors.mmul(Matrix.columnVector(left)).to1DArray();
    return frequencies.map((frequency, f) => ({
      time: eta * step,
      frequency,
      network: sizes[k][f] / sizes[0][f],
      infinite:
        Math.hypot(...waves[f].map((wave) => wave.reduce((sum, v, j) => sum + v * residual[j], 0))) /
        sizes[0][f],
    }));
  });
}

/** The time of the unit’s own frequency, for the fit and against the derived law, and the order of all of them. */
function rowsOf(unit: Unit, { law, frequencies, unitTime }: Target, times: readonly number[]): Row[] {
  const learner = unit.learner === 'infinite' ? 'infinite width' : `${String(unit.learner)} networks`;
  const group = `${law.initialization.name}, ${learner}`;
  const common = { law: law.text, width: unit.learner === 'infinite' ? 'infinite' : Number(unit.width) };
  const order: Row = {
    group: `${group}: order`,
    deviation: Math.max(...times.slice(1).map((time, k) => times[k] / time)),
    tolerance: 1,
    ...common,
  };
  const own = frequencies.indexOf(Number(unit.fitted));
  if (own < 0) return [order];
  const frequency = frequencies[own];
  const error = times[own] / unitTime;
  const rows: Row[] = [order, { group, frequency, error, ...common }];
  return law.text === BINARY ? [...rows, constantRow(group, frequency, error)] : rows;
}

/** The time of a frequency against the derived law. */
function constantRow(group: string, frequency: number, time: number): Row {
  return {
    group: `${group}: constant`,
    deviation: Math.abs(Math.log(time / fourthPower(frequency))),
    tolerance: CONSTANT,
  };
}

/** The same times against the derived law with half of ζ, that of positive weights alone. */
function oneSided(rows: readonly Row[]): Row[] {
  return rows
    .filter((row) => 'error' in row)
    .map((row) => constantRow(String(row.group), Number(row.frequency), Number(row.error) / 2));
}

export const fourthPower = (value: number): number => value * value * value * value;
