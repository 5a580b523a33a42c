import type { Domain, SymbolDomain } from '../../../theory/expression/domain.js';
import type { Expr } from '../../../theory/expression/expression.js';
import { symbolsOf } from '../../../theory/expression/substitute.js';

/** The same domain for every symbol. */
export const everywhere = (e: Expr, domain: SymbolDomain): Domain =>
  Object.fromEntries([...symbolsOf(e)].map((name) => [name, domain]));
