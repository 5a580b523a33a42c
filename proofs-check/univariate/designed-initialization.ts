import { designedLaw } from '../../numerics/design/designed-law.js';
import type { Penalty } from '../../numerics/design/penalty.js';
import { kernelByQuadrature } from '../../numerics/kernels/kernel-by-quadrature.js';
import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import type { Kernel } from '../../numerics/kernels/kernel-matrix.js';
import { integrate } from '../../numerics/quadrature/integrate.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { normalQuantile } from '../../numerics/statistics/quantiles.js';
import type { Claim, Decision, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { pointNullLevel, withPointNulls } from '../decisions/point-null.js';
import { largest } from '../largest.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { designFigure, HISTOGRAM } from './design-figure.js';
import { deviationFigure } from './deviation-figure.js';
import { FAMILIES, randomPenalty } from './random-penalties.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 3, full: 12 };
const DRAWS: Readonly<Record<Profile, number>> = { quick: 20_000, full: 100_000 };
const PLACES = 21;
const INTERVALS = 4;
/** A sampled share less precise than this (relative standard error) has no power. */
const PRECISION = 0.2;

/** Proposition 15: an initialization can be designed for any positive penalty. */
export const designedInitialization: Claim = {
  id: 'designed-initialization',
  title: 'An initialization can be designed for any penalty',
  inBrief:
    'Can one choose how a network will fill in between the data? The claim says yes: for any positive ' +
    'cost of bending on an interval one can draw weights and biases so that the infinitely wide network ' +
    'minimises just that cost, by placing kinks densely where bends are to be cheap. For random costs ' +
    'the initialization is built, its limit is compared with the spline of that cost, and drawn samples ' +
    'are compared with the density of kinks asked for.',
  kind: 'numeric',
  statement:
    'Let $\\rho>0$ on $[a,b]$ with $Z=\\int_a^b1/\\rho<\\infty$, $C$ a random variable with density $1/(Z\\rho)$, $W$ symmetric and ' +
    'independent of $C$, and $B=-CW$. Then $\\zeta=E[W^2]/(Z\\rho)$ on $[a,b]$ and 0 outside: the infinite-width limit with its ' +
    'linear part is the natural spline of the data that minimises $\\int\\rho\\,(g^{\\prime\\prime})^2$.',
  source: 'Jin and Montúfar (2023), Proposition 15, with Theorem 1 in the limit of infinite width',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: 'every $x_j$ lies in $[a,b]$',
      measured: (rows) => {
        const reach = largest(
          rows.filter((row) => 'reach' in row),
          'reach',
        );
        return {
          value: `at most ${reach.toFixed(3)} of the way from the middle to the end`,
          holds: reach <= 1,
        };
      },
    },
    {
      statement: `sampled shares are precise enough (relative standard error at most ${100 * PRECISION} %)`,
      measured: (rows) => {
        const worst = largest(rows.filter(isSampled), 'precision');
        return { value: `largest ${(100 * worst).toFixed(1)} %`, holds: worst <= PRECISION };
      },
    },
  ],
  protocol:
    `Random penalties of ${FAMILIES.length} families (${FAMILIES.join(', ')}) on random ranges, ${CASES.quick} (quick) or ${CASES.full} (full) of each. ` +
    '(1) Random data of 3 to 7 points: the kernel interpolant of the designed law (quadrature over $W$ and $C$) against the natural spline ' +
    `weighted with 1/ρ, at ${PLACES} places; tolerance 1e3 · eps · cond K · max|y|. (2) ${DRAWS.quick} (quick) or ${DRAWS.full} (full) draws ` +
    `of $(W,B)$: $E[W^2\\,1(-B/W\\in I)]/E[W^2]$ against $\\int_I1/\\rho$ over $\\int1/\\rho$ on ${INTERVALS} intervals $I$, for $W=\\pm1$ and for ` +
    '$W$ uniform on $[-\\sqrt3,\\sqrt3]$.',
  controls: [
    {
      id: 'inverted',
      title: 'kinks where the penalty is large, p_C ∝ ρ',
      because: 'curvature is cheap where kinks are dense',
    },
    { id: 'uniform', title: 'kinks spread uniformly over the range', because: 'ζ is then constant' },
    {
      id: 'growing-weights',
      title: '|W| that grows with C',
      because: 'ζ = E[W²|C] p_C: W has to be independent of C',
    },
    {
      id: 'bias-alone',
      title: 'B = −C in place of −CW',
      because: 'half of the kinks then lie at −C',
    },
  ],
  units: (profile) =>
    FAMILIES.flatMap((family) =>
      Array.from({ length: CASES[profile] }, (_, index): Unit => ({
        id: `${family}/${index}`,
        family,
        index,
        draws: DRAWS[profile],
      })),
    ),
  measure,
  decide,
  figures: (evidence) => [
    designFigure(evidence),
    deviationFigure(interpolants(evidence), 'cond K', 'condition'),
  ],
};

