import type { Step } from '../derivation.js';
import { add, mul, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { identity } from '../penalty/step.js';
import { wordLatex } from './term.js';
import type { Operator, Word } from './term.js';

/**
 * A function of c of a kind that ∂ and H do not lead out of. Expressions are in the symbols c and F: F stands for
 * √2 Dawson(c/√2), which is not elementary, and is known by its rule F′ = 1 − cF alone.
 */
export interface LineFunction {
  readonly expr: Expr;
  /** The constant in front. */
  readonly factor: Expr;
  /** What it multiplies, without what all of the kind have in common: e^{−c²/2}, or a power of 1 + c². */
  readonly numerator: Expr;
  readonly derivative: () => LineFunction;
  /** Vanishes if and only if `derivative` is right. */
  readonly derivativeGap: () => Expr;
  /** Absent where it is not needed: nothing here takes two Hilbert transforms. */
  readonly hilbert?: () => LineFunction;
  /** A step that confirms the Hilbert transform. */
  readonly hilbertStep?: () => Promise<Step>;
}

/** The domains of c and F. */
export const LINE_DOMAIN = { c: 'real', F: 'real' } as const;

/** d/dc of an expression in c and F, by F′ = 1 − cF. */
export const lineDerivative = (e: Expr): Expr =>
  add(differentiate(e, 'c'), mul(sub(rational(1), mul(sym('c'), sym('F'))), differentiate(e, 'F')));

/** The operators of a word on the line, without its coefficient, applied to a function of c. */
export const applied = ({ operators }: Word, f: LineFunction): LineFunction =>
  [...operators].reverse().reduce(appliedOnce, f);

/** The same in steps, one for each derivative and Hilbert transform. */
export function applicationSteps({ operators }: Word, f: LineFunction): Promise<Step>[] {
  const steps: Promise<Step>[] = [];
  let current = f;
  for (const operator of single(operators).reverse()) {
    const next = appliedOnce(current, operator);
    steps.push(
      operator.kind === 'hilbert' && current.hilbertStep
        ? current.hilbertStep()
        : identity(
            'Derivative',
            `\\partial_c\\left[${toLatex(current.expr)}\\right] = ${toLatex(next.expr)}`,
            current.derivativeGap(),
            LINE_DOMAIN,
          ),
    );
    current = next;
  }
  return steps;
}

/** Derivatives one by one. */
const single = (operators: readonly Operator[]): Operator[] =>
  operators.flatMap((operator) =>
    operator.kind === 'derivative'
      ? Array.from({ length: operator.order }, (): Operator => ({ kind: 'derivative', order: 1 }))
      : [operator],
  );

function appliedOnce(f: LineFunction, operator: Operator): LineFunction {
  if (operator.kind === 'derivative' && operator.order >= 0) {
    let result = f;
    for (let n = 0; n < operator.order; n++) result = result.derivative();
    return result;
  }
  if (operator.kind === 'hilbert' && f.hilbert) return f.hilbert();
  const text = wordLatex({ coefficient: rational(1), operators: [operator] });
  throw new RangeError(`got the operator ${text}, expected derivatives and at most one Hilbert transform`);
}
