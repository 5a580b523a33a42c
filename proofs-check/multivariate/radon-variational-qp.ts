import type { Claim, Figure, Layer, Measured, Row } from '../claim.js';
import { decideRateAndBounds } from '../decisions/rate-and-bounds.js';
import { groupFigure } from '../univariate/rate-figures.js';
import { densityFigure } from './density-figure.js';
import { LAWS, measureRadonQp, RADIUS, radonQpUnits, TEN_BOUND } from './radon-qp-protocol.js';

/**
 * The order of the midpoint rule in c. (The errors at kinks have mean zero over directions, so −(d + 3)/2 is to be expected:
 * slopes are −2.5 to −2.8 for d = 2, −3.1 to −3.4 for d = 3.) The false versions do not fall at all; quick intervals are about ±.6 wide.
 */
const RATE = { exponent: -2, tolerance: 0.5, variable: 'points' };

/** Quadratic program, saddle system and kernel solve the variational problem of Theorem 6 alike. */
export const radonVariationalQp: Claim = {
  id: 'radon-variational-qp',
  title: 'Several inputs: quadratic program, saddle system and kernel give one solution',
  inBrief:
    'In several inputs, too, the function learned is said to solve a minimisation problem: to fit the ' +
    'data with the cheapest possible bends. Here that problem is put on a grid of directions and ' +
    'distances and given to a general-purpose optimiser. The claim says that the answers approach the ' +
    'formula for infinitely wide networks as the grid is refined, at least as fast as the square of its ' +
    'spacing; so formula and problem mean the same function.',
  kind: 'statistical',
  statement:
    'The infinite-width limit $\\sum_j\\lambda_jK(x,x_j)+\\langle u,x\\rangle+v$ minimises $\\int\\beta^2/\\zeta\\,dV\\,dc$ among all ' +
    '$g(x)=\\int\\beta(V,c)\\,[\\langle V,x\\rangle-c]_+\\,dV\\,dc+\\langle u,x\\rangle+v$ with $g(x_j)=y_j$: on a grid of $n$ directions and $n$ ' +
    'offsets, quadratic program and saddle system have one solution, which comes to it at least as fast as $n^{-2}$. The same problem is ' +
    '$g(x)=\\int\\beta_e\\,|\\langle V,x\\rangle-c|+\\langle u,x\\rangle+v$ over half of the sphere with the cost $2\\int\\beta_e^2/\\zeta_e$ and half ' +
    'the unknowns.',
  source:
    'Jin and Montúfar (2023), Theorems 6 and 16; the form over half of the sphere and the order of the grid are ours',
  uses: ['variational-qp'],
  assumptions: [
    {
      statement: 'the quadratic programs are solved to optimality',
      measured: (rows) => {
        const solved = rows.filter((row) => 'kktResidual' in row);
        const worst = Math.max(...solved.map((row) => Number(row.kktResidual)));
        return {
          value: `largest of ${solved.length} optimality residuals ${worst.toExponential(1)}`,
          holds: solved.length > 0 && solved.every((row) => Number(row.kktResidual) <= Number(row.kktBound)),
        };
      },
    },
  ],
  protocol:
    `Laws ${LAWS.join(', ')}; random data of 8 points in the ball of radius ${RADIUS} with normal targets. Offsets are the midpoints ` +
    'of $n$ equal cells in $(-1,1)$; in the plane $n$ equal angles of the whole turn (full) or of half of it (even), in space ' +
    '(full profile only) Gauss–Legendre nodes times equal angles. The affine part is eliminated by contrasts; programs go through ' +
    'quadprog-js on grids up to 16 × 16 (quick) or 32 × 32 (full), its dense Hessian allowing no more, and the saddle system ' +
    'of the same problem is solved on all. Error: root mean square of the difference to the interpolant with the kernel in closed ' +
    `form at 20 random places, relative to $\\|g\\|_K$. Ten sunflower points: largest difference at 160 places, at most ${TEN_BOUND}h² with the ` +
    'cell h = 2/n. Each row of the evidence “ten points” is one grid: the convergence table. (The rule in $c$ is of order 2; its errors at kinks have mean zero over ' +
    'directions, so that one expects $n^{-(d+3)/2}$. The claim is the bound.)',
  controls: [
    { id: 'inverted', title: 'cost ζβ² instead of β²/ζ', because: 'the penalty is 1/ζ' },
    {
      id: 'another-law',
      title: 'the penalty of biases twice as wide',
      because: 'each initialization has its own penalty',
    },
    {
      id: 'unadjusted',
      title: 'no affine part',
      because: 'u and v are free in the problem of the theorem',
    },
    {
      id: 'feature',
      title: 'units with a quadratic instead of a ReLU',
      because: 'the kernel is that of ReLU',
    },
    {
      id: 'quarter',
      title: 'directions from one half of the grid only',
      because: 'functions of other directions are missing, opposite units or not',
    },
    {
      id: 'half-relu',
      title: 'ReLU units over half of the sphere at the cost of the pairs',
      because:
        'a pair of opposite units bends twice as much: the values agree, the energy is four times too large',
    },
  ],
  units: radonQpUnits,
  measure: measureRadonQp,
  decide: (rows, alpha) =>
    decideRateAndBounds(
      rows,
      alpha,
      RATE,
      `1e3 · eps · condition number of the saddle system, and ${TEN_BOUND}h² on the ten points`,
    ),
  figures: (evidence, alpha) => [
    convergenceFigure(evidence),
    densityFigure(LAWS),
    groupFigure(evidence, alpha, {
      id: 'random-data',
      title: 'Error of the solution on a grid, for random data',
      caption: 'Each point is one set of eight random points on its own grid.',
      error: 'rms error / ‖g‖_K',
      exponent: RATE.exponent,
      variable: { column: 'points', label: 'directions and offsets, n each' },
      point: 'one data set',
      controls: Object.fromEntries(rateGroups(evidence).map((group) => [group, 'unadjusted'])),
      only: (group) => rateGroups(evidence).includes(group),
    }),
  ],
};

