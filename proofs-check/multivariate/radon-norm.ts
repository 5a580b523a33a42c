import type { Claim, Measured } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { largest } from '../largest.js';
import { deviationFigure } from '../univariate/deviation-figure.js';
import { LAWS_WITH_KERNEL } from './laws-with-kernel.js';
import { measureRadonNorm, RADIUS, radonNormUnits, RULE_ERRORS } from './radon-norm-protocol.js';

const [, PLANE, SPACE] = RULE_ERRORS;
const TOLERANCE = `(1e3 · eps · cond K + the rule’s error, ${PLANE} for d = 2 and ${SPACE} for d = 3) · the norm`;

/** The kernel's norm as an energy of the density of units, and of the Radon transform. */
export const radonNorm: Claim = {
  id: 'radon-norm',
  title: 'Several inputs: the kernel’s norm, up to an affine part, is an energy of the Radon transform',
  inBrief:
    'As with one input, the size of a function of several inputs can be measured by the smallest weights ' +
    'that produce it or by the cost of its bends. The claim says that the two are equal once linear ' +
    'functions are free of charge, with exactly the constants of the theory, which matter whenever fit ' +
    'is traded against smoothness. Both are computed for random data in one to three dimensions by ' +
    'routes of their own.',
  kind: 'numeric',
  statement:
    'For the adjusted limit $g=\\sum_j\\lambda_jK(x,x_j)+\\langle u,x\\rangle+v$, $\\sum_j\\lambda_j=0$, $\\sum_j\\lambda_jx_j=0$, the squared norm ' +
    '$\\lambda^\\top K\\lambda$ is $\\int\\beta^2/\\zeta\\,dV\\,dc=\\int\\beta_e^2/\\zeta_e\\,dV\\,dc=\\gamma_d^2\\int(\\mathcal R\\{(-\\Delta)^{(d+1)/2}g\\})^2/\\zeta_e\\,dV\\,dc$ over ' +
    'the whole sphere, with $\\gamma_d=1/(2(2\\pi)^{d-1})$ and $\\beta_e=\\zeta_e\\,\\tfrac12\\sum_j\\lambda_j|\\langle V,x_j\\rangle-c|$, which represents ' +
    '$g=\\tfrac12\\int\\beta_e|\\langle V,x\\rangle-c|+$ affine. For constant $\\zeta$ it is $\\gamma_d\\,\\|(-\\Delta)^{(d+3)/4}g\\|^2/\\zeta$, the seminorm of the ' +
    'cubic spline.',
  source:
    'Jin and Montúfar (2023), Theorems 6, 7, 16, 42 and 43; the constants $\\gamma_d$ and $A_d$ follow from the Fourier slice theorem',
  uses: ['radon-variational-qp', 'kernel-norm'],
  assumptions: [
    {
      statement: 'the closed form of the kernel holds at the data',
      measured: (rows) => {
        const share = largest(rows, 'reach');
        return { value: `largest ‖x_j‖ is ${share.toFixed(3)} of what it holds for`, holds: share <= 1 };
      },
    },
  ],
  protocol:
    `Random data of d + 3 to d + 5 points in the ball of radius ${RADIUS} in d = 1, 2, 3 inputs for ${LAWS_WITH_KERNEL.join(', ')} with random ` +
    'parameters, 2 (quick) or 24 (full) sets each. $\\lambda$ is from the saddle system with the kernel in closed form; the integrals by Gauss–Legendre rules ' +
    'in $c$ between the $\\langle V,x_j\\rangle$ (beyond them $\\beta_e=0$), and over directions by equal angles (d = 2) or with Gauss–Legendre nodes (d = 3). ' +
    'The representation is compared at random places, after taking off what is affine. For laws with constant $\\zeta$ the cubic spline $\\sum_j\\mu_j\\|x-x_j\\|^3$ ' +
    'is solved for without the kernel; its transform is $-\\tfrac12A_d\\sum_j\\mu_j|c-\\langle V,x_j\\rangle|$ and its squared seminorm $A_d\\,\\mu^\\top(r^3)\\mu$, ' +
    `$A_d=3\\cdot2^{d+1}\\pi^{(d-1)/2}\\Gamma(\\tfrac{d+3}2)$. Tolerance: ${TOLERANCE}.`,
  controls: [
    {
      id: 'no-square',
      title: 'the integral of β_e/ζ_e, without the square',
      because: 'it is of the first degree in g, the squared norm of the second',
    },
    {
      id: 'gamma',
      title: 'γ_d twice as large',
      because:
        'one factor 1/2 is from |t|/2 as the even part of [t]₊: without it opposite units are counted twice',
    },
    {
      id: 'two-pi',
      title: '(2π)^d instead of (2π)^(d−1)',
      because: 'the slice theorem has one Fourier transform of the line less than of the space',
    },
    {
      id: 'measure',
      title: 'ζ as a density of directions with total 1',
      because: 'ζ is per unit surface measure, whose total is the surface of the sphere',
    },
    {
      id: 'whole',
      title: 'g = ∫β_e|⟨V,x⟩ − c| over the whole sphere',
      because: 'opposite units are one pair: the half is missing',
    },
    {
      id: 'unadjusted',
      title: 'the norm of the interpolant without an affine part',
      because: 'the affine part is minimised over',
    },
  ],
  units: radonNormUnits,
  measure: measureRadonNorm,
  decide: (rows) => decideIdentity(rows, TOLERANCE),
  figures: (evidence: Measured) => [
    {
      ...deviationFigure(evidence, 'cond K', 'condition'),
      caption:
        'Each point compares two forms of the norm, or of g, in one random case in one, two or three inputs. The claim lies below its tolerance (dashed line): ' +
        'round-off, and in several inputs the error of the rule over directions. The false versions lie above it.',
    },
  ],
};
