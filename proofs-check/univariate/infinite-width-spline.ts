import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import type { Kernel } from '../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { initializations } from '../../theory/initializations/index.js';
import type { Claim, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { bindLaw } from '../../theory/initializations/law.js';
import { gridOver, largestGap, P5, randomData } from './data-sets.js';
import { deviationFigure } from './deviation-figure.js';
import { kinkMoment } from './kink-moment.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 2, full: 24 };
const PLACES = 21;
/** A wrong ζ is only wrong where its ratio to ζ varies: a constant factor changes no interpolant. */
const VARIES = 1.05;

/** The infinite-width limit with the GLS linear part is the ζ-weighted natural spline, exactly. */
export const infiniteWidthSpline: Claim = {
  id: 'infinite-width-spline',
  title: 'The infinite-width limit is the weighted natural spline',
  inBrief:
    'Countless functions fit the same data; the theory says which of them an infinitely wide network is ' +
    'trained to. Once the right straight line has been taken off the data, and added back afterwards, it ' +
    'is the curve through the data that bends least, where the initialization sets what a bend costs at ' +
    'each place; so the outcome of training can be written down without training. On random data it is ' +
    'computed in two ways that share no formula, as an average over all possible units and as a spline, ' +
    'and the two have to agree up to rounding error.',
  kind: 'numeric',
  statement:
    'Let $K(x,x^\\prime)=E[\\phi(Wx+B)\\phi(Wx^\\prime+B)]$, $P=[x,1]$, $(u,v)=(P^\\top K^{-1}P)^{-1}P^\\top K^{-1}y$ and ' +
    '$f_\\infty(x)=k(x)^\\top K^{-1}(y-P(u,v)^\\top)$. Then $f_\\infty+ux+v$ is the natural spline of the data that minimises ' +
    '$\\int (g^{\\prime\\prime})^2/\\zeta$.',
  source:
    'Theorem 1 of Jin and Montúfar (2023) in the limit of infinite width, with $(u,v)$ by generalized least squares',
  uses: ['penalty-functions'],
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
    'For each law, with random parameters, random data of 3 to 7 points: the kernel interpolant (kernel in closed form where ' +
    'one is known, else by quadrature of the density; it never sees ζ) against the weighted spline (closed form of ζ; it ' +
    `never sees the kernel) at ${PLACES} places. Tolerance: 1e3 · eps · cond K · max|y|. ` +
    `${CASES.quick} (quick) or ${CASES.full} (full) data sets for each law.`,
  controls: [
    {
      id: 'squared-weight',
      title: 'ζ with |w|² in place of |w|³',
      because: 'the Jacobian of b = −wx is left out',
    },
    { id: 'inverted', title: 'ζ inverted', because: 'curvature then costs ζ instead of 1/ζ' },
    { id: 'ols', title: '(u, v) by ordinary least squares', because: 'the limit is the spline for GLS only' },
    {
      id: 'unadjusted',
      title: 'no linear part taken off',
      because: 'the kernel norm then penalises the linear part',
    },
    { id: 'clamped', title: 'clamped ends (g′ = 0)', because: 'the minimiser has natural ends' },
  ],
  units: (profile) => unitsPerLaw(initializations, CASES[profile]),
  measure,
  decide: (rows) => decideIdentity(rows, '1e3 · eps · cond K · max|y|'),
  figures: (evidence) => [deviationFigure(evidence, 'cond K', 'condition')],
  findings,
};

function measure(unit: Unit, random: Parameters<Claim['measure']>[1]): Measured {
  const law = lawOf(unit, random);
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.support);
  const where = random.stream('data');
  const { x, y } = randomData(3 + where.integer(5), reach, where);
  const kernel = remembered(lawKernel(law, reach));
  const limit = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
  const places = gridOver({ x }, PLACES);
  const size = Math.max(...y.map(Math.abs));
  const row = (f: (t: number) => number, g: (t: number) => number): Row[] => [
    {
      group: law.initialization.name,
      deviation: largestGap(f, g, places),
      tolerance: 1e3 * Number.EPSILON * limit.condition * size,
      scale: size,
      condition: limit.condition,
      reach: law.support === Infinity ? 0 : reach / law.support,
    },
  ];
  const spline = (
    zeta: (t: number) => number,
    ends: 'natural' | 'clamped' = 'natural',
  ): ((t: number) => number) => weightedNaturalSpline({ x, y, zeta, breaks: law.breaks, ends }).evaluate;
  const limitAt = (adjust: 'ols' | 'none'): ((t: number) => number) =>
    kernelInterpolant({ kernel, x, y, adjust }).evaluateWithAffine;
  const truth = spline(law.zeta);

  const measured: Record<string, Row[]> = {
    claim: row(limit.evaluateWithAffine, truth),
    ols: row(limitAt('ols'), truth),
    unadjusted: row(limitAt('none'), truth),
    clamped: row(limit.evaluateWithAffine, spline(law.zeta, 'clamped')),
  };
  const wrong = { 'squared-weight': kinkMoment(law, 2), inverted: (t: number) => 1 / law.zeta(t) };
  for (const [id, zeta] of Object.entries(wrong)) {
    const ratios = x.map((xj) => zeta(xj) / law.zeta(xj));
    if (Math.max(...ratios) > VARIES * Math.min(...ratios)) {
      measured[id] = row(limit.evaluateWithAffine, spline(zeta));
    }
  }
  return measured;
}

