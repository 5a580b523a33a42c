/**
 * Expressions: a small immutable tree. Everything symbolic in this suite is one of these; text enters only
 * through `parse` (a whitelist) and reaches a computer-algebra system only through `print`.
 */
export const FUNCTIONS = [
  'exp',
  'log',
  'sqrt',
  'abs',
  'sin',
  'cos',
  'erf',
  'atan2',
  'min',
  'max',
  'gammaP2',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type Expr =
  | { readonly kind: 'rational'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly kind: 'pi' }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Expr[] }
  | { readonly kind: 'product'; readonly factors: readonly Expr[] }
  | { readonly kind: 'power'; readonly base: Expr; readonly exponent: Expr }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expr[] };

/** The number of arguments that a function takes. */
export function arity(name: FunctionName): 1 | 2 {
  return name === 'atan2' || name === 'min' || name === 'max' ? 2 : 1;
}

export function isFunctionName(name: string): name is FunctionName {
  return (FUNCTIONS as readonly string[]).includes(name);
}

/** An expression that cannot be built, read or evaluated; the message says what was got and what was expected. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}
