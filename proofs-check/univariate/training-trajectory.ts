import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { largestFilterGap } from '../../numerics/networks/linearized/filter-gap.js';
import { descentFilter } from '../../numerics/networks/linearized/filters.js';
import type { Claim, Figure, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { gridOver, largestGap } from './data-sets.js';
import { unitsPerLaw } from './random-laws.js';
import {
  contrastSetting,
  norm,
  STEP,
  stepsAt,
  TIMES,
  TRAJECTORY_LAWS as LAWS,
} from './trajectory-protocol.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 4, full: 20 };
/** Of any mode, for steps η̄κ of at most STEP. */
const FILTER_GAP = largestFilterGap(STEP).gap;
const GAP_TEXT = FILTER_GAP.toFixed(4);
/** One step of z = η̄tκ_max = .01: it shrinks a mode by z, the spline by z/(1 + z), which is less by a share below z. */
const EARLY = 0.01;
const PLACES = 31;
const FIRST_ORDER = 'first-order law at small t';

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
  inBrief:
    'At every moment of training, an infinitely wide network is near a smoothing spline, which trades ' +
    'fit against bending and stresses the fit more and more as training goes on. Which moment belongs to ' +
    'which trade-off depends on how the loss is written, and the paper’s formula belongs to another loss ' +
    'than its own. On random data the trained function and the smoothing spline are compared at many ' +
    'times: near all along, equal at the very start and at the end, and with a wrong formula visibly ' +
    'not.',
  kind: 'numeric',
  statement:
    'In the space of contrasts of the data (no linear part), let $f_t$ be gradient descent with the infinite-width kernel on $\\tfrac12\\sum r^2$ ' +
    'after $t$ steps of rate $\\bar\\eta$, $\\bar\\eta\\kappa_{\\max}\\le.1$, and $s_\\lambda$ the minimiser of ' +
    '$\\sum_j(g(x_j)-y_j)^2+\\lambda\\int (g^{\\prime\\prime})^2/\\zeta$. With $\\lambda=1/(\\bar\\eta t)$: ' +
    `$\\|f_t-s_\\lambda\\|\\le${GAP_TEXT}\\,\\|y\\|$ at the data at every $t$; the two coincide for $t\\to0$ and $t\\to\\infty$, and agree to first order at small $t$. ` +
    '$s_\\lambda$ is ridge regression with $K+\\lambda I$ and the generalized-least-squares linear part, exactly.',
  source:
    'Jin and Montúfar (2023), Remark 5 and equation (7), there “approximately” and without a theorem; the bounds are ours',
  uses: ['infinite-width-spline', 'trajectory-filters'],
  assumptions: [
    {
      statement: `the step is small, $\\bar\\eta\\kappa_{\\max}\\le ${STEP}$`,
      measured: (rows) => {
        const worst = largest(
          rows.filter((row) => 'step' in row),
          'step',
        );
        return {
          value: `largest $\\bar\\eta\\kappa$ ${worst.toPrecision(3)}`,
          holds: worst <= STEP * (1 + 1e-12),
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
    decideIdentity(rows, `1e3 · eps · cond for ridge, ${GAP_TEXT} · ‖y‖ along the way, z at the start`),
  figures: (evidence) => [trajectoryFigure(evidence)],
  findings,
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const setting = contrastSetting(unit, random);
  const { law, kernel, x, y, modes, largest, condition, inModes, smoothed } = setting;
  const { values } = modes;
  const target = inModes(y);
  const size = norm(target);
  const roundOff = 1e3 * Number.EPSILON * condition * size;

  const rate = STEP / largest;
  const rows = (normalisation: number): Row[] =>
    Array.from({ length: TIMES }, (_, k): Row => {
      // The earliest time is one step, a tenth of the usual.
      const [eta, t] = k === 0 ? [EARLY / largest, 1] : [rate, stepsAt(k, condition)];
      const descended = target.map((value, mode) => {
        const kappa = eta * values[mode];
        return kappa * descentFilter(kappa, t) * value;
      });
      const spline = smoothed(normalisation / (eta * t));
      const gap = norm(inModes(x.map(spline.evaluate)).map((value, mode) => value - descended[mode]));
      const common = { step: eta * largest, time: eta * t * largest, law: law.initialization.name };
      return k === 0
        ? {
            group: FIRST_ORDER,
            deviation: gap / norm(descended),
            tolerance: EARLY + 1e3 * Number.EPSILON * condition,
            ...common,
          }
        : {
            group: 'gradient descent and smoothing spline',
            deviation: gap,
            tolerance: FILTER_GAP * size + roundOff,
            ...common,
          };
    });
  const lambda = Math.exp(Math.log(values[0]) + setting.random.uniform() * Math.log(condition));
  /** No step and no contrast; all steps and the data themselves. */
  const ends = [Infinity, 0].map((smoothing, end): Row => {
    const spline = inModes(x.map(smoothed(smoothing).evaluate));
    return {
      group: end === 0 ? 'start: the regression line' : 'end: the interpolant',
      deviation: norm(spline.map((value, mode) => value - (end === 0 ? 0 : target[mode]))),
      tolerance: roundOff,
      scale: size,
    };
  });
  const ridge = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: lambda });
  const scale = Math.max(...y.map(Math.abs));
  return Object.fromEntries(
    Object.entries(NORMALISATIONS).map(([hypothesis, normalisation]) => [
      hypothesis,
      [
        ...rows(normalisation(x.length)),
        ...(hypothesis === 'claim'
          ? [
              ...ends,
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

function findings(evidence: Measured): readonly Finding[] {
  const early = (hypothesis: string): number[] =>
    (evidence[hypothesis] ?? [])
      .filter((row) => row.group === FIRST_ORDER)
      .map((row) => Number(row.deviation))
      .sort((p, q) => p - q);
  const right = early('claim');
  const wrong = early('mean-of-halves');
  if (right.length === 0 || wrong.length === 0) return [];
  return [
    {
      title: 'The regularization along training depends on the loss',
      text:
        'Equation (7) of the paper has $\\lambda=1/(\\bar\\eta t)$. That is right for the loss $\\tfrac12\\sum r^2$; for the paper’s own ' +
        '$\\frac1{2M}\\sum r^2$ it is $M/(\\bar\\eta t)$, for the mean of squares $M/(2\\bar\\eta t)$. Late in training all of them pass for right; ' +
        `after a first step of $\\bar\\eta\\kappa_{\\max}=${EARLY}$ the right one misses gradient descent by at most ` +
        `${right[right.length - 1].toPrecision(2)} of its size, $M/(\\bar\\eta t)$ by ${wrong[0].toPrecision(2)} to ${wrong[wrong.length - 1].toPrecision(2)}.`,
    },
  ];
}

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
