import type { Claim, Profile } from '../claim.js';
import type { RateClaim } from '../decisions/rate.js';
import { decideRateAndBounds } from '../decisions/rate-and-bounds.js';
import { residualFigure, timeFigure } from './spectral-figures.js';
import {
  FITTED_FROM,
  measureSpectrum,
  SPECTRAL_LAWS,
  SPECTRAL_PLAN,
  spectralUnits,
} from './spectral-protocol.js';

/** Exponents 2 and 6 are those of the nearest wrong theories. */
const RATE = { exponent: 4, tolerance: 0.5, sharp: true, variable: 'frequency' } satisfies RateClaim;

/** Remark 44: low frequencies are learned first. */
export const spectralBias: Claim = {
  id: 'spectral-bias',
  title: 'Low frequencies are learned first, in times that grow as the fourth power',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let the target be a sum of sines of frequencies $f=2,4,8,\\dots$ (periods over the range $L$ of $M$ evenly spaced points), of equal amplitude and random ' +
    'phases, and $t_f$ the first time at which gradient descent on $\\tfrac12\\sum r^2$ has halved the residual’s component at frequency $f$, seen inside the range. ' +
    'Then $t_2<t_4<t_8<\\dots$ in every run, and $t_f\\propto f^4$ (trained networks: full profile): since the penalty is $\\int (g^{\\prime\\prime})^2/\\zeta$, the kernel ' +
    'has the eigenvalue $\\kappa_f=\\zeta ML^3/(2\\pi f)^4$ at frequency $f$, where ζ is constant, away from the ends, for $f\\ll M$ and, at finite width, $f^2\\ll n$; so ' +
    '$\\bar\\eta t_f=\\log 2/\\kappa_f$.',
  source:
    'Jin and Montúfar (2023), Remark 44, in words; the order, the fourth power and the constant as measured laws are ours',
  uses: ['trajectory-filters', 'linearization'],
  assumptions: [
    {
      statement: 'the frequencies are resolved, $f\\le M/4$',
      measured: () => {
        const shares = Object.values(SPECTRAL_PLAN).map(
          ({ points, frequencies }) => Math.max(...frequencies) / points,
        );
        return { value: `largest $f/M$ ${Math.max(...shares)}`, holds: Math.max(...shares) <= 0.25 };
      },
    },
  ],
  protocol:
    `Laws ${SPECTRAL_LAWS.join(', ')}, on ranges of constant ζ and of ζ that varies fourfold. The component at $f$ is the norm of the inner products with sine and cosine ` +
    'under a Hann window. Infinite width and networks linearized at their start (all parameters) by the eigenvectors of $K$ and of the tangent kernel; networks ' +
    'trained on all parameters by the exact trainer, looked at every tenth more steps. Each run has phases and a network of its own. It gives the ' +
    `time of one frequency from ${FITTED_FROM} on to the fit of log time on log frequency (HC3), which must lie within ${RATE.tolerance} of 4, and to the comparison ` +
    'with the derived constant (within a factor 1.4, constant ζ), and the times of all its frequencies to the order. ' +
    `${describe('quick')} ${describe('full')}`,
  controls: [
    {
      id: 'ntk',
      title: 'NTK parametrization (hidden layer trained n times faster), t ∝ f⁴',
      because: 'the kernel of the hidden layer is that of step functions: a penalty on f′, and t ∝ f²',
    },
    {
      id: 'relu-squared',
      title: 'ReLU² networks, t ∝ f⁴',
      because: 'their penalty is on f‴: t ∝ f⁶',
    },
    {
      id: 'one-sided',
      title: 'the derived time with half of ζ, that of positive weights alone',
      because: 'units of both signs bend the function: the time would be twice the measured one',
    },
    {
      id: 'third-differences',
      title: 'the loss ½Σ(Δ³r)² on third differences of the residuals',
      because: 'it weighs a frequency by f⁶, more than the kernel holds back: high frequencies first',
    },
  ],
  units: spectralUnits,
  measure: measureSpectrum,
  decide: (rows, alpha) =>
    decideRateAndBounds(rows, alpha, RATE, 'the next frequency’s time, and a factor 1.4 of the derived time'),
  figures: (evidence) => [residualFigure(evidence), timeFigure(evidence)],
};

function describe(profile: Profile): string {
  const { points, frequencies, infinite, networks, width, trained } = SPECTRAL_PLAN[profile];
  return (
    `${profile === 'quick' ? 'Quick' : 'Full'} profile: $M=${points}$, $f=${frequencies.join(', ')}$, ${infinite} targets at infinite width and ${networks} ` +
    `networks of width ${width} for each law; ${trained.runs} trained ones of width ${trained.width}, ${trained.fitted ? 'for order and fit' : 'for the order alone'}.`
  );
}
