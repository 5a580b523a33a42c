import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { outputLayerLimit } from '../../numerics/networks/output-layer-limit.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { TrainingOptions } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { spectralMinimiser } from '../../numerics/variational/spectral-minimiser.js';
import { greenActivations, type GreenActivation } from '../../theory/activations/green.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { largestGap } from './data-sets.js';
import { greenNamed, greenSetting } from './green-setting.js';

const SLOWER_BY = 3 / 8;
export const RELATIVE_RESIDUAL = 1e-3;
const MAX_STEPS = 1_000_000;
type Runs = Readonly<Record<number, number>>;
/**
 * Noise of the log error .35 to .6 (pilot of 60 networks), slopes −.50 to −.56 from width 256 on: standard error .02 (quick), .01 (full).
 */
export const OUTPUT: Readonly<Record<Profile, Runs>> = {
  quick: { 256: 256, 8192: 80 },
  full: { 256: 400, 4096: 64, 131072: 84 },
};
/** Plain gradient descent takes 10³ steps for the bump, 10⁴ for erf and tanh; softplus would take more than 10⁶. */
export const TRAINED: Readonly<Record<Profile, Readonly<Record<string, Runs>>>> = {
  quick: { 'gaussian-bump': { 128: 24, 512: 24 } },
  full: {
    'gaussian-bump': { 128: 32, 512: 32, 2048: 24 },
    erf: { 64: 64, 512: 40 },
    tanh: { 64: 64, 512: 40 },
  },
};
/** How long the control is trained: bumps that move at order one may leave the data behind, and then never fit them. */
export const NTK_STEPS = 1000;
const NTK = { activation: 'gaussian-bump', widths: [128, 512], runs: 24 };
/** The near activation and a far one, for the controls. */
const NEAR: Readonly<Record<string, string>> = { erf: 'tanh', tanh: 'erf' };
const FAR: Readonly<Record<string, string>> = {
  'gaussian-bump': 'erf',
  erf: 'gaussian-bump',
  tanh: 'gaussian-bump',
  softplus: 'tanh',
};
export const RAISED = 10;
const STRETCH = 1.25;

