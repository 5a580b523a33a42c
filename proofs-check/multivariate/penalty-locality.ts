import type { Claim, Finding, Measured } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { deviationFigure } from '../univariate/deviation-figure.js';
import { LAWS, measurePenaltyLocality, penaltyLocalityUnits, RADIUS } from './penalty-locality-protocol.js';

const TOLERANCE = '1e3 · eps · condition number of the saddle system · max|y|';

/** What of ζ the adjusted solution depends on: its even part, near the data. */
export const penaltyLocality: Claim = {
  id: 'penalty-locality',
  title: 'Several inputs: the adjusted solution sees the even part of ζ alone, and near the data alone',
  inBrief:
    'Which features of an initialization can be seen in what a network learns? If linear functions are ' +
    'taken off the data, the claim says, only the hyperplanes that pass between the data points count, ' +
    'and of two opposite units, which bend along the same hyperplane, only how dense they are together. ' +
    'All else may be changed without changing the function learned, which is sharper than what the paper ' +
    'says. It is checked by changing just these parts at random and solving again.',
  kind: 'numeric',
  statement:
    'The solution of the variational problem with a free affine part depends on $\\zeta$ only through ' +
    '$\\zeta_e(V,c)=\\tfrac12(\\zeta(V,c)+\\zeta(-V,-c))$ at hyperplanes $\\langle V,x\\rangle=c$ that meet the convex hull of the data, so only at ' +
    '$|c|\\le\\max_j\\|x_j\\|$: $\\zeta$, $\\zeta_e$, and $2\\zeta_e$ on half of the sphere with 0 on the other give one function. The limit of ' +
    'training on the data as they are depends on all of $\\zeta$.',
  source:
    'sharper than Jin and Montúfar (2023), Theorem 6, whose penalty $1/\\zeta$ is that of a symmetric law and of all offsets',
  uses: ['radon-variational-qp'],
  assumptions: [
    {
      statement: 'the units of the grid can interpolate the data',
      measured: (rows) => {
        const worst = largest(rows, 'condition');
        return { value: `largest condition number ${worst.toExponential(1)}`, holds: worst < 1e10 };
      },
    },
  ],
  protocol:
    `Random data of d + 3 to d + 6 points in the ball of radius ${RADIUS}, d = 2, 3 (and 1 in the full profile), for ${LAWS.join(', ')}. The variational problem with ReLU units ` +
    'on a grid of opposite pairs of directions and of offsets in $(-2,2)$ is solved by its saddle system, for $\\zeta$ and for changes of it: no units, or twice as many, at ' +
    '$|c|>\\max\\|x_j\\|$; a random factor between 1/3 and 3 where all points lie on one side; the even part; twice the even part on one of each two opposite units; a ' +
    `random odd part of up to .9 of the even one. Solutions are compared at 20 random places. Tolerance: ${TOLERANCE}. (On such a grid the statement is exact, whatever its size.)`,
  controls: [
    {
      id: 'unadjusted-outside',
      title: 'units outside do not matter without the affine part either',
      because: 'they make up affine functions, which then cost something',
    },
    {
      id: 'unadjusted-odd',
      title: 'the odd part of ζ does not matter without the affine part either',
      because: 'an odd part bends nothing, but makes up affine functions',
    },
    {
      id: 'half-way',
      title: 'units at |c| > max‖x_j‖/2 do not matter',
      because: 'their hyperplanes meet the convex hull of the data',
    },
    {
      id: 'inside',
      title: 'a factor on ζ does not matter',
      because: 'the penalty is 1/ζ',
    },
    {
      id: 'even-factor',
      title: 'an even part of the change does not matter',
      because: 'it changes ζ_e',
    },
    {
      id: 'zeta-itself',
      title: 'ζ instead of ζ_e on half of the sphere (a law that is not symmetric)',
      because: 'a pair of opposite units bends with the mean of their two weights',
    },
  ],
  units: penaltyLocalityUnits,
  measure: measurePenaltyLocality,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence) => [
    {
      ...deviationFigure(evidence, 'condition number', 'condition'),
      title: 'How much changes of ζ change the solution',
    },
  ],
  findings,
};

function findings(evidence: Measured): readonly Finding[] {
  const share = (hypothesis: string): string => {
    const all = (evidence[hypothesis] ?? [])
      .map((row) => Number(row.deviation) / Number(row.scale))
      .sort((p, q) => p - q);
    return `${all[0].toPrecision(1)} to ${all[all.length - 1].toPrecision(1)} (median ${all[all.length >> 1].toPrecision(1)}, ${all.length} cases)`;
  };
  return [
    {
      title: 'The penalty of an initialization that is not symmetric is the even part of ζ',
      text:
        'The paper’s variational problem in several inputs has the penalty $1/\\zeta$ and assumes $(W,B)$ symmetric in law. For other laws it holds with ' +
        '$\\zeta_e(V,c)=\\tfrac12(\\zeta(V,c)+\\zeta(-V,-c))$, on hyperplanes that meet the convex hull of the data. Exchanging $\\zeta$ for any other function with the ' +
        `same even part there changes the adjusted solution by ${share('claim')} of the largest target; ` +
        `taking $\\zeta$ itself for $\\zeta_e$ does by ${share('zeta-itself')}. Without adjustment other odd parts change it by ${share('unadjusted-odd')}, other ` +
        `values outside by ${share('unadjusted-outside')}.`,
    },
  ];
}