/** The kernel with its values kept: each is used by several interpolants. */
function remembered(kernel: Kernel): Kernel {
  const known = new Map<string, number>();
  return (x, y) => {
    const key = x < y ? `${x},${y}` : `${y},${x}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = kernel(x, y)));
    return value;
  };
}

/** How far each way of choosing (u, v) ends from the spline, on the paper's data. */
function findings(): readonly Finding[] {
  const steep = P5.y.map((y, j) => y + 10 + 10 * P5.x[j]);
  const cases = [
    { law: 'binary-uniform(w0=1,aB=2)', y: P5.y, data: 'P5' },
    { law: 'uniform(aW=1,aB=2)', y: P5.y, data: 'P5' },
    { law: 'gaussian(sigmaW=1,sigmaB=1)', y: P5.y, data: 'P5' },
    { law: 'binary-uniform(w0=1,aB=2)', y: steep, data: 'P5 + 10 + 10x' },
    { law: 'uniform(aW=1,aB=2)', y: steep, data: 'P5 + 10 + 10x' },
    { law: 'gaussian(sigmaW=1,sigmaB=1)', y: steep, data: 'P5 + 10 + 10x' },
  ];
  const grid = gridOver(P5, 401);
  const lines = cases.map(({ law: spec, y, data }) => {
    const law = bindLaw(spec);
    const truth = weightedNaturalSpline({ x: P5.x, y, zeta: law.zeta, breaks: law.breaks });
    const miss = (adjust: 'gls' | 'ols' | 'none'): string => {
      const limit = kernelInterpolant({ kernel: lawKernel(law, 2), x: P5.x, y, adjust });
      return largestGap(limit.evaluateWithAffine, truth.evaluate, grid).toPrecision(2);
    };
    return `| ${data} | ${spec} | ${miss('none')} | ${miss('ols')} | ${miss('gls')} |`;
  });
  return [
    {
      title: 'Ordinary least squares is the wrong linear part',
      text:
        'The paper suggests ordinary least squares for $(u,v)$. At infinite width the limit is the weighted spline for ' +
        'generalized least squares only; ordinary least squares is often no better than taking nothing off. Largest ' +
        `deviation from the spline on the data range (P5: x = (${P5.x.join(', ')}), y = (${P5.y.join(', ')})):` +
        '\n\n| data | initialization | none | OLS | GLS |\n| --- | --- | --- | --- | --- |\n' +
        lines.join('\n'),
    },
  ];
}
