import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import type { Streams } from '../../numerics/random/streams.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Finding, Measured, Row, Unit } from '../claim.js';
import { decideRate } from '../decisions/rate.js';
import { planText, type Plan } from './chain-protocol.js';
import { gridOver } from './data-sets.js';
import { randomTarget, type Target } from './random-targets.js';
import { groupFigure } from './rate-figures.js';

/** ζ is constant for the uniform law; this one varies by a factor of four on [−1, 1]. */
const VARYING = bindLaw('gaussian(sigmaW=1,sigmaB=1)');
/** 'Inside' is |x| ≤ 1/2: eight gaps or more from the ends, by which (2 − √3)⁸ = 3e-5 is left of what happens there. */
const INSIDE = 0.5;
/** Less than half the way from h⁴ to h³. */
const TOLERANCE = 0.4;
/** Noise of the log error below .01, of one group .25 (pilot of 300 targets): its intervals are ±.15 (quick) and ±.05 (full). */
const PLAN: Plan = {
  quick: { 32: 48, 128: 32, 512: 32 },
  full: { 32: 240, 64: 240, 128: 240, 256: 240, 512: 240 },
};
/** Where in each gap the error is looked at. */
const PLACES = [0.15, 0.3, 0.5, 0.7, 0.85];
/** Of second differences. */
const STEP = 1e-3;
/** Rounding of the data, relative to the error: more would be measured in place of it. */
const ROUND_OFF = 0.01;

const EXPONENT = (group: string): number => (group.endsWith('h²') ? -2 : -4);
const INNER = 'inside: h⁴';
const OUTER = 'up to the ends: h²';

/** Section 3.3 of the paper, noiseless data: what the bound C h⁴ holds for. */
export const noiselessRate: Claim = {
  id: 'noiseless-rate',
  title: 'From noiseless data the limit learns at rate h⁴ inside and h² at the ends',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $y_j=g_0(x_j)$ with $g_0\\in C^4[-1,1]$ at evenly spaced points with gap $h$, and $g^*$ the limit of training, the minimiser of ' +
    '$\\int (g^{\\prime\\prime})^2/\\zeta$ among interpolants. For constant $\\zeta$ (the natural cubic spline): $\\sup|g^*-g_0|$ is of order ' +
    '$h^4$ on a fixed inner interval; of order $h^2$ on the whole range, and no less, unless $g_0^{\\prime\\prime}$ vanishes at both ends; then of order $h^4$, ' +
    'as also if the spline is not natural but takes the slopes of $g_0$ at the ends. The first two hold for a smooth $\\zeta$ that varies, too.',
  source:
    'Jin and Montúfar (2023), section 3.3, which quotes $h^4$ without a condition at the ends; the rest is spline theory (Hall and Meyer 1976; natural ends: ours)',
  uses: ['infinite-width-spline', 'uniform-natural-cubic'],
  assumptions: [
    {
      statement: 'rounding of the data is far below the error',
      measured: (rows) => {
        const worst = Math.max(...rows.map((row) => Number(row.roundOff)));
        return { value: `at most ${worst.toExponential(1)} of it`, holds: worst <= ROUND_OFF };
      },
    },
  ],
  protocol:
    'Random sums of six waves with frequencies from 1 to 6 on [−1, 1]; every run has its own. Constant ζ: natural cubic splines; varying ζ: that of ' +
    `${VARYING.text}. Error: the largest at ${PLACES.length} places in every gap, for $|x|\\le ${INSIDE}$ or on the whole range, divided by ` +
    '$\\sup|g_0^{(4)}|$ over the same places ($\\sup|\\zeta\\,(g_0^{\\prime\\prime}/\\zeta)^{\\prime\\prime}|$ for varying ζ) or, where $h^2$ is claimed, by the larger $|g_0^{\\prime\\prime}|$ at the ends ' +
    '(controls: by the derivative that sets the size of their error). A line is fitted to log error on the ' +
    `logarithm of the number of gaps, each target being one unit (HC3); intervals must lie within ${TOLERANCE} of the exponent. Targets by number of gaps: ` +
    `${planText(PLAN.quick)} in the quick profile; ${planText(PLAN.full)} in the full one.`,
  controls: [
    {
      id: 'quoted-bound',
      title: 'h⁴ up to the ends, as quoted',
      because: 'a natural spline has second derivative 0 at its ends, where g₀ has another',
    },
    {
      id: 'same-inside',
      title: 'h² inside, and no better',
      because: 'what the ends do wrong decays by 2 − √3 from one knot to the next',
    },
    {
      id: 'flat-ends',
      title: 'h² up to the ends for the spline with slope 0 at the ends',
      because: 'a wrong slope is wrong by h in the function',
    },
    {
      id: 'rough-target',
      title: 'h⁴ inside for g₀ with a jump in its third derivative',
      because: 'it is not in C⁴: the error near the jump is of order h³',
    },
    {
      id: 'piecewise-linear',
      title: 'h⁴ inside for the polygon through the data',
      because: 'it has error h²: that of the penalty ∫g′²',
    },
  ],
  units: (profile) =>
    Object.entries(PLAN[profile]).flatMap(([gaps, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `gaps=${gaps}/${index}`,
        gaps: Number(gaps),
        index,
      })),
    ),
  measure,
  decide: (rows, alpha) =>
    decideRate(rows, alpha, { exponent: EXPONENT, tolerance: TOLERANCE, sharp: true, variable: 'gaps' }),
  figures: (evidence, alpha) => [
    groupFigure(evidence, alpha, {
      title: 'Error of the natural cubic spline against the number of gaps',
      caption:
        'Sup distance from the target, relative to its fourth or second derivative; each point one random target.',
      error: 'relative sup error',
      exponent: EXPONENT,
      sharp: true,
      variable: { column: 'gaps', label: 'number of gaps, 2/h' },
      point: 'one target',
      controls: { [OUTER]: 'flat-ends' },
      only: (group) => !group.includes('varying'),
    }),
  ],
  findings,
};

