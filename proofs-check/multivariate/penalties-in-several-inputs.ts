import { mul, rational } from '../../theory/expression/construct.js';
import { oneInputText } from '../../theory/initializations/several/one-input.js';
import { sphereUniform } from '../../theory/initializations/several/sphere-uniform.js';
import { uniform } from '../../theory/initializations/several/uniform.js';
import { vectorInitializations } from '../../theory/initializations/several/index.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { VectorInitialization } from '../../theory/initializations/several/vector-initialization.js';
import type { Direction } from '../../theory/initializations/several/vector-law.js';
import { deriveVectorZeta } from '../../theory/penalty/several/derive.js';
import type { Claim, Derivations, Measured, Profile, Row, Unit } from '../claim.js';
import { decideByBothRoutes } from '../decisions/both-routes.js';
import { largest } from '../largest.js';
import { centreOfKinks, randomDirection, randomVectorLaw } from './random-vector-laws.js';
import { rayMoment } from './ray-moment.js';
import {
  drawsOf,
  heavier,
  integrateCells,
  isotropic,
  sampleCells,
  sampleNorms,
  scores,
  type Draw,
  type Sampled,
} from './sampled-moments.js';
import { vectorPenaltyFigures, vectorPenaltyFindings } from './vector-penalty-report.js';

// Round-off of powers up to 8 in the closed forms, and of the quadrature.
const TOLERANCE = 256 * Number.EPSILON;
const POINTS = 12;
/** Edges of the sampled intervals of c: distances from its median, in units of its median absolute deviation. */
const EDGES = [-2.5, -1, -0.4, 0.4, 1, 2.5];
/** Sampling that is less precise than this (relative) has no power against a wrong constant. */
const PRECISION = 0.06;
const INPUTS: Readonly<Record<Profile, readonly number[]>> = { quick: [1, 2, 3], full: [1, 2, 3, 4, 5] };
const SETS: Readonly<Record<Profile, number>> = { quick: 2, full: 4 };
const DRAWS: Readonly<Record<Profile, number>> = { quick: 30_000, full: 650_000 };

type Zeta = (direction: Direction, c: number) => number;

