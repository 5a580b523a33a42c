import { div, mul, rational } from '../../theory/expression/construct.js';
import { parse } from '../../theory/expression/parse.js';
import { cubicFactor, densityFactor, gammaOfHalf } from '../../theory/operators/constants.js';
import { parity, type Rule } from '../../theory/operators/rules.js';
import { derivative } from '../../theory/operators/term.js';
import { OPERATOR_THEORY, type OperatorTheory } from '../../theory/operators/theory.js';
import { deriveCubic } from '../../theory/operators/cubic-pair.js';
import { deriveOperators } from '../../theory/operators/derive-operators.js';
import { deriveRational } from '../../theory/operators/rational-pair.js';
import type { Derivation } from '../../theory/derivation.js';
import type { Control } from '../claim.js';
import type { Identity } from './operator-identity.js';

/** A false theory, and the identities that it gets wrong. */
export interface FalseOperators {
  readonly control: Control;
  readonly theory: OperatorTheory;
  readonly dimensions: readonly number[];
  readonly identities: readonly Identity[];
  /** The derivations that it breaks, in the least number of inputs. */
  readonly derive: (theory: OperatorTheory) => Promise<Derivation>;
}

const FILTERED = ['(a) Gaussian: R(−Δ)^((d+1)/2)', '(b) rational: R(−Δ)^((d+1)/2)'] as const;
const NETWORKS = ['(f) ReLU network is g: Gaussian', '(f) ReLU network is g: rational'] as const;

/** |σ|^s by another rule where s is odd. */
const oddPower = (rewrite: (s: number) => ReturnType<Rule['rewrite']>): Rule => ({
  ...parity,
  rewrite([operator], d) {
    const isOdd = operator.kind === 'modulus' && operator.power > 0 && operator.power % 2 === 1;
    return isOdd ? rewrite(operator.power) : parity.rewrite([operator], d);
  },
});

const modulusRule = (s: number): NonNullable<ReturnType<Rule['rewrite']>> =>
  parity.rewrite([{ kind: 'modulus', power: s }], 0)!;

const falseOperators = (
  id: string,
  title: string,
  because: string,
  entry: Partial<OperatorTheory>,
  dimensions: readonly number[],
  identities: readonly Identity[],
  derive: FalseOperators['derive'],
): FalseOperators => ({
  control: { id, title, because },
  theory: { ...OPERATOR_THEORY, ...entry },
  dimensions,
  identities,
  derive,
});

export const FALSE_OPERATORS: readonly FalseOperators[] = [
  falseOperators(
    'wrong-sign',
    '(−1)^(d/2+1) in place of (−1)^(d/2) for even d',
    'the Hilbert transform has the multiplier −i sgn σ',
    {
      parity: oddPower((s) => {
        const { coefficient, operators } = modulusRule(s);
        return { coefficient: mul(rational(-1), coefficient), operators };
      }),
    },
    [2, 4, 6],
    [...FILTERED, ...NETWORKS],
    (theory) => deriveRational(theory, [2]),
  ),
  falseOperators(
    'local',
    'no Hilbert transform: a derivative of order d + 1 for even d too',
    'an odd power of |σ| is no polynomial',
    {
      parity: oddPower((s) => ({
        coefficient: rational((s - 1) % 4 === 0 ? 1 : -1),
        operators: [derivative(s)],
      })),
    },
    [2, 4, 6],
    FILTERED,
    (theory) => deriveOperators(theory, 2),
  ),
  falseOperators(
    'exponent',
    'R(−Δ)^(d/2) in place of R(−Δ)^((d+1)/2)',
    'a network with that density is half a derivative off g',
    { power: (d) => d },
    [2, 3, 4, 5, 6],
    NETWORKS,
    (theory) => deriveOperators(theory, 2),
  ),
  falseOperators(
    'gamma',
    'γ twice as large',
    'every hyperplane comes twice, as (V, c) and (−V, −c)',
    { densityFactor: (d) => mul(rational(2), densityFactor(d)) },
    [1, 2, 3, 4, 5, 6],
    [...NETWORKS, '(e) ridge, weakly', '(d) γAκ|S| = 12'],
    (theory) => deriveOperators(theory, 1),
  ),
  falseOperators(
    'bare-a',
    'A without its factor Γ((d+3)/2)',
    'the Fourier transform of |x|³ has it',
    { cubicFactor: (d) => div(cubicFactor(d), gammaOfHalf(d + 3)) },
    [2, 3, 4, 5, 6],
    ['(d) |x|³, weakly', '(d) γAκ|S| = 12'],
    (theory) => deriveCubic(theory, [2]),
  ),
  falseOperators(
    'thin-plate',
    '|x|² log|x| in place of |x|³',
    'it is the spline of another penalty, in d = 2 alone',
    { radial: parse('r^2*log(r)') },
    [1, 2, 3, 4, 5, 6],
    ['(d) |x|³, weakly'],
    (theory) => deriveCubic(theory, [2]),
  ),
];
