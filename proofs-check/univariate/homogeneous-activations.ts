import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { universalKriging, type UniversalKriging } from '../../numerics/kernels/universal-kriging.js';
import { naturalSplineOfOrder, type NaturalSpline } from '../../numerics/splines/natural-spline-of-order.js';
import { homogeneousActivation } from '../../theory/activations/index.js';
import { initializations } from '../../theory/initializations/index.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { kinkMoment } from './kink-moment.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

const LAWS = initializations.filter(({ name }) =>
  ['gaussian', 'uniform', 'binary-uniform', 'binary-gaussian'].includes(name),
);
const ACTIVATIONS = ['relu', 'relu-power(k=2)', 'relu-power(k=3)', 'leaky-relu', 'leaky-relu(slope=-1)'];
const CASES: Readonly<Record<Profile, number>> = { quick: 2, full: 12 };
/** For leaky ReLU with Gaussian weights. */
const SLOW: Readonly<Record<Profile, number>> = { quick: 0, full: 4 };
const PLACES = 9;
const TOLERANCE = '1e3 · eps · cond K · the size';
/** A wrong ζ is only wrong where its ratio to ζ varies: a constant factor changes no interpolant. */
const VARIES = 1.05;

/** The controls in the figure: all seven would hide one another. */
const DRAWN = ['even-moment', 'lower-order', 'affine-only', 'constant-only'];

/** Corollary 4 at infinite width: the limit is the weighted natural spline of order k + 1. */
export const homogeneousActivations: Claim = {
  id: 'homogeneous-activations',
  title: 'Homogeneous activations of degree k learn weighted splines of order k + 1',
  inBrief:
    'Units need not be ReLUs: the activation may also be a power of the ReLU, or have two different ' +
    'slopes. The claim says that each such network, infinitely wide, learns a spline of its own: powers ' +
    'of the ReLU give smoother curves, while two slopes give exactly the curve of the ReLU. The limit of ' +
    'training and the spline are computed by separate routes on random data and compared, the curves as ' +
    'well as their cost.',
  kind: 'numeric',
  statement:
    'Let $\\phi(cz)=c^k\\phi(z)$ for $c>0$ and $\\phi^{(k+1)}=\\kappa\\,\\delta$, so $L=\\kappa^{-1}d^{k+1}/dx^{k+1}$ has $L\\phi=\\delta$ and its null space ' +
    'are the polynomials of degree $\\le k$. With $K(x,x^\\prime)=E[\\phi(Wx+B)\\phi(Wx^\\prime+B)]$, $p$ the polynomial of degree $\\le k$ by ' +
    'generalized least squares and $f_\\infty=k(x)^\\top K^{-1}(y-p)$, the sum $f_\\infty+p$ is the interpolant $g$ that minimises ' +
    '$\\int (Lg)^2/\\zeta$, $\\zeta(x)=\\int|w|^{2k+1}p_{W,B}(w,-wx)\\,dw$, and $\\|f_\\infty\\|_K^2$ is that minimum. ' +
    'Leaky ReLU of slope $s\\neq1$ (with $|z|$, $s=-1$) has $K_s=(1-s)^2K+s\\,E[(Wx+B)(Wx^\\prime+B)]$ for a law symmetric under ' +
    '$(w,b)\\to(-w,-b)$: the same spline and the same linear part $ux+v$ as ReLU, at $(1-s)^{-2}$ times the cost.',
  source:
    'Jin and Montúfar (2023), Corollary 4, in the limit of infinite width; that leaky ReLU shares $(u,v)$ with ReLU is ours',
  uses: ['infinite-width-spline', 'kernel-norm'],
  assumptions: [
    {
      statement: 'every $x_j$ lies in $\\operatorname{supp}\\zeta$',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return { value: `largest |x_j| is ${share.toFixed(3)} of the support`, holds: share <= 1 };
      },
    },
  ],
  protocol:
    `For ${LAWS.map(({ name }) => name).join(', ')} with random parameters and ReLU, ReLU², ReLU³, leaky ReLU (slope uniform on ` +
    `(−1, 1/2)) and |z|: random data of k + 2 to k + 4 points. The interpolant with the kernel (closed form for Gaussian ReLU^k, else by ` +
    'quadrature of the density; it never sees ζ) against the spline of order k + 1 (ζ in closed form, B-splines; it never sees the ' +
    `kernel) at ${PLACES} places; squared norm against $\\int (Lg)^2/\\zeta$; for leaky ReLU and |z| the linear part against that of ` +
    `ReLU. Tolerance: ${TOLERANCE} of y or of the norm. ${CASES.quick} (quick) or ${CASES.full} (full) data sets for each pair ` +
    `(leaky ReLU with Gaussian weights: ${SLOW.quick} and ${SLOW.full}, its kernel being slow).`,
  controls: [
    {
      id: 'even-moment',
      title: 'ζ with |w|^(2k) in place of |w|^(2k+1)',
      because: 'the Jacobian of b = −wx is left out',
    },
    {
      id: 'relu-weight',
      title: 'ζ of ReLU, with |w|³, for ReLU² and ReLU³',
      because: 'units enter with |w|^k',
    },
    {
      id: 'kink-density',
      title: 'penalty 1/p_C, the density of kinks alone',
      because: 'it leaves out E[W^(2k) | C]',
    },
    {
      id: 'lower-order',
      title: 'the spline of order k',
      because: 'φ has its δ in the derivative of order k + 1',
    },
    {
      id: 'affine-only',
      title: 'ReLU² and ReLU³ with a linear part only',
      because: 'the null space of L are all polynomials of degree ≤ k',
    },
    {
      id: 'constant-only',
      title: 'ReLU, leaky ReLU and |z| with a constant part only',
      because: 'the null space of L are the linear functions, and the kernels differ by these',
    },
    {
      id: 'no-jump',
      title: 'the cost with L = d^(k+1)/dx^(k+1)',
      because: 'Lφ is then κδ: k! for ReLU^k, 1 − s for leaky ReLU',
    },
  ],
  units: (profile) =>
    ACTIVATIONS.flatMap((activation) =>
      unitsPerLaw(LAWS, CASES[profile])
        // The kernel of a Gaussian leaky ReLU is an integral over the plane, 10 ms a value.
        .filter(
          ({ law, index }) => !(law === 'gaussian' && isLeaky(activation)) || Number(index) < SLOW[profile],
        )
        .map((unit) => ({ ...unit, id: `${activation}/${unit.id}`, activation })),
    ),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: ({ claim = [], ...evidence }) => {
    const drawn = DRAWN.map((id) => [id, evidence[id] ?? []] as const);
    return [deviationFigure({ claim, ...Object.fromEntries(drawn) }, 'cond K', 'condition')];
  },
};

