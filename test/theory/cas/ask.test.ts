import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeCas } from '../../../theory/cas/ask.js';
import { compiled } from '../../../theory/compiled.js';
import { parse } from '../../../theory/expression/parse.js';
import { print } from '../../../theory/expression/print.js';

afterAll(closeCas);

describe('ask', () => {
  it.each([
    ['nerdamer', 'expand', '(x + 1)^2 - x^2 - 2*x - 1', '0'],
    ['algebrite', 'expand', '(x + 1)^2 - x^2 - 2*x - 1', '0'],
    ['nerdamer', 'integrate', 'x^3', '1/4*x^4'],
    ['algebrite', 'differentiate', 'x^3', '3*x^2'],
    ['algebrite', 'simplify', 'exp(1)*x', 'x*exp(1)'],
    ['nerdamer', 'expand', 'exp(1)*x', 'exp(1)*x'],
  ] as const)('%s: %s of %s', async (system, operation, text, expected) => {
    const answer = await ask(system, operation, parse(text), 'x');
    expect(answer.kind === 'answer' && print(answer.expr)).toBe(expected);
  });

  it('keeps symbols apart from the constants and functions of a system', async () => {
    for (const system of ['nerdamer', 'algebrite'] as const) {
      const answer = await ask(system, 'expand', parse('(e + i + d + gamma + beta + last + S)*(e - e)'));
      expect(answer).toMatchObject({ kind: 'answer', expr: parse('0') });
      const kept = await ask(system, 'expand', parse('e*i*d*gamma'));
      expect(kept.kind === 'answer' && print(kept.expr).split('*').sort()).toEqual(['d', 'e', 'gamma', 'i']);
    }
  });

  it.each([
    ['nerdamer', 'simplify', 'x + x', /not asked/],
    ['algebrite', 'integrate', 'exp(-x^4)', /^Stop: integral/],
    ['nerdamer', 'integrate', 'exp(-x^4)', /got/],
    ['nerdamer', 'expand', '9^9^9', /Infinity/],
    ['algebrite', 'expand', 'min(x, 1)', /do not know/],
    ['algebrite', 'expand', 'sqrt(-1)*x', /foreign symbol i/],
  ] as const)('%s abstains from %s of %s', async (system, operation, text, reason) => {
    expect(await ask(system, operation, parse(text), 'x')).toMatchObject({
      kind: 'abstain',
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('survives a question that hangs, and the ones queued behind it', async () => {
    const [hung, next] = await Promise.all([
      ask('algebrite', 'expand', parse('9^9^9')),
      ask('algebrite', 'expand', parse('x - x')),
    ]);
    expect(hung).toEqual({ kind: 'abstain', reason: 'algebrite: no answer within 10 s' });
    expect(next).toMatchObject({ kind: 'answer', expr: parse('0') });
  });

  it('needs a variable to integrate', async () => {
    await expect(ask('nerdamer', 'integrate', parse('x'))).rejects.toThrow(
      /no variable, expected one to integrate by/,
    );
  });

  it('does not keep a process alive', () => {
    const script = `
      import { ask } from ${JSON.stringify(compiled(import.meta.url, '../../../theory/cas/ask.js').href)};
      import { parse } from ${JSON.stringify(compiled(import.meta.url, '../../../theory/expression/parse.js').href)};
      console.log((await ask('algebrite', 'expand', parse('x - x'))).kind);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 });
    expect(output.toString()).toBe('answer\n');
  });
});