function measure(unit: Unit, random: Streams): Measured {
  const gaps = Number(unit.gaps);
  const x = gridOver({ x: [-1, 1] }, gaps + 1);
  const places = x.slice(1).flatMap((right, j) => PLACES.map((share) => x[j] + share * (right - x[j])));
  const inner = places.filter((place) => Math.abs(place) <= INSIDE);
  const source = random.stream('target');
  const target = randomTarget(source, 4);
  const [value, slope, curvature, fourth] = [0, 1, 2, 4].map(target.derivative);
  const bend = Math.max(Math.abs(curvature(-1)), Math.abs(curvature(1)));
  const ratio = (t: number): number => curvature(t) / VARYING.zeta(t);
  const weightedFourth = (t: number): number =>
    (VARYING.zeta(t) * (ratio(t - STEP) - 2 * ratio(t) + ratio(t + STEP))) / (STEP * STEP);
  const supOf = (f: (t: number) => number, where: readonly number[]): number =>
    Math.max(...where.map((t) => Math.abs(f(t))));

  const row = (group: string, spline: Evaluated, g: (t: number) => number, scale: number): Row => {
    const gap = supOf((t) => spline.evaluate(t) - g(t), group.startsWith('inside') ? inner : places);
    return { group, gaps, error: gap / scale, roundOff: (Number.EPSILON * supOf(g, x)) / gap };
  };
  const natural = naturalCubicSpline(x, x.map(value));
  const weighted = weightedNaturalSpline({ x, y: x.map(value), zeta: VARYING.zeta, breaks: VARYING.breaks });
  const straightened = less(target, cubicWith(curvature));
  const levelled = less(target, quadraticWith(slope));
  const clamped = (g: (t: number) => number): Evaluated =>
    weightedNaturalSpline({ x, y: x.map(g), zeta: () => 1, ends: 'clamped' });
  const inInner = Math.floor(gaps * (1 / 4 + source.uniform() / 2));
  const kink = (x[inInner] + x[inInner + 1]) / 2;
  const [everywhere, inside] = [supOf(fourth, places), supOf(fourth, inner)];
  const rough = (t: number): number => value(t) + inside * Math.abs((t - kink) * (t - kink) * (t - kink));
  return {
    claim: [
      row(INNER, natural, value, inside),
      row(OUTER, natural, value, bend),
      row(
        'up to the ends, g₀″ = 0 there: h⁴',
        naturalCubicSpline(x, x.map(straightened)),
        straightened,
        everywhere,
      ),
      row('up to the ends, slopes given: h⁴', clamped(levelled), levelled, everywhere),
      row('inside, varying ζ: h⁴', weighted, value, supOf(weightedFourth, inner)),
      row('up to the ends, varying ζ: h²', weighted, value, bend),
    ],
    'quoted-bound': [row('up to the ends: h⁴', natural, value, bend)],
    'same-inside': [row('inside: h²', natural, value, inside)],
    'flat-ends': [row(OUTER, clamped(value), value, Math.max(Math.abs(slope(-1)), Math.abs(slope(1))))],
    'rough-target': [row(INNER, naturalCubicSpline(x, x.map(rough)), rough, inside)],
    'piecewise-linear': [row(INNER, polygon(x, x.map(value)), value, supOf(curvature, inner))],
  };
}