const isLeaky = (activation: string): boolean => activation.startsWith('leaky-relu');

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const named = String(unit.activation);
  const slope = (-1 + 1.5 * random.stream('slope').uniform()).toFixed(3);
  const activation = homogeneousActivation(named === 'leaky-relu' ? `leaky-relu(slope=${slope})` : named);
  const k = activation.homogeneity;
  const { jump } = activation.greens;
  const where = random.stream('data');
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.support);
  const { x, y } = randomData(k + 2 + where.integer(3), reach, where);
  const places = gridOver({ x }, PLACES);
  const size = Math.max(...y.map(Math.abs));
  const kernel = lawKernel(law, reach, activation);
  const limit = universalKriging({ kernel, x, y, degree: k });
  const truth = splineOf(law, { x, y }, momentOf(law, 2 * k + 1), k + 1);

  const row = (what: string, deviation: number, scale: number): Row => ({
    group: `${named}: ${what}`,
    deviation,
    tolerance: 1e3 * Number.EPSILON * limit.condition * scale,
    scale,
    condition: limit.condition,
    reach: law.support === Infinity ? 0 : reach / law.support,
  });
  const apart = (one: Pick<NaturalSpline, 'evaluate'>, other: Pick<UniversalKriging, 'evaluate'>): Row[] => [
    row('function', largestGap(one.evaluate, other.evaluate, places), size),
  ];
  const cost = truth.energy / (jump * jump);
  const measured: Record<string, Row[]> = {
    claim: [...apart(limit, truth), row('squared norm', Math.abs(limit.squaredNorm - cost), cost)],
    'lower-order': apart(limit, splineOf(law, { x, y }, momentOf(law, 2 * k + 1), k)),
    [k > 1 ? 'affine-only' : 'constant-only']: apart(
      universalKriging({ kernel, x, y, degree: k > 1 ? 1 : 0 }),
      truth,
    ),
    ...(jump !== 1 && {
      'no-jump': [row('squared norm', Math.abs(limit.squaredNorm - truth.energy), truth.energy)],
    }),
  };
  if (isLeaky(named)) {
    const relu = universalKriging({ kernel: lawKernel(law, reach), x, y, degree: 1 });
    const parts = largestGap(limit.polynomial, relu.polynomial, places);
    measured.claim.push(row('linear part, to that of ReLU', parts, size));
  }
  const wrong = { 'even-moment': 2 * k, 'kink-density': 1, ...(k > 1 && { 'relu-weight': 3 }) };
  for (const [id, m] of Object.entries(wrong)) {
    const zeta = momentOf(law, m);
    const ratios = x.map((xj) => zeta(xj) / momentOf(law, 2 * k + 1)(xj));
    if (Math.max(...ratios) > VARIES * Math.min(...ratios)) {
      measured[id] = apart(limit, splineOf(law, { x, y }, zeta, k + 1));
    }
  }
  return measured;
}

/** ∫|w|^m p(w, −wx) dw, in closed form where there is one. */
const momentOf = (law: BoundLaw, m: number): ((t: number) => number) =>
  (m % 2 === 1 ? law.zetaOfDegree((m - 1) / 2) : undefined) ?? kinkMoment(law, m);

const splineOf = (
  { breaks }: BoundLaw,
  data: { readonly x: readonly number[]; readonly y: readonly number[] },
  zeta: (t: number) => number,
  order: number,
): NaturalSpline => naturalSplineOfOrder({ ...data, zeta, breaks, order });
