import type { Expr } from '../expression/expression.js';
import { ExpressionError } from '../expression/expression.js';
import type { Answer, Operation, System } from './answer.js';
import { fromSystem, toSystem } from './dialect.js';
import { KillableSystem } from './killable.js';

const SYSTEM: Readonly<Record<System, KillableSystem>> = {
  nerdamer: new KillableSystem('nerdamer'),
  algebrite: new KillableSystem('algebrite'),
};

/**
 * Asks a computer-algebra system. Only a printed tree goes in and only text that `parse` accepts comes out;
 * errors, time-outs, unevaluated integrals and complex numbers become abstentions. The answer may be wrong: it is
 * a proposal for `judge`. `variable` is needed to differentiate and integrate.
 */
export async function ask(system: System, operation: Operation, e: Expr, variable?: string): Promise<Answer> {
  if (system === 'nerdamer' && operation === 'simplify') {
    return { kind: 'abstain', reason: 'nerdamer simplifies wrongly and is not asked to' };
  }
  if (variable === undefined && (operation === 'differentiate' || operation === 'integrate')) {
    throw new ExpressionError(`got no variable, expected one to ${operation} by`);
  }
  try {
    const translation = toSystem(e, variable);
    const name = variable === undefined ? '' : translation.safe.get(variable)!;
    const reply = await SYSTEM[system].ask({ operation, text: translation.text, variable: name });
    if ('error' in reply) return { kind: 'abstain', reason: firstLine(reply.error) };
    return { kind: 'answer', expr: fromSystem(reply.text, translation) };
  } catch (error) {
    if (error instanceof ExpressionError) return { kind: 'abstain', reason: firstLine(error.message) };
    throw error;
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0].slice(0, 200);

/** Ends the threads of both systems; a later question starts them again. */
export async function closeCas(): Promise<void> {
  await Promise.all(Object.values(SYSTEM).map((system) => system.close()));
}
