import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { variationalQp } from '../../numerics/variational/variational-qp.js';
import { variationalSaddle } from '../../numerics/variational/variational-saddle.js';
import { initializations } from '../../theory/initializations/index.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

/** The laws whose kernel is known in closed form on the data: three routes without a quadrature of the kernel. */
const LAWS = initializations.filter(({ kernel }) => kernel !== undefined);
const CASES: Readonly<Record<Profile, number>> = { quick: 6, full: 40 };
const PLACES = 41;
// The quadratic program's nodes integrate the optimum to round-off, so all routes are limited by conditioning.
const TOLERANCE = '1e3 · eps · cond K · max|y|';

/** Quadratic program, kernel solve and spline solve one variational problem. */
export const variationalQpClaim: Claim = {
  id: 'variational-qp',
  title: 'Quadratic program, kernel and spline give one solution',
  inBrief:
    'The curve through the data that bends least is the answer to a minimisation problem. Three methods ' +
    'are said to give that answer: a general-purpose optimiser, the formula for infinitely wide ' +
    'networks, and a spline. If they disagreed, the theory or our code would be wrong at its centre; on ' +
    'random data all three are computed and compared, the curves as well as their cost of bending.',
  kind: 'numeric',
  statement:
    'The minimiser of $\\int (g^{\\prime\\prime})^2/\\zeta$ subject to $g(x_j)=y_j$ is reached alike (1) as a quadratic program, or its saddle system, in ' +
    '$\\beta=g^{\\prime\\prime}$ with $g(x)=ux+v+\\int\\beta(c)\\,[x-c]_+\\,dc$, (2) as the kernel interpolant with generalized least ' +
    'squares, (3) as the weighted natural spline, with equal energies.',
  source: 'Jin and Montúfar (2023), Theorems 1 and 13; equality of the norms: Theorems 42 and 43',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: 'the quadratic program is solved to optimality',
      measured: (rows) => {
        const [worst] = [...rows].sort((p, q) => Number(q.kktResidual) - Number(p.kktResidual));
        return {
          value: `largest optimality residual ${Number(worst.kktResidual).toExponential(1)}`,
          holds: rows.every((row) => Number(row.kktResidual) <= Number(row.kktBound)),
        };
      },
    },
  ],
  protocol:
    `Random data of 3 to 8 points for each of ${LAWS.length} laws with random parameters, ${CASES.quick} (quick) or ` +
    `${CASES.full} (full) sets each; solutions compared at ${PLACES} places. The program goes through quadprog-js, ` +
    `whitened, its optimality residual checked. Tolerance: ${TOLERANCE}.`,
  controls: [
    { id: 'inverted', title: 'cost ζβ² instead of β²/ζ', because: 'the penalty is 1/ζ' },
    {
      id: 'unweighted',
      title: 'cost β² (ζ = 1)',
      because: 'the natural cubic spline solves another problem',
    },
    {
      id: 'unadjusted',
      title: 'kernel interpolant without linear part',
      because: 'u and v are free in the problem',
    },
  ],
  units: (profile) => unitsPerLaw(LAWS, CASES[profile]),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence) => [deviationFigure(evidence, 'cond K', 'condition')],
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const within = law.kernel?.within ?? 0;
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), within);
  const where = random.stream('data');
  const { x, y } = randomData(3 + where.integer(6), reach, where);
  const { zeta, breaks } = law;
  const program = (cost: (t: number) => number): ReturnType<typeof variationalQp> =>
    variationalQp({ x, y, zeta: cost, breaks });
  const spline = weightedNaturalSpline({ x, y, zeta, breaks });
  const kernel = lawKernel(law, reach);
  const limit = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
  const qp = program(zeta);
  const places = gridOver({ x }, PLACES);
  const size = Math.max(...y.map(Math.abs));
  const row = (group: string, deviation: number, scale = size): Row => ({
    group,
    deviation,
    tolerance: 1e3 * Number.EPSILON * limit.condition * scale,
    scale,
    condition: limit.condition,
    kktResidual: qp.kktResidual,
    kktBound: qp.kktBound,
  });
  const against = (group: string, f: (t: number) => number): Row =>
    row(group, largestGap(f, spline.evaluate, places));
  const measured: Record<string, Row[]> = {
    claim: [
      against('quadratic program and spline', qp.evaluate),
      against('saddle system and spline', variationalSaddle({ x, y, zeta, breaks }).evaluate),
      against('kernel and spline', limit.evaluateWithAffine),
      row('quadratic program and kernel', largestGap(qp.evaluate, limit.evaluateWithAffine, places)),
      row('energies', Math.abs(qp.energy - spline.energy), spline.energy),
    ],
    unadjusted: [
      against('kernel and spline', kernelInterpolant({ kernel, x, y, adjust: 'none' }).evaluateWithAffine),
    ],
  };
  const ratios = x.map((xj) => zeta(xj) / zeta(x[0]));
  if (Math.max(...ratios) > 1.05 * Math.min(...ratios)) {
    measured.inverted = [against('quadratic program and spline', program((t) => 1 / zeta(t)).evaluate)];
    measured.unweighted = [against('quadratic program and spline', program(() => 1).evaluate)];
  }
  return measured;
}