interface Evaluated {
  readonly evaluate: (t: number) => number;
}

/** g₀ less a polynomial of degree below four: the fourth derivative, and the error of a spline that fits it exactly, stay. */
const less =
  (target: Target, polynomial: (t: number) => number) =>
  (t: number): number =>
    target.derivative(0)(t) - polynomial(t);

/** A cubic with the given second derivative at ±1. */
function cubicWith(curvature: (t: number) => number): (t: number) => number {
  const [mean, half] = [(curvature(1) + curvature(-1)) / 2, (curvature(1) - curvature(-1)) / 2];
  return (t) => (mean * t * t) / 2 + (half * t * t * t) / 6;
}

/** A quadratic with the given slope at ±1. */
function quadraticWith(slope: (t: number) => number): (t: number) => number {
  const [mean, half] = [(slope(1) + slope(-1)) / 2, (slope(1) - slope(-1)) / 2];
  return (t) => mean * t + (half * t * t) / 2;
}

/** The polygon through points at even x on [−1, 1]. */
function polygon(x: readonly number[], y: readonly number[]): Evaluated {
  return {
    evaluate: (t) => {
      const position = ((t + 1) / 2) * (x.length - 1);
      const j = Math.min(Math.floor(position), x.length - 2);
      return y[j] + (y[j + 1] - y[j]) * (position - j);
    },
  };
}

function findings(evidence: Measured): readonly Finding[] {
  const rows = evidence.claim ?? [];
  const constant = (group: string): string => {
    const found = rows
      .filter((row) => row.group === group)
      .map((row) => Number(row.error) * Math.exp(-EXPONENT(group) * Math.log(Number(row.gaps) / 2)))
      .sort((a, b) => a - b);
    return found[found.length >> 1].toPrecision(3);
  };
  return [
    {
      title: 'Noiseless data: the bound h⁴ holds inside only',
      text:
        'Section 3.3 of the paper quotes $\\sup|g^*-g_0|\\le C h^4$ for $g_0\\in C^4$. That is the bound for splines that take the slopes of $g_0$ at the ends ' +
        `(measured: $${constant('up to the ends, slopes given: h⁴')}\\,h^4\\sup|g_0^{(4)}|$, median). The limit of training is a *natural* spline: its second ` +
        `derivative is 0 at the ends, and the error there is $${constant(OUTER)}\\,h^2|g_0^{\\prime\\prime}|$ (median). The rate $h^4$ holds inside ` +
        `(measured: $${constant(INNER)}\\,h^4\\sup|g_0^{(4)}|$), and everywhere only if $g_0^{\\prime\\prime}$ vanishes at both ends.`,
    },
  ];
}
