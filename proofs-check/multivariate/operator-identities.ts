import type { Streams } from '../../numerics/random/streams.js';
import { deriveOperatorTheory, DIMENSIONS } from '../../theory/operators/derive.js';
import { OPERATOR_THEORY } from '../../theory/operators/theory.js';
import type { Claim, Decision, Derivations, Measured, Profile, Row, Unit } from '../claim.js';
import { decideIdentity } from '../decisions/identity.js';
import { FALSE_OPERATORS } from './false-operators.js';
import { localityFigure } from './locality-figure.js';
import { TOLERANCES } from './operator-identity.js';
import { comparisons, operatorRows } from './operator-protocol.js';

const SETS: Readonly<Record<Profile, number>> = { quick: 2, full: 40 };
const TOLERANCE = 'for each identity the target of the table, relative to the largest value';

/** The operators of the theory in several inputs: closed forms against quadrature of their definitions. */
export const operatorIdentities: Claim = {
  id: 'operator-identities',
  title: 'Radon transform, fractional Laplacian and the density of a function in d inputs',
  inBrief:
    'To know the cost of a function of several inputs one has to know which bends it is made of: how ' +
    'strongly a network must bend along every hyperplane to produce it. The theory has a formula for ' +
    'that, made of integrals over hyperplanes and of derivatives of a kind that, in even dimensions, ' +
    'depend on the function everywhere. Here the formula is worked out on functions for which the answer ' +
    'can be known, in one to six dimensions, once by algebra and once by numerical integration straight ' +
    'from the definitions.',
  kind: 'symbolic',
  statement:
    'With $Rg(V,c)=\\int_{\\langle V,x\\rangle=c}g$, $|V|=1$, and $\\gamma_d=\\frac1{2(2\\pi)^{d-1}}$ the ReLU network of density ' +
    '$\\beta=-\\gamma_dR\\{(-\\Delta)^{(d+1)/2}g\\}$ on the hyperplanes $(V,c)$ is $g$ up to an affine function. On the line, ' +
    '$R(-\\Delta)^{(d+1)/2}$ is $(-1)^{(d+1)/2}\\partial_c^{d+1}R$ for odd $d$, local, and $(-1)^{d/2}\\partial_c^dH\\partial_cR$ for even $d$, with ' +
    'the Hilbert transform $H$ and tails $c^{-(d+2)}$. For $d=1,\\dots,6$, with $\\Gamma=\\Gamma(\\frac{d+1}2)$: ' +
    '(a) $g=e^{-|x|^2/2}$ has $(2\\pi)^{(d-1)/2}(-1)^{(d+1)/2}He_{d+1}(c)e^{-c^2/2}$, or polynomials $PF+Q$ of $F=\\sqrt2\\,\\mathrm{Dawson}(c/\\sqrt2)$, ' +
    '$F^\\prime=1-cF$; (b) $g=(1+|x|^2)^{-(d+1)/2}$ has $\\frac{\\pi^{(d-1)/2}}{\\Gamma}(d+1)!\\operatorname{Re}(1-ic)^{-(d+2)}$; ' +
    '(c) $R(1-|x|^2)_+^k=\\frac{\\pi^{(d-1)/2}k!}{\\Gamma(k+(d+1)/2)}(1-c^2)_+^{k+(d-1)/2}$; (d) $|x|^3$ has $-\\frac{A_d}2|c|$, $A_d=3\\cdot2^{d+1}\\pi^{(d-1)/2}\\Gamma(\\frac{d+3}2)$, ' +
    'and $\\gamma_dA_d\\kappa_d|S^{d-1}|=12$ with $\\kappa_d=E|V_1|^3$; (e) a ridge $[\\langle w,x\\rangle-t]_+$ has the density $\\frac12(\\delta_{(w,t)}+\\delta_{(-w,-t)})$; ' +
    '(f) $R\\Delta=\\partial_c^2R$, $R^*R=2(2\\pi)^{d-1}(-\\Delta)^{-(d-1)/2}$. For units $z_+^k/k!$ the density is $\\gamma_d\\partial_c^{k+1}R(-\\Delta)^{(d-1)/2}g$.',
  source:
    'Jin and Montúfar (2023), Theorem 6 and its proof use R and (−Δ)^((d+1)/2); the pairs, and the density for k ≥ 2 in several inputs, are ours',
  uses: [],
  assumptions: [],
  protocol:
    'Two routes. (1) Terms of $R$, $(-\\Delta)^{s/2}$, $|\\sigma|^s$, $\\partial_c$ and $H$ are rewritten by rules, and each rewriting is checked on multipliers; the ' +
    'closed forms are derived step by step, once by ∂ and $H$ and once as Fourier integrals. (2) Quadrature of the definitions, which sees no closed form: ' +
    `Laplacians of $g$ by exact differentiation (for even $d$ the last half by the singular integral of $|\\sigma|$ on the line, itself compared with that of $(-\\Delta)^{1/2}$ in space), then integrals over hyperplanes: for ` +
    'sums of two terms of random centres, scales and signs, in $d=2,3$ over the points of the line or plane, else in the distance from the foot of the ' +
    'centre; Fourier integrals, averages over the sphere and weak forms against Gaussian test functions of random scale; networks by ' +
    `quadrature over $c$ and $V$. ${SETS.quick} (quick) or ${SETS.full} (full) random sets in each of $d=1,\\dots,6$. Tolerance: ${TOLERANCE}.`,
  controls: FALSE_OPERATORS.map(({ control }) => control),
  derivations,
  units: (profile) =>
    DIMENSIONS.flatMap((d) =>
      Array.from({ length: SETS[profile] }, (_, index) => ({ id: `d=${d}/${index}`, d, index })),
    ),
  measure,
  decide,
  figures: () => [localityFigure()],
};

async function derivations(): Promise<Derivations> {
  const [claim, ...controls] = await Promise.all([
    deriveOperatorTheory(OPERATOR_THEORY),
    ...FALSE_OPERATORS.map(async ({ theory, derive }) => [await derive(theory)]),
  ]);
  return {
    claim,
    ...Object.fromEntries(FALSE_OPERATORS.map(({ control }, k) => [control.id, controls[k]])),
  };
}

function measure(unit: Unit, random: Streams): Measured {
  const d = Number(unit.d);
  const found = comparisons(d, random.stream('draw'), Number(unit.index) % 4 === 0);
  const controls = FALSE_OPERATORS.filter(({ dimensions }) => dimensions.includes(d)).map(
    ({ control, theory, identities }) => [control.id, operatorRows(d, found, theory, identities)] as const,
  );
  return { claim: operatorRows(d, found, OPERATOR_THEORY), ...Object.fromEntries(controls) };
}

/** An identity for each row of the table, the largest errors by dimension. */
function decide(rows: readonly Row[]): Decision {
  const decision = decideIdentity(rows, TOLERANCE);
  const identities = Object.entries(TOLERANCES).filter(([id]) => rows.some(({ group }) => group === id));
  return {
    ...decision,
    groups: identities.map(([identity, target]) => {
      const errors = DIMENSIONS.flatMap((d) => {
        const found = rows.filter((row) => row.group === identity && row.d === d);
        return found.length > 0
          ? [[`d = ${d}`, Math.max(...found.map(({ deviation }) => Number(deviation)))] as const]
          : [];
      });
      return { 'relative error of': identity, ...Object.fromEntries(errors), target };
    }),
  };
}
