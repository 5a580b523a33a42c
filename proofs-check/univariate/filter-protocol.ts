import { Matrix } from 'ml-matrix';
import { fitAffine } from '../../numerics/kernels/affine-part.js';
import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { kernelSum } from '../../numerics/kernels/kernel-matrix.js';
import { matrixPower } from '../../numerics/linear-algebra/matrix-power.js';
import { largestFilterGap } from '../../numerics/networks/linearized/filter-gap.js';
import { descentFilter, flowFilter } from '../../numerics/networks/linearized/filters.js';
import type { Streams } from '../../numerics/random/streams.js';
import {
  weightedNaturalSpline,
  type WeightedSpline,
} from '../../numerics/splines/weighted-natural-spline.js';
import type { Measured, Row, Unit } from '../claim.js';
import { gridOver } from './data-sets.js';
import { contrastSetting, norm, STEP, stepsAt, TIMES, type ContrastSetting } from './trajectory-protocol.js';

export const FLOW = largestFilterGap();
export const DESCENT = largestFilterGap(STEP);
/** A constant a little below that of gradient flow. */
export const TOO_SMALL = 0.2;
export const PLACES = 31;
/** Modes with less than this share of the data are not drawn: their measured filter is a quotient of small numbers. */
const DRAWN = 0.1;

/** Both trajectories of random data at all times, mode by mode and off the data. */
export function measureFilters(unit: Unit, random: Streams): Measured {
  const setting = contrastSetting(unit, random);
  const measured: Record<string, Row[]> = {};
  const offTheData = functionSpace(setting);
  for (let k = 0; k < TIMES; k++) {
    const t = stepsAt(k, setting.condition);
    for (const rows of [inEachMode(setting, t, unit.index === 0), offTheData(t)]) {
      for (const [hypothesis, found] of Object.entries(rows))
        (measured[hypothesis] ??= []).push(...found.map((row) => ({ ...row, step: STEP })));
    }
  }
  return measured;
}

type Rows = Record<string, Row[]>;

/** How much of each mode the two have learned after t steps, and how far they are apart. */
function inEachMode(setting: ContrastSetting, t: number, drawn: boolean): Rows {
  const { x, y, reduced, modes, largest, condition, inModes, smoothed } = setting;
  const { values, vectors } = modes;
  const target = inModes(y);
  const size = norm(target);
  const eta = STEP / largest;
  const lambda = 1 / (eta * t);
  const roundOff = 1e3 * Number.EPSILON * condition * size;

  // I − (I − η̄NKNᵀ)^t, without the eigenvectors that only read off the modes.
  const step = Matrix.sub(Matrix.eye(reduced.rows), Matrix.mul(reduced, eta));
  const left = vectors.transpose().mmul(matrixPower(step, t)).mmul(vectors);
  const descent = target.map(
    (value, m) => value - target.reduce((sum, other, l) => sum + left.get(m, l) * other, 0),
  );
  const flow = target.map((value, m) => eta * values[m] * flowFilter(eta * values[m], t) * value);
  const splineModes = (smoothing: number): number[] => inModes(x.map(smoothed(smoothing).evaluate));
  const spline = splineModes(lambda);

  const identity = (group: string, found: readonly number[], share: (kappa: number) => number): Row => ({
    group,
    deviation: Math.max(...found.map((value, m) => Math.abs(value - share(values[m]) * target[m]))),
    tolerance: roundOff,
    scale: size,
  });
  const gap = (method: string, ahead: readonly number[], behind: readonly number[], bound: number): Row => ({
    group: `gap in a mode, ${method}`,
    ...worst(ahead.map((value, m) => [Math.abs(value - behind[m]), bound * Math.abs(target[m]) + roundOff])),
  });
  return {
    claim: [
      identity(
        'gradient descent and 1 − (1 − η̄κ)^t',
        descent,
        (kappa) => eta * kappa * descentFilter(eta * kappa, t),
      ),
      identity('smoothing spline and κ/(κ + λ)', spline, (kappa) => kappa / (kappa + lambda)),
      gap('gradient flow', flow, spline, FLOW.gap),
      gap('gradient descent', descent, spline, DESCENT.gap),
      {
        group: 'by how much gradient descent is behind, in a mode',
        deviation: Math.max(0, ...target.map((value, m) => (spline[m] - descent[m]) * Math.sign(value))),
        tolerance: roundOff,
      },
    ],
    'smaller-constant': [gap('gradient flow', flow, spline, TOO_SMALL)],
    'mean-of-halves': [gap('gradient descent', descent, splineModes(x.length * lambda), DESCENT.gap)],
    'modes-of-K': [withoutLinearPart(setting, lambda)],
    modes: target.flatMap((value, m) =>
      drawn && Math.abs(value) > DRAWN * size
        ? [{ z: eta * t * values[m], descent: descent[m] / value, spline: spline[m] / value }]
        : [],
    ),
  };
}