const isSampled = (row: Row): boolean => 'z' in row;

/** The rows that the figure of deviations shows. */
const interpolants = (evidence: Measured): Measured =>
  Object.fromEntries(
    Object.entries(evidence).map(([id, rows = []]) => [id, rows.filter((row) => 'condition' in row)]),
  );

/** A share of W² is wrong where |z| exceeds the quantile for all intervals together. */
function decide(rows: readonly Row[], alpha: number): Decision {
  const sampled = rows.filter(isSampled).length;
  const critical = normalQuantile(1 - pointNullLevel(alpha) / (2 * Math.max(1, sampled)));
  const all = rows.map((row) =>
    isSampled(row) ? { ...row, deviation: Math.abs(Number(row.z)), tolerance: critical } : row,
  );
  const decision = decideIdentity(
    all,
    `1e3 · eps · cond K · max|y|; for the ${sampled} sampled shares ${critical.toFixed(2)} standard errors`,
  );
  return sampled > 0 ? withPointNulls(decision, alpha) : decision;
}

/** W² grows with C from 1 to 4 over the range. */
const growing = ({ from, to }: Penalty): ((c: number) => number) => {
  return (c) => 1 + (3 * (c - from)) / (to - from);
};

function measure(unit: Unit, random: Streams): Measured {
  const family = String(unit.family);
  const penalty = randomPenalty(family, random.stream('penalty'));
  const rows = interpolantRows(penalty, family, random);
  const { shares, histogram } = sampledRows(penalty, Number(unit.draws), random);
  return {
    ...Object.fromEntries(
      ['claim', 'inverted', 'uniform', 'growing-weights', 'bias-alone'].map((id) => [
        id,
        [rows[id], ...(shares[id] ?? [])],
      ]),
    ),
    // The first penalty of each family is drawn.
    ...(unit.index === 0 && { densities: histogram.map((row) => ({ family, ...row })) }),
  };
}

/** Route 1: the kernel of each hypothesis' law, which knows no penalty, against the spline, which knows no law. */
function interpolantRows(penalty: Penalty, family: string, random: Streams): Record<string, Row> {
  const { at, from, to, breaks } = penalty;
  const where = random.stream('data');
  const [middle, half] = [0.5 * (from + to), 0.5 * (to - from)];
  const centred = randomData(3 + where.integer(5), half, where);
  const data = { x: centred.x.map((x) => middle + x), y: centred.y };
  const places = gridOver(data, PLACES);
  const size = Math.max(...data.y.map(Math.abs));
  const spline = weightedNaturalSpline({ ...data, zeta: (x) => 1 / at(x), breaks }).evaluate;
  const row = (kernel: Kernel): Row => {
    const limit = kernelInterpolant({ kernel, ...data, adjust: 'gls' });
    return {
      group: `${family}, limit and spline`,
      deviation: largestGap(limit.evaluateWithAffine, spline, places),
      tolerance: 1e3 * Number.EPSILON * limit.condition * size,
      scale: size,
      condition: limit.condition,
      reach: Math.max(...centred.x.map(Math.abs)) / half,
    };
  };
  const kinks = (density: (c: number) => number): Kernel => {
    const mass = integrate(density, from, to, { breaks }).value;
    return kernelByQuadrature({ kind: 'kinks', w: 1, density: (c) => density(c) / mass, from, to, breaks });
  };
  const square = growing(penalty);
  return {
    claim: row(kinks((c) => 1 / at(c))),
    inverted: row(kinks(at)),
    uniform: row(kinks(() => 1)),
    'growing-weights': row(kinks((c) => square(c) / at(c))),
    'bias-alone': row(biasAlone(penalty)),
  };
}

