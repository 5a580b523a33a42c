import { kernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { quadraticExpectation } from '../../numerics/kernels/kernel-by-quadrature.js';
import { hiddenLaw, lawKernel } from '../../numerics/kernels/law-kernel.js';
import { combineWeights, weightOf, type OutputWeights } from '../../numerics/kernels/output-weights.js';
import type { Streams } from '../../numerics/random/streams.js';
import { initializations } from '../../theory/initializations/index.js';
import type { Claim, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { boundFigures, boundFindings } from './adjustment-bound-report.js';
import { unadjustedGap } from './adjustment-gap.js';
import { randomData } from './data-sets.js';
import { kinkScale, lawOf, unitsPerLaw } from './random-laws.js';

const LAWS = initializations.filter(({ kernel }) => kernel !== undefined);
const CASES: Readonly<Record<Profile, number>> = { quick: 8, full: 60 };
const PAPER = 'Theorem 38: at most 2√D₁ + D₁';
const SHARPER = 'without the cross term: at most D₁';
const EXACT = 'identity: D₁ less the share of the line';

/** Theorem 38: leaving the linear part in the data costs no more than the weights that represent it. */
export const noAdjustmentBound: Claim = {
  id: 'no-adjustment-bound',
  title: 'Not adjusting the data costs at most what the linear part weighs',
  inBrief:
    'The theorem asks to take a straight line off the data before training; what if one does not? The ' +
    'paper bounds the difference that this makes by the size of the weights that make the line, relative ' +
    'to those of the whole solution, so that small lines do little harm. That bound, and a sharper one ' +
    'of ours, is checked on random data with lines of all sizes.',
  kind: 'numeric',
  statement:
    'Among the output weights $\\alpha(W,B)$ with $E[\\alpha\\,\\phi(Wx_j+B)]=y_j$ let $\\alpha_1$ be those of least norm $\\|\\alpha\\|^2=E\\,\\alpha^2$; ' +
    'let $(\\alpha_2,u,v)$ solve the same problem for the data less $ux_j+v$, with $u,v$ free; let $\\alpha_s$ be any weights that represent $ux+v$ ' +
    'at the data, $D_1=\\|\\alpha_s\\|^2/\\|\\alpha_1\\|^2$. Then $\\|\\alpha_1-\\alpha_2-\\alpha_s\\|^2\\le(2\\sqrt{D_1}+D_1)\\,\\|\\alpha_1\\|^2$. Sharper, and ours: with ' +
    '$p=(ux_j+v)_j$ the left side is exactly $\\|\\alpha_s\\|^2-p^\\top K^{-1}p$, hence at most $D_1\\|\\alpha_1\\|^2$; half of that is not enough.',
  source:
    'Jin and Montúfar (2023), Theorem 38; the identity is ours: $\\alpha_1-\\alpha_2$ is the projection of $\\alpha_s$ on the span of the $\\phi(Wx_j+B)$',
  uses: ['infinite-width-spline'],
  assumptions: [
    {
      statement: 'the kernel matrix is regular, so that the data can be represented',
      measured: (rows) => {
        const worst = largest(rows, 'condition');
        return { value: `largest condition number ${worst.toExponential(1)}`, holds: worst < 1e12 };
      },
    },
  ],
  protocol:
    `Random data of 3 to 8 points plus a random line (slope and offset of size .03 to 30) for each of ${LAWS.map(({ name }) => name).join(', ')} with ` +
    `random parameters, ${CASES.quick} (quick) or ${CASES.full} (full) sets each. Two choices of $\\alpha_s$: $2(w,b)S^{-1}(u,v)^\\top$, $S$ the second moments of ` +
    '$(W,B)$ (for independent ones $2uw/E W^2+2vb/E B^2$), and the same plus weights of a tenth to ten times its norm that represent 0 at the data. ' +
    'Norms in closed form through the kernel, and, a second route, by quadrature of the law’s density; so is checked that $\\alpha_s$ represents the line. ' +
    'Tolerance of identities: 1e3 · eps · cond K.',
  controls: [
    {
      id: 'not-squared',
      title: 'the relative distance itself, not its square, is at most D₁',
      because:
        'it is the squared distance that is of the order of D₁: for small D₁ the distance itself is larger',
    },
    {
      id: 'half',
      title: 'the squared distance is at most D₁/2, the two solutions sharing the line',
      because: 'α₁ takes of α_s only what the features at the data can express',
    },
    {
      id: 'least-norm',
      title: 'Theorem 38 with the lightest weights of the line in D₁, whatever α_s is',
      because: 'heavier weights of the same line stand farther off',
    },
    {
      id: 'one-part',
      title: 'Theorem 38 with α_s for ux alone, or for v alone',
      because: 'slope and offset both weigh',
    },
  ],
  units: (profile) => unitsPerLaw(LAWS, CASES[profile]),
  measure,
  decide: (rows) => decideIdentity(rows, 'the bound; 1e3 · eps · cond K for identities'),
  figures: boundFigures,
  findings: boundFindings,
};

function measure(unit: Unit, random: Streams): Measured {
  const law = lawOf(unit, random);
  const reach = Math.min(2 * kinkScale(law, random.stream('scale')), law.kernel!.within);
  const where = random.stream('data');
  const { x, y: wiggly } = randomData(3 + where.integer(6), reach, where);
  const anySize = (): number => where.sign() * Math.exp(Math.log(30) * (2 * where.uniform() - 1));
  const [slope, offset] = [anySize(), anySize()];
  const y = wiggly.map((yj, j) => yj + (slope * x[j]) / reach + offset);
  const kernel = lawKernel(law, reach);
  const gap = unadjustedGap(kernel, { x, y }, reach);
  const { space, gls, raw, line, size } = gap;

  const gaps = x.slice(1).map((right, j) => (x[j] + right) / 2);
  const silent = representingNothing(gaps[where.integer(gaps.length)]);
  const loudness = Math.exp(Math.log(10) * (2 * where.uniform() - 1));
  const heavier = combineWeights(
    [line, silent],
    [1, loudness * Math.sqrt(space.squaredNorm(line) / space.squaredNorm(silent))],
  );

  /** A feature between the data less its projection on those at the data: weights that represent 0 there. */
  function representingNothing(z: number): OutputWeights {
    const values = x.map((xj) => kernel(z, xj));
    const { coefficients } = kernelInterpolant({ kernel, x, y: values, adjust: 'none' });
    return { p: 0, q: 0, at: [z, ...x], coefficients: [1, ...coefficients.map((c) => -c)] };
  }

  const roundOff = 1e3 * Number.EPSILON * raw.condition;
  const bounded = (group: string, deviation: number, tolerance: number): Row => ({
    group,
    deviation,
    tolerance,
    condition: raw.condition,
  });
  const measured: Record<string, Row[]> = { claim: [], 'one-part': [] };
  const add = (hypothesis: string, ...rows: Row[]): unknown => (measured[hypothesis] ??= []).push(...rows);
  for (const [weights, alphaS] of Object.entries({ linear: line, heavier })) {
    const { left, d1, share } = gap.of(alphaS);
    add(
      'claim',
      { ...bounded(PAPER, left, paperBound(d1)), weights, d1, left },
      bounded(SHARPER, left, d1),
      identical(EXACT, left, d1 - share, d1),
    );
    add('not-squared', bounded(SHARPER, left, d1 * d1));
    add('half', bounded(SHARPER, left, d1 / 2));
    add('least-norm', bounded(PAPER, left, paperBound(share)));
  }
  for (const part of [
    { u: gls.u, v: 0 },
    { u: 0, v: gls.v },
  ]) {
    const { left, d1 } = gap.of(space.line(part));
    add('one-part', bounded(PAPER, left, paperBound(d1)));
  }

  // The second route, for the heavier weights: they hold the linear ones.
  const hidden = hiddenLaw(law);
  const squared = (alpha: OutputWeights): number =>
    quadraticExpectation(hidden, (w, b) => weightOf(alpha, w, b) * weightOf(alpha, w, b), alpha.at);
  const { left, difference, d1 } = gap.of(heavier);
  add('claim', identical('closed form and quadrature', left, squared(difference) / squared(gap.alpha1), d1));
  const at = x[where.integer(x.length)];
  const represented = quadraticExpectation(
    hidden,
    (w, b) => weightOf(heavier, w, b) * Math.max(0, w * at + b),
    heavier.at,
  );
  const scale = size(heavier);
  add('claim', {
    ...bounded('α_s represents the line', Math.abs(represented - (gls.u * at + gls.v)), roundOff * scale),
    scale,
  });
  return measured;

  /** An error of eps · cond in weights of size 1 and √D₁, and twice their distance in its square. */
  function identical(group: string, one: number, other: number, weight: number): Row {
    const sum = Math.sqrt(weight * (1 + weight));
    return { ...bounded(group, Math.abs(one - other), roundOff * sum), scale: sum };
  }
}

const paperBound = (d1: number): number => 2 * Math.sqrt(d1) + d1;
