import type { Streams } from '../../numerics/random/streams.js';
import { fitRate } from '../../numerics/statistics/rate-fit.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Finding, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { planText, type Plan } from './chain-protocol.js';
import {
  FLOW_UP_TO,
  learnersByName,
  learnersOf,
  learningUnits,
  meanSquare,
  power,
} from './learning-protocol.js';
import { randomTarget } from './random-targets.js';
import { groupFigure } from './rate-figures.js';

/** ζ falls by a factor of four from the middle of the data’s range to its ends. */
const LAW = bindLaw('gaussian(sigmaW=1,sigmaB=1)');
const REACH = 1;
/** 'Inside' is |x| ≤ 1/2. */
const INSIDE = REACH / 2;
const NOISE = 0.12;
const atEnds = (group: string): boolean => group.endsWith('ends');
const EXPONENT = (group: string): number => (atEnds(group) ? -2 / 9 : -4 / 9);
/** Less than half the way from −4/9 to −23/72, and at the ends from −2/9 to −4/9. */
const TOLERANCE = (group: string): number => (atEnds(group) ? 0.1 : 0.06);

/** The stopping time at `SMALLEST` points; there a smoothing spline has ten degrees of freedom. */
const FIRST_TIME = 4e5;
const SMALLEST = 32;
const grown =
  (exponent: number) =>
  (points: number): number =>
    FIRST_TIME * power(points / SMALLEST, exponent);
/** By this time training has come to its end. */
const TO_THE_END = 1e20;
/** Stopping times on (1/2M)Σr²: the claim’s, and those of controls. */
const TIMES = {
  claim: grown(4 / 9),
  'equation-seven': grown(13 / 9),
  'constant-time': () => FIRST_TIME / 40,
  'not-stopped': () => TO_THE_END,
};
const CONTROL_RUNS = 16;
/** Data sets to a unit, each with its own target and noise. */
const DATA_SETS = 16;
/** The ends are looked at from so many points on: the layer of width T^(−1/4) at the ends must hold several of them. */
const ENDS_FROM = 256;
/** Noise of a unit’s log error .07 inside, .1 at the ends (pilot of 120 units): intervals of ±.03 and ±.05 (quick). */
const PLAN: Plan = {
  quick: { 32: 64, 256: 64, 2048: 40 },
  full: { 32: 120, 256: 120, 512: 80, 2048: 80, 8192: 80 },
};

/** Section 3.3 of the paper: with a ζ that varies, the pointwise error of functions in C⁴. */
export const adaptiveRate: Claim = {
  id: 'adaptive-rate',
  title: 'Stopped at time M^(4/9), the error inside is M^(−4/9), at the ends M^(−2/9)',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $y_j=g_0(x_j)+\\varepsilon_j$ at $M$ evenly spaced points, $g_0\\in C^4$, $\\zeta\\in C^3$ varying, the least-squares line taken off. Gradient flow with the ' +
    'infinite-width kernel on $\\frac1{2M}\\sum r^2$, stopped at $T=cM^{4/9}$, and the smoothing spline with $\\frac1M\\sum r^2+\\frac1T\\int (g^{\\prime\\prime})^2/\\zeta$ ' +
    'have errors $|f(x)-g_0(x)|=O_p(M^{-4/9})$ at inner points: bias at most of order $1/T$, deviation of order $T^{1/8}M^{-1/2}$. On $\\tfrac12\\sum r^2$ that time is ' +
    '$t=T/M$, of order $M^{-5/9}$. At the ends, if $g_0^{\\prime\\prime}\\ne0$ there, the bias is of order $T^{-1/2}$, so the error of order $M^{-2/9}$ (measured for the smoothing spline). Both rates are sharp.',
  source:
    'Jin and Montúfar (2023), section 3.3, after Wang, Du and Shen (2013); the rate at the ends and that both are sharp: ours',
  uses: ['early-stopping-rate'],
  assumptions: [
    {
      statement: 'ζ varies and is positive on the range of the data',
      measured: () => {
        const ratio = LAW.zeta(0) / LAW.zeta(REACH);
        return {
          value: `by a factor ${ratio.toFixed(1)} on ±${REACH}`,
          holds: ratio > 2 && Number.isFinite(ratio),
        };
      },
    },
  ],
  protocol:
    `Law ${LAW.text}, data on ±${REACH}, normal noise of deviation ${NOISE}; targets random sums of six waves. A unit is ${DATA_SETS} data sets, each with its own ` +
    `target and noise; error: the root of the mean square over them and over the data with $|x|\\le ${INSIDE}$, or over the two ends, there divided by the ` +
    `same mean of $g_0^{\\prime\\prime}$ (smoothing splines, from ${ENDS_FROM} points on). Gradient flow by eigen-decomposition, up to ${FLOW_UP_TO} points; smoothing splines in O(M). T = ` +
    `${FIRST_TIME.toExponential(0)} at ${SMALLEST} points. A line is fitted to log error on log M (HC3), intervals must lie within ${TOLERANCE('inside')} of the exponent, at the ends within ${TOLERANCE('ends')}. ` +
    `Units by number of points: ${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one. What this cannot tell apart: the ` +
    'stopping time $M^{4/5}$ of the risk, whose error inside is $M^{-2/5}$.',
  controls: [
    {
      id: 'up-to-the-ends',
      title: 'M^(−4/9) at the ends as well',
      because: 'there the second derivative of what is learned is 0, that of g₀ is not',
    },
    {
      id: 'equation-seven',
      title: 'equation (7) as printed: time M^(4/9) with λ = 1/(η̄t) in the sum of squares',
      because: 'T is then M^(13/9): stopped too late, error M^(−23/72)',
    },
    {
      id: 'constant-time',
      title: 'stopped at the same T for every M',
      because: 'the deviation falls, the bias stays',
    },
    {
      id: 'not-stopped',
      title: 'trained to the end',
      because: 'the limit interpolates: it learns the noise as well',
    },
  ],
  units: (profile) => learningUnits(PLAN, profile),
  measure,
  decide: (rows, alpha) =>
    decideRate(rows, alpha, {
      exponent: EXPONENT,
      tolerance: TOLERANCE,
      sharp: true,
      variable: 'points',
    }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Error at the stopping time against the number of data',
      caption: `Root mean square distance from the target, inside and (relative to its second derivative) at the ends, each point over ${DATA_SETS} data sets.`,
      error: 'error',
      exponent: EXPONENT,
      sharp: true,
      variable: { column: 'points', label: 'number of data M' },
      point: `over ${DATA_SETS} data sets`,
      controls: { 'smoothing spline, inside': 'equation-seven', 'gradient flow, inside': 'equation-seven' },
    }),
  ],
  findings,
};