/** ½E[(x−C)₊(y−C)₊ + (−x−C)₊(−y−C)₊]: W = ±1 and B = −C. */
function biasAlone({ at, from, to, breaks }: Penalty): Kernel {
  const right = (x: number, y: number): number => {
    const end = Math.min(x, y, to);
    return end <= from ? 0 : integrate((c) => ((x - c) * (y - c)) / at(c), from, end, { breaks }).value;
  };
  return (x, y) => right(x, y) + right(-x, -y);
}

interface Sampled {
  readonly shares: Readonly<Record<string, readonly Row[]>>;
  readonly histogram: readonly Row[];
}

/** Route 2: the shares of W² by interval, of draws. */
function sampledRows(penalty: Penalty, draws: number, random: Streams): Sampled {
  const { at, from, to, breaks } = penalty;
  const wanted = (a: number, b: number): number =>
    integrate((x) => 1 / at(x), a, b, { breaks, relativeTolerance: 1e-10 }).value;
  const total = wanted(from, to);
  const edge = (k: number, count: number): number => from + ((to - from) * k) / count;
  const square = growing(penalty);
  const laws: readonly (readonly [id: string, group: string, at: (x: number) => number, w: Weight])[] = [
    ['claim', 'draws, W = ±1', at, () => 1],
    ['claim', 'draws, W uniform', at, (_, u) => Math.sqrt(3) * u],
    ['inverted', 'draws, W = ±1', (x) => 1 / at(x), () => 1],
    ['uniform', 'draws, W = ±1', () => 1, () => 1],
    ['growing-weights', 'draws, |W| growing', at, (c) => Math.sqrt(square(c))],
  ];
  const shares: Record<string, Row[]> = {};
  const histogram: Row[] = [];
  for (const [id, group, rho, weight] of laws) {
    const { draw } = designedLaw({ ...penalty, at: rho }, group);
    const stream = random.stream(`${id}, ${group}`);
    const sums = new Float64Array(HISTOGRAM);
    const squares = new Float64Array(HISTOGRAM);
    for (let i = 0; i < draws; i++) {
      const [sign, bias] = draw(stream);
      const kink = -bias / sign;
      const w = sign * weight(kink, stream.uniform());
      const b = -kink * w;
      const bin = Math.min(
        HISTOGRAM - 1,
        Math.max(0, Math.floor((HISTOGRAM * (-b / w - from)) / (to - from))),
      );
      sums[bin] += w * w;
      squares[bin] += w * w * w * w;
    }
    const whole = sums.reduce((sum, value) => sum + value, 0);
    const bins = HISTOGRAM / INTERVALS;
    for (let k = 0; k < INTERVALS; k++) {
      const of = (values: Float64Array): number =>
        values.subarray(k * bins, (k + 1) * bins).reduce((sum, value) => sum + value, 0);
      const share = of(sums) / whole;
      const all = squares.reduce((sum, value) => sum + value, 0);
      // Of a ratio of two means: residuals W²(1(C in I) − share).
      const variance = (1 - 2 * share) * of(squares) + share * share * all;
      const standardError = Math.sqrt(variance) / whole;
      const expected = wanted(edge(k, INTERVALS), edge(k + 1, INTERVALS)) / total;
      (shares[id] ??= []).push({
        group,
        z: (share - expected) / standardError,
        precision: standardError / share,
      });
    }
    sums.forEach((sum, k) => {
      const [a, b] = [edge(k, HISTOGRAM), edge(k + 1, HISTOGRAM)];
      histogram.push({
        id,
        group,
        x: 0.5 * (a + b),
        drawn: sum / whole / (b - a),
        wanted: 1 / (total * at(0.5 * (a + b))),
      });
    });
  }
  return { shares, histogram };
}

/** |W| up to a sign, from the kink and a uniform variate. */
type Weight = (kink: number, u: number) => number;
