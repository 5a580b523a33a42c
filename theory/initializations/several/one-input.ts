import { compile } from '../../expression/compile.js';
import type { Values } from '../initialization.js';
import type { VectorInitialization } from './vector-initialization.js';

/** The specification, for the theory of one input, of a law with these parameters in d = 1; undefined if it has none there. */
export function oneInputText({ oneInput }: VectorInitialization, values: Values): string | undefined {
  if (!oneInput) return undefined;
  const { law, where = {} } = oneInput;
  const assignments = law.parameters.map(({ name }) => {
    const value = Object.hasOwn(where, name) ? compile(where[name], [], values)() : values[name];
    return `${name}=${value}`;
  });
  return assignments.length > 0 ? `${law.name}(${assignments.join(',')})` : law.name;
}
