import { afterAll, describe, expect, it } from 'vitest';
import { closeCas } from '../../../theory/cas/ask.js';
import type { Judgement } from '../../../theory/cas/judge.js';
import { judge, judgeWithoutVotes } from '../../../theory/cas/judge.js';
import { sub } from '../../../theory/expression/construct.js';
import { differentiate } from '../../../theory/expression/differentiate.js';
import type { SymbolDomain } from '../../../theory/expression/domain.js';
import { parse } from '../../../theory/expression/parse.js';
import { falseAntiderivatives, falseIdentities } from './false-identities.js';
import { everywhere } from './helpers.js';
import { trueIdentities } from './true-identities.js';

afterAll(closeCas);

const judged = (text: string, domain: SymbolDomain): Promise<Judgement> => {
  const zero = parse(text);
  return judge(zero, everywhere(zero, domain));
};

describe('true identities are proved', () => {
  it.each(trueIdentities)('%s on %j', async (text, domain) => {
    expect(await judged(text, domain)).toMatchObject({ status: 'proved' });
  });
});

describe('false identities are not accepted', () => {
  const passedBy: Record<string, string[]> = {};

  it.each(falseIdentities)('$zero on $domain: $because', async ({ zero, domain }) => {
    const { status, votes } = await judged(zero, domain);
    const systems = Object.entries(votes).flatMap(([system, vote]) => (vote === 'zero' ? [system] : []));
    if (systems.length > 0) passedBy[zero] = systems;
    expect(['rejected', 'abstained']).toContain(status);
  });

  it('although both systems pass some of them: their agreement is no proof', () => {
    console.log('false identities voted zero', passedBy);
    const both = Object.keys(passedBy).filter((zero) => passedBy[zero].length === 2);
    expect(both).toContain('log(x^2) - 2*log(x)');
  });

  it.each(falseAntiderivatives)('the integral of %s is not %s', (integrand, candidate, variable) => {
    const zero = sub(differentiate(parse(candidate), variable), parse(integrand));
    expect(judgeWithoutVotes(zero, everywhere(zero, 'positive'))).toMatchObject({ status: 'rejected' });
  });
});

describe('judge', () => {
  it('is reproducible', async () => {
    const twice = [await judged('x^2 - y^2', 'real'), await judged('x^2 - y^2', 'real')];
    expect(twice[0]).toEqual(twice[1]);
  });

  it('names the counterexample', async () => {
    const { reason, digits } = await judged('x^2 - 3*x', 'positive');
    expect(reason).toMatch(/^not zero: .* at x = /);
    if (digits.kind !== 'nonzero') throw new Error('expected a counterexample');
    const { x } = digits.at;
    // Two roundings of the largest term.
    expect(Math.abs(digits.value - (x * x - 3 * x))).toBeLessThan(4 * Number.EPSILON * (x * x + 3 * x));
  });

  it.each([
    ['log(x^2) - 2*log(x)', 'positive'],
    ['exp(log(x)) - x', 'positive'],
    ['sin(2*x) - 2*sin(x)*cos(x)', 'real'],
    ['sqrt(3 + 2*sqrt(2)) - 1 - sqrt(2)', 'real'],
    ['min(x, y) + max(x, y) - x - y', 'real'],
    ['atan2(x, x) - pi/4', 'positive'],
    ['abs(x - 1)*abs(y - 2) - max(x - 1, 1 - x)*sqrt((y - 2)^2)', 'positive'],
    ['atan2(1, 1/x) - atan2(x, 1)', 'positive'],
    ['max(x, 3) + min(x, 3) - 3 - x + exp(log(x)) - x', 'positive'],
  ] as const)('supports %s on %s, which exact arithmetic does not settle', async (text, domain) => {
    expect(await judged(text, domain)).toMatchObject({ status: 'supported' });
  });

  it('abstains when a system finds a value that is not zero', async () => {
    const judgement = await judged('exp(-10000) + x - x', 'positive');
    expect(judgement).toMatchObject({ status: 'abstained' });
    expect(Object.values(judgement.votes)).toContain('nonzero');
  });

  it('abstains where there is no real value', async () => {
    expect(await judged('log(-exp(x)) - log(-exp(x))*1', 'real')).toMatchObject({
      status: 'abstained',
      reason: expect.stringMatching(/logarithm of a negative number at x = /) as string,
    });
  });

  it('asks for a domain', async () => {
    await expect(judge(parse('x - s'), { x: 'real' })).rejects.toThrow(/no domain for the symbol s/);
  });
});
