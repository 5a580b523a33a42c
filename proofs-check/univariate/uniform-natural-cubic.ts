import { kernelInterpolant, type KernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { quadratureKernel } from '../../numerics/kernels/law-kernel.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { initializations } from '../../theory/initializations/index.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { gridOver, largestGap, randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { lawOf, unitsPerLaw } from './random-laws.js';

/** The laws with constant ζ on |x| < reach. */
const CONSTANT = initializations.filter(({ name }) =>
  ['uniform', 'linear-layer', 'binary-uniform'].includes(name),
);
const CASES: Readonly<Record<Profile, number>> = { quick: 8, full: 40 };
const PLACES = 41;
const TOLERANCE = '1e3 · eps · cond K · max|y| (kernel: 1e3 · eps · K)';

/** Constant ζ: natural cubic splines, one linear part for all laws, one kernel up to a linear part. */
export const uniformNaturalCubic: Claim = {
  id: 'uniform-natural-cubic',
  title: 'Uniform initialization learns natural cubic splines',
  inBrief:
    'If the biases are drawn evenly from an interval that is wide enough for the data, a bend costs the ' +
    'same everywhere among them. The claim says that the infinitely wide network then learns the natural ' +
    'cubic spline, a textbook curve, whatever bounded and symmetric law the weights have. On random data ' +
    'the limit of training is compared with a textbook spline, for three such laws.',
  kind: 'numeric',
  statement:
    'For $W$ symmetric and independent of $B\\sim U(-a_B,a_B)$ with $|Wx|\\le a_B$ on the data, $\\zeta=E|W|^3/(2a_B)$ is constant ' +
    'and $K(x,x^\\prime)=a_B^2/6+E[W^2]\\,xx^\\prime/2+\\zeta\\,|x-x^\\prime|^3/12$. The infinite-width limit with its linear part is the ' +
    'natural cubic spline of the data, and the linear part $(u,v)$ is the same for all these laws.',
  source:
    'Jin and Montúfar (2023), Theorem 1 and Proposition 14 for constant ζ; the common linear part follows from the kernel',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: '$|Wx_j|\\le a_B$ for every data point',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return {
          value: `largest |x_j| is ${share.toFixed(3)} of the range of constant ζ`,
          holds: share <= 1,
        };
      },
    },
  ],
  protocol:
    `Random data of 3 to 10 points, ${CASES.quick} (quick) or ${CASES.full} (full) sets for each of ${CONSTANT.map(({ name }) => name).join(', ')} with ` +
    `random parameters: the kernel interpolant against the textbook natural cubic spline at ${PLACES} places; its (u, v) ` +
    'against that of binary weights; the closed-form kernel against quadrature of the density.',
  controls: [
    { id: 'gaussian', title: 'the same claim for Gaussian initialization', because: 'its ζ is not constant' },
    { id: 'beyond', title: 'data beyond the range of constant ζ', because: 'ζ falls as 1/x⁴ outside' },
    { id: 'ols', title: '(u, v) by ordinary least squares', because: 'the limit is the spline for GLS only' },
    { id: 'clamped', title: 'clamped ends (g′ = 0)', because: 'the minimiser has natural ends' },
  ],
  units: (profile) => unitsPerLaw(CONSTANT, CASES[profile]),
  measure,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence) => [deviationFigure(evidence, 'cond K', 'condition')],
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const { at, within } = law.kernel!;
  const where = random.stream('data');
  const { x, y } = randomData(3 + where.integer(8), within, where);
  const limit = kernelInterpolant({ kernel: at, x, y, adjust: 'gls' });
  const cubic = naturalCubicSpline(x, y);
  const places = gridOver({ x }, PLACES);
  const size = Math.max(...y.map(Math.abs));
  const row = (group: string, deviation: number, condition = limit.condition, scale = size): Row => ({
    group,
    deviation,
    tolerance: 1e3 * Number.EPSILON * condition * scale,
    scale,
    condition,
    reach: Math.max(...x.map(Math.abs)) / within,
  });
  const toCubic = ({ evaluateWithAffine, condition }: KernelInterpolant): Row =>
    row('limit and natural cubic spline', largestGap(evaluateWithAffine, cubic.evaluate, places), condition);

  const binary = bindLaw(`binary-uniform(w0=1,aB=${within})`);
  const other = kernelInterpolant({ kernel: binary.kernel!.at, x, y, adjust: 'gls' });
  const linear = largestGap(
    (t) => limit.u * t + limit.v,
    (t) => other.u * t + other.v,
    places,
  );
  const byQuadrature = quadratureKernel(law);
  const [p, q] = [x[0], x[x.length - 1]];
  const kernelRow = (a: number, b: number): Row =>
    row('kernel, closed form and quadrature', Math.abs(at(a, b) - byQuadrature(a, b)), 1, at(0, 0));

  const normal = bindLaw(`gaussian(sigmaW=1,sigmaB=${within})`);
  const gaussianLimit = kernelInterpolant({ kernel: normal.kernel!.at, x, y, adjust: 'gls' });
  // Twice the range of constant ζ, for the laws whose ζ goes on beyond it.
  const far = { x: x.map((xj) => 2 * xj), y };
  const beyond = (): Row => {
    const farLimit = kernelInterpolant({ kernel: byQuadrature, ...far, adjust: 'gls' });
    const farCubic = naturalCubicSpline(far.x, y).evaluate;
    const gap = largestGap(farLimit.evaluateWithAffine, farCubic, gridOver(far, PLACES));
    return row('limit and natural cubic spline', gap, farLimit.condition);
  };
  return {
    claim: [
      toCubic(limit),
      row('(u, v) of this law and of binary weights', linear, Math.max(limit.condition, other.condition)),
      kernelRow(p, q),
      kernelRow(p, p),
    ],
    gaussian: [toCubic(gaussianLimit)],
    ols: [toCubic(kernelInterpolant({ kernel: at, x, y, adjust: 'ols' }))],
    clamped: [
      row(
        'limit and natural cubic spline',
        largestGap(
          limit.evaluateWithAffine,
          weightedNaturalSpline({ x, y, zeta: () => 1, ends: 'clamped' }).evaluate,
          places,
        ),
      ),
    ],
    ...(law.support > 2 * within && {
      beyond: [beyond()],
    }),
  };
}