const rateGroups = ({ claim = [] }: Measured): string[] =>
  claim.filter((row) => 'error' in row).map((row) => String(row.group));

/** The ten points: largest error against the size of the grid, a panel for each law. */
function convergenceFigure(evidence: Measured): Figure {
  const ten = (hypothesis: string): Row[] =>
    (evidence[hypothesis] ?? []).filter((row) => String(row.group).startsWith('ten points'));
  const laws = [...new Set(ten('claim').map((row) => String(row.law)))];
  const line = (series: string, hypothesis: string, law: string, variant: string): Layer[] => {
    const rows = ten(hypothesis).filter((row) => row.law === law && row.variant === variant);
    const [x, y] = ['points', 'deviation'].map((column) => rows.map((row) => Number(row[column])));
    return [
      { mark: 'points', series, panel: law, x, y },
      { mark: 'line', series, panel: law, x, y },
    ];
  };
  return {
    id: 'convergence',
    title: 'Ten points: the solution on a grid comes to that of the kernel',
    caption:
      'Largest difference between the solution of the discretised variational problem and the kernel interpolant in the disk of the data, whose ' +
      'values range over 3.8, against the grid. The absolute values over half of a turn need half of the unknowns for the same directions. Without the affine part ' +
      'the solution is another function.',
    x: { label: 'directions and offsets, n each', log: true },
    y: { label: 'largest error', log: true },
    layers: laws.flatMap((law) => {
      const even = ten('claim').filter((row) => row.law === law && row.variant === 'even');
      const last = even[even.length - 1];
      const n = even.map((row) => Number(row.points));
      const end = Number(last.points);
      return [
        ...line('ReLU, whole turn', 'claim', law, 'full'),
        ...line('absolute values, half a turn', 'claim', law, 'even'),
        ...line('control unadjusted', 'unadjusted', law, 'full'),
        {
          mark: 'line',
          series: 'slope −2',
          panel: law,
          dashed: true,
          x: n,
          y: n.map((each) => 0.5 * Number(last.deviation) * (end / each) * (end / each)),
        },
      ];
    }),
  };
}
