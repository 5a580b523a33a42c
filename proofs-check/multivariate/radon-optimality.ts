import type { Claim, Decision, Figure, Layer, Measured, Row } from '../claim.js';
import { conjunction } from '../decisions/conjunction.js';
import { decideIdentity } from '../decisions/identity.js';
import { decideOrder } from '../decisions/order.js';
import { LAWS, measureRadonOptimality, RADIUS, radonOptimalityUnits } from './radon-optimality-protocol.js';

/** Theorem 16: each adjusted limit has the least norm under its own penalty. */
export const radonOptimality: Claim = {
  id: 'radon-optimality',
  title: 'Several inputs: each limit is least under its own penalty, and under no other',
  inBrief:
    'Whether a function is the cheapest fit to the data can be tested by offering rivals. For each ' +
    'initialization the claim says that the predicted function is strictly cheaper, under the cost that ' +
    'belongs to this initialization, than all of them: the functions predicted for other ' +
    'initializations, and itself with random changes between the data. Under the cost of another ' +
    'initialization, the function of that one wins. Costs are computed numerically for random data, and ' +
    'every difference must exceed the numerical error.',
  kind: 'numeric',
  statement:
    'Among all functions $h$ with $h(x_j)=y_j$, the adjusted limit $g$ of an initialization has strictly the least ' +
    '$E(h)=\\gamma_d^2\\int(\\mathcal R\\{(-\\Delta)^{(d+1)/2}h\\})^2/\\zeta_e\\,dV\\,dc=\\int\\beta_e^2/\\zeta_e\\,dV\\,dc$ under its own $\\zeta$, with ' +
    '$E(h)=E(g)+E(h-g)$: less than the limits of other initializations for the same data, each of which is least under its own, and less than ' +
    '$g$ with any perturbation that vanishes at the data.',
  source: 'Jin and Montúfar (2023), Theorem 16 (and 6); the equality is the orthogonality of the minimiser',
  uses: ['radon-norm', 'radon-variational-qp'],
  assumptions: [
    {
      statement: 'limits and perturbations differ from each other',
      measured: (rows) => {
        const distances = rows
          .filter((row) => 'distance' in row)
          .map((row) => Number(row.distance) / Number(row.error));
        const least = Math.min(...distances);
        return {
          value: `E(h − g) is at least ${least.toPrecision(2)} times the error of E`,
          holds: distances.length > 0 && least > 1,
        };
      },
    },
  ],
  protocol:
    `Random data of d + 3 to d + 6 points in the ball of radius ${RADIUS}, d = 2, 3 (and 1 in the full profile), normal targets. Limits of ${LAWS.join(', ')} from the ` +
    'saddle system; the energy of each under the $\\zeta$ of each, by Gauss–Legendre rules in $c$ between the hyperplanes through the points and a rule over ' +
    'directions, from $\\beta_e=\\zeta_e\\,\\tfrac12\\sum_j\\lambda_j|\\langle V,x_j\\rangle-c|$ of the law that a limit belongs to. Perturbations: a limit of another law ' +
    'through zeros at the data and random values at three more places, scaled to 1 to 30 % of the energy. Every difference of energies must exceed the error ' +
    'of the rules (relative 1e-9, 1e-5, 1e-3 for d = 1, 2, 3) and of round-off.',
  controls: [
    {
      id: 'cubic',
      title: 'the cubic spline r³ is least under every penalty',
      because: 'it is so under a constant one alone',
    },
    {
      id: 'kink-density',
      title: 'the penalty 1/p, p the density of the units’ (V, c)',
      because: 'ζ weighs a unit by its squared length too',
    },
    { id: 'inverted', title: 'the penalty ζ', because: 'the penalty is 1/ζ' },
    {
      id: 'unadjusted',
      title: 'the limit of training on the data as they are',
      because: 'its affine part is not free',
    },
    {
      id: 'ols',
      title: 'the affine part by ordinary least squares',
      because: 'the affine part of the minimiser belongs to the penalty',
    },
  ],
  units: radonOptimalityUnits,
  measure: measureRadonOptimality,
  decide,
  figures: (evidence) => [excessFigure(evidence)],
};

function decide(rows: readonly Row[]): Decision {
  return conjunction([
    decideOrder(
      rows.filter((row) => 'smaller' in row),
      'excess energy over that of the limit, relative',
    ),
    decideIdentity(
      rows.filter((row) => 'deviation' in row),
      'the error of the rules and of round-off',
    ),
  ]);
}

/** Excess of the energy against the energy of the difference: the diagonal, for a minimiser. */
function excessFigure(evidence: Measured): Figure {
  const shown = ['claim', 'cubic', 'kink-density', 'unadjusted'];
  const points = shown.flatMap((hypothesis) =>
    (evidence[hypothesis] ?? []).flatMap((row) =>
      'smaller' in row
        ? [
            {
              series: hypothesis === 'claim' ? 'claim' : `control ${hypothesis}`,
              panel: String(row.law),
              x: Number(row.distance) / Number(row.smaller),
              y: (Number(row.larger) - Number(row.smaller)) / Number(row.smaller),
            },
          ]
        : [],
    ),
  );
  const panels = [...new Set(points.map(({ panel }) => panel))];
  const layers = panels.flatMap((panel): Layer[] => {
    const own = points.filter((point) => point.panel === panel);
    const xs = own.map(({ x }) => x);
    const ends = [Math.min(...xs), Math.max(...xs)];
    return [
      ...[...new Set(own.map(({ series }) => series))].map((series): Layer => {
        const members = own.filter((point) => point.series === series);
        return {
          mark: 'points',
          series,
          panel,
          x: members.map(({ x }) => x),
          y: members.map(({ y }) => y),
        };
      }),
      { mark: 'line', series: 'E(h) − E(g) = E(h − g)', panel, dashed: true, x: ends, y: ends },
    ];
  });
  return {
    id: 'excess',
    title: 'How much more energy other interpolants have',
    caption:
      'Each point is one interpolant h of one random data set, against the one g that a hypothesis says is least under the ζ of the panel. For the limit of ' +
      'that ζ all points lie on the diagonal; other functions have rivals with less energy (marks at the lower edge).',
    x: { label: 'E(h − g) / E(g)', log: true },
    y: { label: '(E(h) − E(g)) / E(g)', log: true },
    layers,
  };
}
