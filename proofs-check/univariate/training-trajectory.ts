import { Matrix } from 'ml-matrix';
import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { contrasts } from '../../numerics/variational/contrasts.js';
import { initializations } from '../../theory/initializations/index.js';
import type { Claim, Figure, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

const LAWS = initializations.filter(({ kernel }) => kernel !== undefined);
const CASES: Readonly<Record<Profile, number>> = { quick: 4, full: 20 };
/** Largest η̄κ of a step; then discrete steps are within .2144 of the smoothing spline’s filter in every mode. */
const STEP = 0.1;
/** sup over z of |(1 − (1 − h)^{z/h}) − z/(1 + z)| for steps h ≤ .1; for gradient flow it is .203632, at z = 2.512862. */
const FILTER_GAP = 0.2144;
const TIMES = 24;
/** One step of z = η̄κ_max = .01: it shrinks a mode by z, the spline by z/(1 + z), which is less by a share below z. */
const EARLY = 0.01;
const PLACES = 31;

/** What λ·η̄t is: 1 for ½Σr²; the other values belong to other losses, or to none. */
const NORMALISATIONS: Readonly<Record<string, (points: number) => number>> = {
  claim: () => 1,
  'mean-of-halves': (points) => points,
  'mean-of-squares': (points) => points / 2,
  'sum-of-squares': () => 0.5,
};

/** Remark 5: gradient descent stopped after t steps is near the smoothing spline with λ = 1/(η̄t). */
export const trainingTrajectory: Claim = {
  id: 'training-trajectory',
  title: 'Along training, networks follow smoothing splines of falling regularization',
  kind: 'numeric',
  statement:
    'In the space of contrasts of the data (no linear part), let $f_t$ be gradient descent with the infinite-width kernel on $\\tfrac12\\sum r^2$ ' +
    'after $t$ steps of rate $\\bar\\eta$, $\\bar\\eta\\kappa_{\\max}\\le.1$, and $s_\\lambda$ the minimiser of ' +
    '$\\sum_j(g(x_j)-y_j)^2+\\lambda\\int (g^{\\prime\\prime})^2/\\zeta$. With $\\lambda=1/(\\bar\\eta t)$: ' +
    '$\\|f_t-s_\\lambda\\|\\le.2144\\,\\|y\\|$ at every $t$ (.2037 for gradient flow), with equality of both ends, and to first order at small $t$. ' +
    '$s_\\lambda$ is ridge regression with $K+\\lambda I$ and the generalized-least-squares linear part, exactly.',
  source:
    'Jin and Montúfar (2023), Remark 5 and equation (7), there “approximately” and without a theorem; the bounds are ours',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: `the step is small, $\\bar\\eta\\kappa_{\\max}\\le ${STEP}$`,
      measured: (rows) => {
        const largest = Math.max(...rows.map((row) => Number('step' in row ? row.step : 0)));
        return {
          value: `largest $\\bar\\eta\\kappa$ ${largest.toPrecision(3)}`,
          holds: largest <= STEP * (1 + 1e-12),
        };
      },
    },
  ],
  protocol:
    `Random data of 4 to 9 points for each of ${LAWS.map(({ name }) => name).join(', ')} with random parameters, ${CASES.quick} (quick) or ` +
    `${CASES.full} (full) sets each. Gradient descent: powers of I − η̄NᵀKN in its eigenbasis, N a basis of contrasts. Smoothing spline: the ` +
    `tridiagonal system, a route of its own. Compared at the data at ${TIMES} times from z = η̄tκ_max = ${EARLY} to 1000 cond; the first-order ` +
    'law at the earliest, a single step. Ridge regression against the smoothing spline on a grid, to 1e3·eps·cond.',
  controls: [
    {
      id: 'mean-of-halves',
      title: 'λ = M/(η̄t), which belongs to the loss (1/2M)Σr²',
      because: 'the paper’s own loss, with the formula for another',
    },
    {
      id: 'mean-of-squares',
      title: 'λ = M/(2η̄t), which belongs to the loss (1/M)Σr²',
      because: 'the loss here is ½Σr²',
    },
    {
      id: 'sum-of-squares',
      title: 'λ = 1/(2η̄t), which belongs to the loss Σr²',
      because: 'a factor of two in the gradient is forgotten',
    },
  ],
  units: (profile) => unitsPerLaw(LAWS, CASES[profile]),
  measure,
  decide: (rows) =>
    decideIdentity(rows, `1e3 · eps · cond for ridge, ${FILTER_GAP} · ‖y‖ along the way, z at the start`),
  figures: (evidence) => [trajectoryFigure(evidence)],
  findings: () => [
    {
      title: 'The regularization along training depends on the loss',
      text:
        'Equation (7) of the paper has $\\lambda=1/(\\bar\\eta t)$. That is right for the loss $\\tfrac12\\sum r^2$; for the paper’s own ' +
        '$\\frac1{2M}\\sum r^2$ it is $M/(\\bar\\eta t)$, for the mean of squares $M/(2\\bar\\eta t)$. Late in training all of them pass for right; the ' +
        'first-order law at small $t$ tells them apart (the three controls).',
    } satisfies Finding,
  ],
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.kernel!.within);
  const where = random.stream('data');
  const { x, y } = randomData(4 + where.integer(6), reach, where);
  const kernel = lawKernel(law, reach);
  const basis = new Matrix(contrasts(Float64Array.from(x)));
  const product = basis.mmul(kernelMatrix(kernel, x)).mmul(basis.transpose());
  const reduced = Matrix.add(product, product.transpose()).div(2);
  const { values, vectors } = symmetricEigen(reduced);
  const largest = values[values.length - 1];
  const condition = largest / values[0];
  const inModes = (data: ArrayLike<number>): number[] =>
    vectors
      .transpose()
      .mmul(basis.mmul(Matrix.columnVector(Array.from(data))))
      .to1DArray();
  const target = inModes(y);
  const size = norm(target);
  const smoothed = (lambda: number): ReturnType<typeof weightedNaturalSpline> =>
    weightedNaturalSpline({ x, y, zeta: law.zeta, breaks: law.breaks, smoothing: lambda });

  const rate = STEP / largest;
  const rows = (normalisation: number): Row[] =>
    Array.from({ length: TIMES }, (_, k): Row => {
      const z = EARLY * Math.exp((k / (TIMES - 1)) * Math.log((1e3 * condition) / EARLY));
      const steps = Math.max(1, Math.round(z / STEP));
      // The earliest time is one step, a tenth of the usual.
      const [eta, t] = k === 0 ? [EARLY / largest, 1] : [rate, steps];
      const descended = target.map((value, mode) => -Math.expm1(t * Math.log1p(-eta * values[mode])) * value);
      const spline = smoothed(normalisation / (eta * t));
      const gap = norm(inModes(x.map(spline.evaluate)).map((value, mode) => value - descended[mode]));
      const common = { step: eta * largest, time: eta * t * largest, law: law.initialization.name };
      return k === 0
        ? {
            group: 'first-order law at small t',
            deviation: gap / norm(descended),
            tolerance: EARLY + 1e3 * Number.EPSILON * condition,
            ...common,
          }
        : {
            group: 'gradient descent and smoothing spline',
            deviation: gap,
            tolerance: FILTER_GAP * size + 1e3 * Number.EPSILON * condition * size,
            ...common,
          };
    });
  const lambda = Math.exp(Math.log(values[0]) + where.uniform() * Math.log(condition));
  const ridge = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: lambda });
  const scale = Math.max(...y.map(Math.abs));
  return Object.fromEntries(
    Object.entries(NORMALISATIONS).map(([hypothesis, normalisation]) => [
      hypothesis,
      [
        ...rows(normalisation(x.length)),
        ...(hypothesis === 'claim'
          ? [
              {
                group: 'ridge regression with GLS and smoothing spline',
                deviation: largestGap(
                  ridge.evaluateWithAffine,
                  smoothed(lambda).evaluate,
                  gridOver({ x }, PLACES),
                ),
                tolerance: 1e3 * Number.EPSILON * ridge.condition * scale,
                scale,
              },
            ]
          : []),
      ],
    ]),
  );
}

const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));

/** The gap along training, over its bound. */
function trajectoryFigure(evidence: Measured): Figure {
  const layers = Object.entries(evidence).map(([hypothesis, all = []]) => {
    const rows = all.filter((row) => 'time' in row);
    return {
      mark: 'points' as const,
      series: hypothesis === 'claim' ? 'λ = 1/(η̄t)' : `control ${hypothesis}`,
      faint: true,
      x: rows.map((row) => Number(row.time)),
      y: rows.map((row) => Number(row.deviation) / Number(row.tolerance)),
    };
  });
  const times = layers.flatMap(({ x }) => x);
  return {
    id: 'gap',
    title: 'Gradient descent against smoothing splines along training',
    caption:
      'Distance between gradient descent and the smoothing spline, over the bound: at small times relative to the function itself ' +
      '(first-order law), later to the data. The right normalisation stays below; wrong ones exceed it at the start.',
    x: { label: 'time η̄tκ of the fastest mode', log: true },
    y: { label: 'distance / bound', log: true },
    layers: [
      ...layers,
      {
        mark: 'line',
        series: 'bound',
        dashed: true,
        x: [Math.min(...times), Math.max(...times)],
        y: [1, 1],
      },
    ],
  };
}