function measure(unit: Unit, random: Streams): Measured {
  const points = Number(unit.points);
  const learners = learnersOf(LAW, REACH, points);
  const { x } = learners;
  const inner = x.flatMap((t, j) => (Math.abs(t) <= INSIDE ? [j] : []));
  const ends = [0, points - 1];
  const source = random.stream('data');
  const sets = Array.from({ length: DATA_SETS }, () => {
    const { derivative } = randomTarget(source, 0);
    const target = x.map(derivative(0));
    return {
      target,
      y: target.map((value) => value + NOISE * source.normal()),
      curvature: ends.map((j) => derivative(2)(x[j])),
    };
  });
  const bend = meanOver(sets, ({ curvature }) => meanSquare(curvature, [0, 0]));

  const rows = (time: number): Row[] =>
    learnersByName(learners).flatMap(([name, learn]) => {
      const learned = sets.map(({ target, y }) => ({ f: learn(y, time), target }));
      const error = (where: readonly number[]): number =>
        meanOver(learned, ({ f, target }) => meanSquare(f, target, where));
      return [
        { group: `${name}, inside`, points, error: Math.sqrt(error(inner)) },
        ...(name === 'smoothing spline' && points >= ENDS_FROM
          ? [{ group: `${name}, at the ends`, points, error: Math.sqrt(error(ends) / bend) }]
          : []),
      ];
    });
  const claim = rows(TIMES.claim(points));
  if (Number(unit.index) >= CONTROL_RUNS) return { claim };
  const insideAt = (time: number): Row[] => rows(time).filter(({ group }) => !atEnds(String(group)));
  return {
    claim,
    'up-to-the-ends': claim
      .filter(({ group }) => atEnds(String(group)))
      .map((row) => ({ ...row, group: `${String(row.group)}, at the rate inside` })),
    'equation-seven': insideAt(TIMES['equation-seven'](points)),
    'constant-time': insideAt(TIMES['constant-time']()),
    'not-stopped': insideAt(TIMES['not-stopped']()),
  };
}

const meanOver = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0) / items.length;

function findings(evidence: Measured): readonly Finding[] {
  const slope = (hypothesis: string, group: string): string => {
    const rows = (evidence[hypothesis] ?? []).filter((row) => row.group === group);
    const runs = rows.map(({ points, error }) => ({ width: Number(points), error: Number(error) }));
    return fitRate(runs, 0.01).slope.toFixed(2);
  };
  return [
    {
      title: 'The rate M^(−4/9) of adaptive smoothing holds inside only, for the mean of squares',
      text:
        'Section 3.3 of the paper has $|g^*-g_0|=O_p(M^{-4/9})$ at $t=\\Theta(M^{4/9})$. For the loss $\\frac1{2M}\\sum r^2$ and at inner points it is so ' +
        `(measured, smoothing spline: $M^{${slope('claim', 'smoothing spline, inside')}}$). At the ends, where a natural spline has second derivative 0 and $g_0$ in general has not, the error is of order ` +
        `$M^{-2/9}$ (measured: $M^{${slope('claim', 'smoothing spline, at the ends')}}$). With $\\lambda=1/(\\bar\\eta t)$ before the penalty and the *sum* of squares, as equation ` +
        `(7) has it, the same $t$ gives $M^{-23/72}$ inside (measured: $M^{${slope('equation-seven', 'smoothing spline, inside')}}$).`,
    },
  ];
}