/** The smoothing spline against ridge regression with K that takes no linear part off. */
function withoutLinearPart({ kernel, x, y, smoothed }: ContrastSetting, lambda: number): Row {
  const ridge = kernelInterpolant({ kernel, x, y, adjust: 'none', ridge: lambda });
  const spline = smoothed(lambda);
  return {
    group: 'smoothing spline and κ/(κ + λ) of K',
    deviation: norm(x.map((point) => ridge.evaluate(point) - spline.evaluate(point))),
    tolerance: 1e3 * Number.EPSILON * ridge.condition * norm(y),
  };
}

/** Gradient descent as a function, with the line that least squares fits to what it leaves, against the spline. */
function functionSpace(setting: ContrastSetting): (t: number) => Rows {
  const { law, kernel, x, y, basis, modes, largest, condition, inModes, smoothed } = setting;
  const { zeta, breaks } = law;
  const spline = (values: readonly number[]): WeightedSpline =>
    weightedNaturalSpline({ x, y: values, zeta, breaks });
  const target = inModes(y);
  const size = norm(target);
  const eta = STEP / largest;
  const relative = 1e3 * Number.EPSILON * condition;
  const interpolating = spline(y);
  const grid = gridOver({ x }, PLACES);
  const cardinal = x.map((_, j) => spline(x.map((_, k) => Number(k === j))));
  /** ‖Nℓ(x)‖ */
  const lebesgue = grid.map((point) => norm(inModes(cardinal.map(({ evaluate }) => evaluate(point)))));

  return (t) => {
    const filtered = target.map((value, m) => eta * descentFilter(eta * modes.values[m], t) * value);
    const coefficients = Float64Array.from(
      basis.transpose().mmul(modes.vectors).mmul(Matrix.columnVector(filtered)).to1DArray(),
    );
    const kernels = (point: number): number => kernelSum(kernel, x, coefficients, point);
    const { u, v } = fitAffine(
      x,
      x.map((point, j) => y[j] - kernels(point)),
      (z) => z,
    );
    const descent = (point: number): number => kernels(point) + u * point + v;
    const { evaluate } = smoothed(1 / (eta * t));
    const gaps = grid.map((point) => Math.abs(descent(point) - evaluate(point)));
    return {
      claim: [
        {
          group: 'gap in the norm of curvature',
          deviation: Math.sqrt(spline(x.map((point) => descent(point) - evaluate(point))).energy),
          tolerance: (DESCENT.gap + relative) * Math.sqrt(interpolating.energy),
        },
        {
          group: 'gap at a point off the data',
          ...worst(gaps.map((gap, k) => [gap, (DESCENT.gap * lebesgue[k] + relative) * size])),
        },
      ],
      'share-of-function': [
        {
          group: 'gap at a point off the data',
          ...worst(
            gaps.map((gap, k) => [
              gap,
              DESCENT.gap * Math.abs(interpolating.evaluate(grid[k])) + relative * size,
            ]),
          ),
        },
      ],
    };
  };
}

/** The pair of deviation and tolerance with the largest quotient. */
function worst(pairs: readonly (readonly [number, number])[]): { deviation: number; tolerance: number } {
  const [deviation, tolerance] = pairs.reduce((most, each) =>
    each[0] * most[1] > most[0] * each[1] ? each : most,
  );
  return { deviation, tolerance };
}
