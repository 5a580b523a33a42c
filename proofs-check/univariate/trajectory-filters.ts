import type { Claim, Profile } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { filterFigure } from './filter-figure.js';
import { DESCENT, FLOW, measureFilters, PLACES, TOO_SMALL } from './filter-protocol.js';
import { unitsPerLaw } from './random-laws.js';
import { STEP, TIMES, TRAJECTORY_LAWS as LAWS } from './trajectory-protocol.js';

const CASES: Readonly<Record<Profile, number>> = { quick: 3, full: 20 };

/** Remark 5, mode by mode and in function space: how far gradient descent and smoothing splines are apart. */
export const trajectoryFilters: Claim = {
  id: 'trajectory-filters',
  title: 'Two filters, at most .204 apart in every mode',
  inBrief:
    'Training that is stopped early resembles smoothing: a smoothing spline does not pass through the ' +
    'data but trades fit against bending. The paper says “approximately”, and the claim says how nearly: ' +
    'at every moment each of the two has learned some share of every independent component of the data, ' +
    'and these shares differ by at most 0.204 for small steps. Shares and curves are computed for random ' +
    'data at many times; no smaller constant would do.',
  kind: 'numeric',
  statement:
    'In the eigenvectors of the kernel on the contrasts of the data (eigenvalues $\\kappa$), $t$ steps of gradient descent learn the share ' +
    '$1-(1-\\bar\\eta\\kappa)^t$ of a mode, the smoothing spline with $\\lambda=1/(\\bar\\eta t)$ the share $\\kappa/(\\kappa+\\lambda)$. ' +
    `In every mode and at every $t$ gradient descent is ahead, by at most $\\gamma=${FLOW.gap.toFixed(6)}$ in the limit of small steps (attained at ` +
    `$z=\\bar\\eta t\\kappa=${FLOW.z.toFixed(6)}$, where $e^z=(1+z)^2$) and $\\gamma=${DESCENT.gap.toFixed(4)}$ for $\\bar\\eta\\kappa\\le${STEP}$. In function space, ` +
    'with the linear part of $f_t$ fitted to the residual by least squares at each $t$: ' +
    '$\\int (f_t-s_\\lambda)^{\\prime\\prime\\,2}/\\zeta\\le\\gamma^2\\int g^{*\\prime\\prime\\,2}/\\zeta$, $g^*$ being the interpolating spline, and at every point ' +
    '$|f_t(x)-s_\\lambda(x)|\\le\\gamma\\,\\|N\\ell(x)\\|\\,\\|Ny\\|$, $\\ell_j$ being the spline that is 1 at $x_j$ and 0 at the other data, $N$ the contrasts.',
  source:
    'Jin and Montúfar (2023), Remark 5, equation (7) and Figure 13, there “approximately”; the constants and the bounds off the data are ours',
  uses: ['infinite-width-spline', 'kernel-norm'],
  assumptions: [
    {
      statement: `the step is small, $\\bar\\eta\\kappa_{\\max}\\le ${STEP}$`,
      measured: (rows) => {
        const worst = largest(rows, 'step');
        return {
          value: `largest $\\bar\\eta\\kappa$ ${worst.toPrecision(3)}`,
          holds: worst <= STEP * (1 + 1e-12),
        };
      },
    },
  ],
  protocol:
    `Random data of 4 to 9 points for each of ${LAWS.map(({ name }) => name).join(', ')} with random parameters, ${CASES.quick} (quick) or ` +
    `${CASES.full} (full) sets each, at ${TIMES} times from the first step to 1000 cond. Gradient descent: powers of $I-\\bar\\eta NKN^\\top$ by ` +
    'repeated squaring; gradient flow in closed form; smoothing spline: the tridiagonal system. Each row has the worst mode of one time. ' +
    `Off the data ($f_t$ as a sum of kernels and a line) the worst of ${PLACES} places, $\\ell_j$ by splines. Round-off: 1e3·eps·cond.`,
  controls: [
    {
      id: 'smaller-constant',
      title: `a gap of at most ${TOO_SMALL}, instead of ${FLOW.gap.toFixed(4)}`,
      because: 'the constant is attained: no smaller one bounds every mode',
    },
    {
      id: 'modes-of-K',
      title: 'the smoothing spline as the filter κ/(κ+λ) of K itself',
      because: 'the spline leaves a linear part unpenalized, ridge regression with K does not',
    },
    {
      id: 'mean-of-halves',
      title: 'λ = M/(η̄t), which belongs to the loss (1/2M)Σr²',
      because: 'the two filters are then up to .5 apart and more',
    },
    {
      id: 'share-of-function',
      title: 'off the data, within γ times the interpolating spline itself, at each point',
      because: 'the bound is in norm: where the spline crosses zero the trajectories do not',
    },
  ],
  units: (profile) => unitsPerLaw(LAWS, CASES[profile]),
  measure: measureFilters,
  decide: (rows) =>
    decideIdentity(rows, 'γ of the mode or norm for the gaps, 1e3 · eps · cond for the filters'),
  figures: (evidence) => [filterFigure(evidence, FLOW)],
};