/** One network each: activation, what is trained, width, index. */
export function greenRateUnits(profile: Profile): Unit[] {
  const plan = (activation: string, trained: string, runs: Runs): Unit[] =>
    Object.entries(runs).flatMap(([width, count]) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${activation}/${trained}/n=${width}/${index}`,
        activation,
        trained,
        width: Number(width),
        index,
      })),
    );
  return [
    ...greenActivations.flatMap(({ activation }) => plan(activation.name, 'output layer', OUTPUT[profile])),
    ...Object.entries(TRAINED[profile]).flatMap(([name, runs]) => plan(name, 'all parameters', runs)),
  ];
}

/** Trains the network of a unit and compares it with what each hypothesis predicts. */
export const measureGreenRate = (unit: Unit, random: Streams): Measured =>
  unit.trained === 'output layer' ? measureOutputLayer(unit, random) : measureTrained(unit, random);

function measureOutputLayer(unit: Unit, random: Streams): Measured {
  const { activation: name, width, trained } = unit;
  const green = greenNamed(String(name));
  const { activation, nullity } = green;
  const { law, data, adjusted, polynomial } = greenSetting(green, roomOf(unit));
  const places = placesOf(green);
  const solve = outputLayerLimit({
    activation,
    law,
    units: Number(width) / 2,
    x: data.x,
    places,
    hidden: random.stream('hidden'),
  });
  const row = (f: ArrayLike<number>, target: ArrayLike<number>): Row[] => [
    { group: `${name}, ${trained}`, width, error: distance(f, target) },
  ];
  const solution = solve(adjusted.y).map((f, k) => f + polynomial(places[k]));
  const { claim, ...wrong } = targetsOf(green);
  const rows = row(solution, claim);
  const raised = (): Float64Array => solve(data.y.map((value) => value + RAISED)).map((f) => f - RAISED);
  return {
    claim: rows,
    'slow-rate': slower(rows),
    ...Object.fromEntries(Object.entries(wrong).map(([id, target]) => [id, row(solution, target)])),
    ...(nullity === 1 && { unadjusted: row(raised(), claim) }),
  };
}

function measureTrained(unit: Unit, random: Streams): Measured {
  const { activation: name, width, index, trained } = unit;
  const green = greenNamed(String(name));
  const { law, adjusted, polynomial } = greenSetting(green, roomOf(unit));
  const places = placesOf(green);
  const start = initializeNetwork(law, Number(width), random, true, green.activation);
  const rowsOf = (
    hiddenRatio: number,
    stop: Pick<TrainingOptions, 'relativeResidual' | 'maxSteps'>,
  ): Row[] => {
    const rates = stableRates(start, adjusted.x, hiddenRatio);
    const { network, steps, relativeResidual } = train(start, adjusted, { rates, ...stop });
    const f = evaluateNetwork(network, places).map((value, k) => value + polynomial(places[k]));
    return [
      {
        group: `${name}, ${trained}`,
        width,
        error: distance(f, targetsOf(green).claim),
        steps,
        relativeResidual,
      },
    ];
  };
  const ntk = name === NTK.activation && NTK.widths.includes(Number(width)) && Number(index) < NTK.runs;
  const rows = rowsOf(1, { relativeResidual: RELATIVE_RESIDUAL, maxSteps: MAX_STEPS });
  return {
    claim: rows,
    'slow-rate': slower(rows),
    ...(ntk && { ntk: rowsOf(Number(width), { relativeResidual: 0, maxSteps: NTK_STEPS }) }),
  };
}

const slower = (rows: readonly Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    error: Number(row.error) * Math.exp(SLOWER_BY * Math.log(Number(row.width))),
  }));

const distance = (f: ArrayLike<number>, g: ArrayLike<number>): number =>
  Math.max(...Array.from(f, (value, k) => Math.abs(value - g[k])));

/** Midway between the data: at the data there is no error. */
export function placesOf(green: GreenActivation): number[] {
  const { x } = greenSetting(green).data;
  return x.slice(1).map((right, j) => (x[j] + right) / 2);
}

/** A unit may have other room for kinks beyond the data than the plan has. */
const roomOf = (unit: Unit): number | undefined => ('room' in unit ? Number(unit.room) : undefined);

/** How far the infinite-width limit still is from the minimiser, at most over the units. */
export function limitGap(units: readonly Unit[]): number {
  const settings = new Map(units.map((unit) => [`${unit.activation}, ${roomOf(unit)}`, unit]));
  const gaps = [...settings.values()].map((unit) => {
    const green = greenNamed(String(unit.activation));
    const { kernelLimit, minimiser } = greenSetting(green, roomOf(unit));
    return largestGap(kernelLimit, minimiser, placesOf(green));
  });
  return Math.max(...gaps);
}

type Targets = Readonly<Record<string, readonly number[]>> & { readonly claim: readonly number[] };
const known = new Map<GreenActivation, Targets>();

/** What each hypothesis predicts; the same for every unit of work, so kept. */
function targetsOf(green: GreenActivation): Targets {
  const found = known.get(green);
  if (found) return found;
  const { name } = green.activation;
  const { data, minimiser } = greenSetting(green);
  const places = placesOf(green);
  const of = ({ modulus, nullity }: Pick<GreenActivation, 'modulus' | 'nullity'>): number[] =>
    places.map(spectralMinimiser({ ...data, modulus, nullity }).evaluate);
  const targets = {
    claim: places.map(minimiser),
    'natural-cubic': places.map(naturalCubicSpline(data.x, data.y).evaluate),
    'other-activation': of(greenNamed(FAR[name])),
    stretched: of({ modulus: (sigma) => green.modulus(STRETCH * sigma), nullity: green.nullity }),
    ...(name in NEAR && { 'near-activation': of(greenNamed(NEAR[name])) }),
  };
  known.set(green, targets);
  return targets;
}
