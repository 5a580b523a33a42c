import { fitAffine } from '../../numerics/kernels/affine-part.js';
import { flowSmoother, type FlowSmoother } from '../../numerics/kernels/flow-smoother.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { splineSmoother, type SplineSmoother } from '../../numerics/splines/spline-smoother.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { Profile, Unit } from '../claim.js';
import type { Plan } from './chain-protocol.js';
import { gridOver } from './data-sets.js';

/** Data up to so many points are learned by gradient flow, too: it takes an eigen-decomposition, O(M³). */
export const FLOW_UP_TO = 512;

/**
 * Two learners from noisy data at even points, stopped at time T of gradient flow on the mean (1/2M)Σr², as in section
 * 3.3 of the paper. On ½Σr² that is t = T/M; the smoothing spline minimises (1/M)Σr² + (1/T)∫g″²/ζ.
 * Both give values at the data.
 */
export interface Learners {
  readonly x: readonly number[];
  readonly spline: Learner;
  /** Gradient flow with the infinite-width kernel on the data less their least-squares line, which is then added. */
  readonly flow?: Learner;
}

type Learner = (y: readonly number[], time: number) => Float64Array;

/** The learners there are for so many points, by name. */
export const learnersByName = ({ spline, flow }: Learners): readonly (readonly [string, Learner])[] => [
  ...(flow ? [['gradient flow', flow] as const] : []),
  ['smoothing spline', spline],
];

const known = new Map<string, Learners>();

/** The learners of a law for so many points on [−reach, reach]: the same for all units, so kept. */
export function learnersOf(law: BoundLaw, reach: number, points: number): Learners {
  const key = `${law.text} on ${reach}: ${points}`;
  const found = known.get(key) ?? createLearners(law, reach, points);
  known.set(key, found);
  return found;
}

function createLearners(law: BoundLaw, reach: number, points: number): Learners {
  const x = gridOver({ x: [-reach, reach] }, points);
  const smoothed: SplineSmoother = splineSmoother(x, law.zeta, law.breaks);
  const spline: Learner = (y, time) => smoothed(y, points / time);
  if (points > FLOW_UP_TO) return { x, spline };
  const flowed: FlowSmoother = flowSmoother(lawKernel(law, reach), x);
  return {
    x,
    spline,
    flow: (y, time) => {
      const line = lineOf(x, y);
      const rest = flowed(
        y.map((value, j) => value - line[j]),
        time / points,
      );
      return rest.map((value, j) => value + line[j]);
    },
  };
}

/** The least-squares line at x. */
export function lineOf(x: readonly number[], y: readonly number[]): number[] {
  const { u, v } = fitAffine(x, y, (z) => z);
  return x.map((value) => u * value + v);
}

/** Mean of (f − g)² over the given indices (default: all). */
export function meanSquare(f: ArrayLike<number>, g: ArrayLike<number>, where?: readonly number[]): number {
  const indices = where ?? Array.from({ length: f.length }, (_, j) => j);
  return indices.reduce((sum, j) => sum + (f[j] - g[j]) * (f[j] - g[j]), 0) / indices.length;
}

/** Units of one number of points and index each. */
export function learningUnits(plan: Plan, profile: Profile): Unit[] {
  return Object.entries(plan[profile]).flatMap(([points, runs]) =>
    Array.from({ length: runs }, (_, index) => ({
      id: `M=${points}/${index}`,
      points: Number(points),
      index,
    })),
  );
}

/** x^p for x > 0. */
export const power = (x: number, p: number): number => Math.exp(p * Math.log(x));
