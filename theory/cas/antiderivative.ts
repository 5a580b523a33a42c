import { sub } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Domain } from '../expression/domain.js';
import type { Expr } from '../expression/expression.js';
import type { System } from './answer.js';
import { SYSTEMS } from './answer.js';
import { ask } from './ask.js';
import type { Judgement } from './judge.js';
import { judge, judgeWithoutVotes } from './judge.js';

export type Derivative = 'agrees' | 'disagrees' | 'abstains';

export type Antiderivative =
  | {
      readonly kind: 'antiderivative';
      readonly antiderivative: Expr;
      readonly proposedBy: System;
      /** Of our own derivative of it minus the integrand. */
      readonly judgement: Judgement;
      /** What each system's derivative of it says. */
      readonly derivatives: Readonly<Record<System, Derivative>>;
    }
  | { readonly kind: 'abstain'; readonly reason: string };

/**
 * An antiderivative on the domain, proposed by either system. A proposal is believed only if our own exact
 * derivative of it is judged equal to the integrand, and so is the derivative by each system that gives one;
 * a proved one is preferred to a supported one. Throws ExpressionError when a symbol has no domain.
 */
export async function antiderivative(
  integrand: Expr,
  variable: string,
  domain: Domain,
): Promise<Antiderivative> {
  const reasons: string[] = [];
  let supported: Antiderivative | undefined;
  for (const proposedBy of SYSTEMS) {
    const answer = await ask(proposedBy, 'integrate', integrand, variable);
    if (answer.kind === 'abstain') {
      reasons.push(`${proposedBy}: ${answer.reason}`);
      continue;
    }
    const judgement = await judge(sub(differentiate(answer.expr, variable), integrand), domain);
    const derivatives = await crossCheck(answer.expr, integrand, variable, domain);
    const isRefuted = judgement.status === 'rejected' || judgement.status === 'abstained';
    if (isRefuted || Object.values(derivatives).includes('disagrees')) {
      reasons.push(
        `${proposedBy}: the derivative of its proposal is not the integrand (${judgement.reason})`,
      );
      continue;
    }
    const found = {
      kind: 'antiderivative',
      antiderivative: answer.expr,
      proposedBy,
      judgement,
      derivatives,
    } as const;
    if (judgement.status === 'proved') return found;
    supported ??= found;
  }
  return supported ?? { kind: 'abstain', reason: reasons.join('; ') };
}

async function crossCheck(
  candidate: Expr,
  integrand: Expr,
  variable: string,
  domain: Domain,
): Promise<Readonly<Record<System, Derivative>>> {
  const check = async (system: System): Promise<Derivative> => {
    const answer = await ask(system, 'differentiate', candidate, variable);
    if (answer.kind === 'abstain') return 'abstains';
    const { status } = judgeWithoutVotes(sub(answer.expr, integrand), domain);
    return status === 'proved' || status === 'supported'
      ? 'agrees'
      : status === 'rejected'
        ? 'disagrees'
        : 'abstains';
  };
  const [nerdamer, algebrite] = await Promise.all(SYSTEMS.map(check));
  return { nerdamer, algebrite };
}