/** ζ(V, c) of every law of several inputs: derivation, quadrature, sampling, and the theory of one input agree. */
export const penaltiesInSeveralInputs: Claim = {
  id: 'penalties-in-several-inputs',
  title: 'The curvature penalty in several inputs',
  inBrief:
    'With several inputs a unit bends along a hyperplane, which has a direction and a distance from the ' +
    'origin. The claim gives in closed form what a bend costs for each direction and distance, for each ' +
    'of the common laws of weights and biases; the predictions for several inputs start from it. Each ' +
    'formula is derived by computer algebra, and compared with numerical integration and with averages ' +
    'over randomly drawn units.',
  kind: 'symbolic',
  statement:
    'For $W\\in\\mathbb R^d$ independent of $B$, with $V=W/\\lVert W\\rVert$, $c=-B/\\lVert W\\rVert$, $U=\\lVert W\\rVert$, the penalty of ' +
    'Theorem 6 is $1/\\zeta$ with $\\zeta(V,c)=p(V,c)\\,E[U^2\\mid V,c]=\\int_0^\\infty u^{d+2}\\,p_W(uV)\\,p_B(-cu)\\,du$ per unit surface measure, ' +
    'which is $E[U^3p_B(-cU)]/\\lvert S^{d-1}\\rvert$ for rotation-invariant weights, and for each initialization the closed form derived ' +
    'below. For $d=1$ its sum over $V=\\pm1$ is the $\\zeta(x)$ of Theorem 1.',
  source: 'Jin and Montúfar (2023), Theorem 6, Propositions 17 and 18, Theorem 19',
  uses: ['penalty-functions'],
  assumptions: [
    {
      statement: `sampling is precise enough to show a wrong constant (relative standard error at most ${100 * PRECISION} %)`,
      measured: (rows) => {
        const worst = largest(
          rows.filter(({ route }) => route === 'sampling'),
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
    `For each law, $d=${INPUTS.quick.join(',')}$ (quick) or $${INPUTS.full.join(',')}$ (full), with ${SETS.quick} or ${SETS.full} sets of random ` +
    `parameters: (1) the closed form against adaptive quadrature of the densities at ${POINTS} random $(V,c)$, to 256 eps relative; ` +
    `(2) for $d=1$ against $\\zeta(x)$ of the same law in the theory of one input; (3) for $d\\ge2$ against ${DRAWS.quick} (quick) or ${DRAWS.full} ` +
    `(full) drawn units: $\\int\\!\\int\\zeta\\,dc\\,dV=E[U^2\\,1(V\\in A,\\,c\\in I)]$ on ${EDGES.length - 1} intervals $I$ and two sets $A$ of directions, near the ` +
    'axes and away from them; (4) for rotation-invariant weights that are not on a sphere, against $E[U^3p_B(-cU)]/\\lvert S^{d-1}\\rvert$ ' +
    'from as many drawn norms. The routes share no formula. Every closed form is also derived step by step.',
  controls: [
    {
      id: 'squared-weight',
      title: 'u^(d+1) in place of u^(d+2)',
      because: 'the Jacobian of B = −cU is left out',
    },
    { id: 'kink-density', title: 'the density p(V, c) of kinks alone', because: 'E[U²|V, c] is left out' },
    {
      id: 'whole-line',
      title: 'the integral over all u, as printed, in the derivations too',
      because: 'u is a norm; u < 0 counts the opposite unit (−V, −c) as well',
    },
    {
      id: 'even-part',
      title: 'the even part of ζ in place of ζ',
      because:
        'ζ(V, c) itself is not even where (W, B) is not symmetric; only the adjusted problem depends on the even part alone',
    },
    {
      id: 'round-cube',
      title: 'no dependence on the direction',
      because: '‖V‖₂ = 1 in place of ‖V‖_∞ for weights in a cube',
    },
    {
      id: 'sampler',
      title: 'weights drawn too large by a tenth',
      because: 'the sampler draws from another law; quadrature cannot see it',
    },
    {
      id: 'isotropic-cube',
      title: 'weights of a cube drawn with a uniform direction',
      because: 'normalised weights of a cube are not uniform on the sphere',
    },
  ],
  derivations,
  units,
  measure,
  decide: (rows, alpha) => decideByBothRoutes(rows, alpha, TOLERANCE),
  figures: () => vectorPenaltyFigures(),
  findings: vectorPenaltyFindings,
};

async function derivations(): Promise<Derivations> {
  // One law of each kind of derivation
  const printed = [sphereUniform, uniform].map((law): VectorInitialization => ({
    ...law,
    zeta: (inputs) => law.zeta(inputs).map((piece) => ({ ...piece, zeta: mul(rational(2), piece.zeta) })),
  }));
  return {
    claim: await Promise.all(
      vectorInitializations.flatMap((law) => INPUTS.quick.map((inputs) => deriveVectorZeta(law, inputs))),
    ),
    'whole-line': await Promise.all(printed.map((law) => deriveVectorZeta(law, 2))),
  };
}

function units(profile: Profile): Unit[] {
  return vectorInitializations.flatMap(({ name }) =>
    INPUTS[profile].flatMap((inputs) =>
      Array.from({ length: SETS[profile] }, (_, index): Unit => ({
        id: `${name}/${inputs}/${index}`,
        law: name,
        inputs,
        index,
        draws: inputs === 1 ? 0 : DRAWS[profile],
      })),
    ),
  );
}

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const initialization = vectorInitializations.find(({ name }) => name === unit.law)!;
  const [inputs, draws] = [Number(unit.inputs), Number(unit.draws)];
  const law = randomVectorLaw(initialization, inputs, random.stream('parameters'));
  const { middle, spread } = centreOfKinks(law, random.stream('scale'));
  const where = random.stream('points');
  const points = Array.from({ length: POINTS }, () => {
    const direction = randomDirection(inputs, where);
    const [from, to] = law.range(direction);
    const t = 2 * where.uniform() - 1;
    // In the support, not on its very end
    return {
      direction,
      c: to < Infinity ? 0.5 * (from + to) + 0.499 * (to - from) * t : middle + 5 * spread * t,
    };
  });
  const edges = EDGES.map((edge) => middle + edge * spread);
  const sampled = (draw: Draw): Sampled[] =>
    draws > 0 ? sampleCells(draw, inputs, edges, draws, random.stream('monte-carlo')) : [];
  const cells = sampled(drawsOf(law));
  const quadrature = rayMoment(law, inputs + 2);
  const truth = points.map(({ direction, c }) => quadrature(direction, c));
  const text = inputs === 1 ? oneInputText(initialization, law.values) : undefined;
  const univariate = text === undefined ? undefined : bindLaw(text);
  const base = { group: law.initialization.name, inputs };

  const exact = (zeta: Zeta): Row[] => [
    ...points.map(({ direction, c }, k) => ({
      ...base,
      route: 'quadrature',
      even: law.isEven ? 1 : 0,
      ratio: zeta(direction, c) / truth[k],
      deviation: Math.abs(zeta(direction, c) / truth[k] - 1),
    })),
    ...(univariate
      ? points.map(({ c }) => ({
          ...base,
          route: 'one input',
          deviation: Math.abs((zeta([1], c) + zeta([-1], -c)) / univariate.zeta(c) - 1),
        }))
      : []),
  ];
  const cellsOf = (zeta: Zeta): number[] => (draws > 0 ? integrateCells(law, zeta, edges) : []);
  const integrals = cellsOf(law.zeta);
  const drawn = (found: readonly Sampled[], expected = integrals): Row[] =>
    scores(found, expected).map((row) => ({ ...base, ...row }));
  // For weights on a sphere U is one number, and the quadrature is this already.
  const isSpread = law.density.form === 'density' && !initialization.directional;
  const places = draws > 0 && isSpread ? [middle, middle + spread, middle - 2 * spread] : [];
  const axis = Float64Array.from({ length: inputs }, (_, i) => (i === 0 ? 1 : 0));
  const along = (zeta: Zeta): number[] => places.map((c) => zeta(axis, c));
  const norms = sampleNorms(law, places, draws, random.stream('norms'));
  const wholeLine: Zeta = (direction, c) => law.zeta(direction, c) + law.zeta(opposite(direction), -c);
  return {
    claim: [...exact(law.zeta), ...drawn([...cells, ...norms], [...integrals, ...along(law.zeta)])],
    'squared-weight': exact(rayMoment(law, inputs + 1)),
    'kink-density': exact(rayMoment(law, inputs)),
    'whole-line': [
      ...exact(wholeLine),
      ...drawn([...cells, ...norms], [...cellsOf(wholeLine), ...along(wholeLine)]),
    ],
    'even-part': [...exact(law.evenZeta), ...drawn(cells, law.isEven ? integrals : cellsOf(law.evenZeta))],
    'round-cube': exact((_, c) => law.zeta(axis, c)),
    sampler: [...exact(law.zeta), ...drawn(sampled(heavier(law)))],
    'isotropic-cube': [
      ...exact(law.zeta),
      ...drawn(initialization.directional ? sampled(isotropic(law)) : cells),
    ],
  };
}

const opposite = (direction: Direction): number[] => Array.from(direction, (value) => -value);
