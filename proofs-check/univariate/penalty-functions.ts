import { integrate } from '../../numerics/quadrature/integrate.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { initializations } from '../../theory/initializations/index.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import { deriveZeta } from '../../theory/penalty/derive.js';
import { mul, rational } from '../../theory/expression/construct.js';
import type { Claim, Derivations, Measured, Profile, Row, Unit } from '../claim.js';
import { decideByBothRoutes } from '../decisions/both-routes.js';
import { largest } from '../largest.js';
import { kinkMoment } from './kink-moment.js';
import { penaltyFigure } from './penalty-figure.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

// Round-off of a closed form with an exponent up to 50, and of the quadrature.
const TOLERANCE = 256 * Number.EPSILON;
const POINTS = 12;
/** Edges of the Monte Carlo bins, in units of the median distance of a kink from 0. */
const EDGES = [-3, -1.5, -0.75, 0, 0.75, 1.5, 3];
/** Monte Carlo that is less precise than this (relative) has no power against a wrong constant. */
const PRECISION = 0.05;
const SETS: Readonly<Record<Profile, number>> = { quick: 2, full: 8 };
const DRAWS: Readonly<Record<Profile, number>> = { quick: 200_000, full: 4_000_000 };

/** ζ of every law: the derived closed form, quadrature of the density, and sampling agree. */
export const penaltyFunctions: Claim = {
  id: 'penalty-functions',
  title: 'The curvature penalty of every initialization',
  inBrief:
    'Training a wide network with one input favours functions that bend little, and what a bend costs at ' +
    'each place depends on the law from which the first weights and biases were drawn. This claim writes ' +
    'that cost down as a formula for each of the common laws; all predictions for one input start from ' +
    'it. Each formula is derived step by step by computer algebra, and compared with numerical ' +
    'integration and with averages over many randomly drawn units.',
  kind: 'symbolic',
  statement:
    'The penalty of Theorem 1 is $1/\\zeta$ with $\\zeta(x)=\\int|w|^3\\,p_{W,B}(w,-wx)\\,dw = E[W^2\\mid C=x]\\,p_C(x)$, $C=-B/W$, ' +
    'and for each initialization it is the closed form derived below.',
  source: 'Jin and Montúfar (2023), Theorem 1 and Proposition 14',
  uses: [],
  assumptions: [
    {
      statement: 'sampling is precise enough to show a wrong constant (relative standard error at most 5 %)',
      measured: (rows) => {
        const worst = largest(
          rows.filter((row) => row.route === 'sampling'),
          'precision',
        );
        return {
          value: `largest relative standard error ${(100 * worst).toFixed(1)} %`,
          holds: worst <= PRECISION,
        };
      },
    },
  ],
  protocol:
    `For each law with ${SETS.quick} (quick) or ${SETS.full} (full) sets of random parameters: (1) the closed form against ` +
    `adaptive quadrature of the density at ${POINTS} random points, to 256 eps relative; (2) against ` +
    `${DRAWS.quick} (quick) or ${DRAWS.full} (full) draws of $(W,B)$: $\\int_I\\zeta\\,dx = E[W^2\\,1(C\\in I)]$ on ` +
    `${EDGES.length - 1} intervals $I$. The two routes share no formula. Every closed form is also derived step by step.`,
  controls: [
    { id: 'squared-weight', title: '|w|² in place of |w|³', because: 'the Jacobian of b = −wx is left out' },
    { id: 'kink-density', title: 'the density of kinks p_C alone', because: 'E[W²|C] is left out' },
    {
      id: 'misprint',
      title: 'closed form with a constant off by a factor 2, in the derivations too',
      because: 'a misprinted constant',
    },
    {
      id: 'sampler',
      title: 'weights drawn too large by a tenth',
      because: 'the sampler draws from another law; quadrature cannot see it',
    },
  ],
  derivations,
  units,
  measure,
  decide: (rows, alpha) => decideByBothRoutes(rows, alpha, TOLERANCE),
  figures: () => [penaltyFigure()],
};

async function derivations(): Promise<Derivations> {
  const misprinted = initializations.map((initialization) => ({
    ...initialization,
    zeta: initialization.zeta.map((piece) => ({ ...piece, zeta: mul(rational(2), piece.zeta) })),
  }));
  return {
    claim: await Promise.all(initializations.map(deriveZeta)),
    misprint: await Promise.all(misprinted.map(deriveZeta)),
  };
}

function units(profile: Profile): Unit[] {
  return unitsPerLaw(initializations, SETS[profile]).map((unit) => ({ ...unit, draws: DRAWS[profile] }));
}

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const scale = kinkScale(law, random.stream('scale'));
  const reach = Math.min(4 * scale, law.support);
  const where = random.stream('points');
  const points = Array.from({ length: POINTS }, () => reach * (2 * where.uniform() - 1));
  const edges = EDGES.map((edge) => edge * scale);
  const sample = (drawn: BoundLaw): Bin[] =>
    sampleBins(drawn, edges, Number(unit.draws), random.stream('monte-carlo'));
  const bins = sample(law);
  const quadrature = points.map(kinkMoment(law, 3));

  const check = (zeta: (x: number) => number, sampled = bins): Row[] => [
    ...points.map((x, k) => ({
      group: law.initialization.name,
      route: 'quadrature',
      deviation: Math.abs(zeta(x) / quadrature[k] - 1),
    })),
    ...sampled.flatMap(({ mean, standardError }, k): Row[] => {
      const [from, to] = [edges[k], edges[k + 1]];
      const expected = integrate(zeta, from, to, { breaks: law.breaks, relativeTolerance: 1e-10 }).value;
      // A bin beyond the support has no draws and no variance.
      if (standardError === 0)
        return expected === 0 ? [] : [{ group: law.initialization.name, route: 'empty bin', deviation: 1 }];
      const z = (mean - expected) / standardError;
      return [{ group: law.initialization.name, route: 'sampling', z, precision: standardError / mean }];
    }),
  ];
  return {
    claim: check(law.zeta),
    'squared-weight': check(kinkMoment(law, 2)),
    'kink-density': check(kinkMoment(law, 1)),
    misprint: check((x) => 2 * law.zeta(x)),
    sampler: check(law.zeta, sample(withHeavierWeights(law))),
  };
}

/** The law as a wrong sampler would draw it. */
function withHeavierWeights(law: BoundLaw): BoundLaw {
  return {
    ...law,
    draw(variates) {
      const [w, b] = law.draw(variates);
      return [1.1 * w, b];
    },
  };
}

/** E[W² 1(C in bin)] by sampling, with its standard error. */
interface Bin {
  readonly mean: number;
  readonly standardError: number;
}

function sampleBins(law: BoundLaw, edges: readonly number[], draws: number, random: RandomStream): Bin[] {
  const sums = new Float64Array(edges.length - 1);
  const squares = new Float64Array(edges.length - 1);
  for (let i = 0; i < draws; i++) {
    const [w, b] = law.draw(random);
    const kink = -b / w;
    const bin = edges.findIndex((edge) => kink < edge) - 1;
    if (bin < 0) continue;
    sums[bin] += w * w;
    squares[bin] += w * w * w * w;
  }
  return Array.from(sums, (sum, k) => {
    const mean = sum / draws;
    return { mean, standardError: Math.sqrt((squares[k] / draws - mean * mean) / draws) };
  });
}
