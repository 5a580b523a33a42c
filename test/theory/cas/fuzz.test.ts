import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeCas } from '../../../theory/cas/ask.js';
import { judge, judgeWithoutVotes } from '../../../theory/cas/judge.js';
import { compile } from '../../../theory/expression/compile.js';
import { add, sub } from '../../../theory/expression/construct.js';
import { differentiate } from '../../../theory/expression/differentiate.js';
import type { Expr } from '../../../theory/expression/expression.js';
import { ExpressionError } from '../../../theory/expression/expression.js';
import { print } from '../../../theory/expression/print.js';
import { damaged, derivational, distantFalsehoods, integrable, rewritten, tiny } from './mutations.js';

// FUZZ_SEED=… FUZZ_RUNS=… to search elsewhere, or for longer.
const SEED = Number(process.env['FUZZ_SEED'] ?? 20230137);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);
const DOMAIN = { x: 'positive', y: 'positive' } as const;

afterAll(closeCas);

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { seed: SEED, numRuns });
const place = fc.nat(1000);

type Verdict = 'right' | 'wrong' | 'unclear';

/** Compares by value in double precision, in a few points of [1/4, 4]². */
function compared(f: (x: number, y: number) => number, g: (x: number, y: number) => number): Verdict {
  let clear = 0;
  for (let k = 0; k < 12; k++) {
    const [x, y] = [0.25 + (3.75 * ((7 * k) % 12)) / 11.3, 0.25 + (3.75 * ((5 * k + 3) % 12)) / 11.7];
    const [a, b] = [f(x, y), g(x, y)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    clear++;
    // Far above rounding, far below what a damaged part does.
    if (Math.abs(a - b) > 1e-7 * (1 + Math.abs(a) + Math.abs(b))) return 'wrong';
  }
  return clear >= 6 ? 'right' : 'unclear';
}

const compared2 = (a: Expr, b: Expr): Verdict => compared(compile(a, ['x', 'y']), compile(b, ['x', 'y']));

/** Compares F(x + h) − F(x) with Simpson's rule on four intervals: independent of any symbolic derivative. */
function comparedIntegral(primitive: Expr, integrand: Expr): Verdict {
  const [F, f] = [primitive, integrand].map((e) => compile(e, ['x', 'y']));
  const h = 0.02;
  return compared(
    (x, y) => (F(x + 4 * h, y) - F(x, y)) / (4 * h),
    (x, y) => (f(x, y) + 4 * f(x + h, y) + 2 * f(x + 2 * h, y) + 4 * f(x + 3 * h, y) + f(x + 4 * h, y)) / 12,
  );
}

const isAccepted = (status: string): boolean => status === 'proved' || status === 'supported';

describe(`fuzz, seed ${SEED}`, () => {
  it('true rewritings are never rejected, and mostly proved', () => {
    const counts = { proved: 0, supported: 0, abstained: 0, rejected: 0 };
    const steps = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 3 });
    for (const [e, rewrites] of sample(fc.tuple(derivational, steps), RUNS)) {
      const other = rewrites.reduce((rest, [at, rule]) => rewritten(rest, at, rule), e);
      const { status, reason } = judgeWithoutVotes(sub(e, other), DOMAIN);
      counts[status]++;
      expect(status, `${print(e)} = ${print(other)}: ${reason}`).not.toBe('rejected');
    }
    console.log('true rewritings', counts);
    expect(counts.proved).toBeGreaterThan(0.8 * RUNS);
  });

  it('damaged expressions are never accepted', () => {
    const counts = { proved: 0, supported: 0, abstained: 0, rejected: 0 };
    for (const [e, at, damage] of sample(fc.tuple(derivational, place, place), RUNS)) {
      let other: Expr;
      try {
        other = damaged(e, at, damage);
      } catch (error) {
        if (error instanceof ExpressionError) continue;
        throw error;
      }
      if (compared2(e, other) !== 'wrong') continue;
      const { status } = judgeWithoutVotes(sub(e, other), DOMAIN);
      counts[status]++;
      expect(isAccepted(status), `${print(e)} = ${print(other)}`).toBe(false);
    }
    console.log('damaged expressions', counts);
    expect(counts.rejected).toBeGreaterThan(0.5 * RUNS);
  });

  it('what is true only for moderate arguments is never accepted', () => {
    const counts = { proved: 0, supported: 0, abstained: 0, rejected: 0 };
    for (const zero of sample(distantFalsehoods, RUNS)) {
      const { status, reason } = judgeWithoutVotes(zero, DOMAIN);
      counts[status]++;
      expect(isAccepted(status), `${print(zero)}: ${reason}`).toBe(false);
    }
    console.log('distant falsehoods', counts);
    expect(counts.rejected).toBeGreaterThan(0.3 * RUNS);
  });

  it('what differs by 1e-60 is never accepted', () => {
    const counts = { proved: 0, supported: 0, abstained: 0, rejected: 0 };
    for (const [e, at, rule, difference] of sample(fc.tuple(derivational, place, place, tiny), RUNS)) {
      const zero = sub(add(e, difference), rewritten(e, at, rule));
      const { status, reason } = judgeWithoutVotes(zero, DOMAIN);
      counts[status]++;
      expect(isAccepted(status), `${print(zero)}: ${reason}`).toBe(false);
    }
    console.log('tiny differences', counts);
    expect(counts.rejected).toBeGreaterThan(0.8 * RUNS);
  });

  it.each([
    ['nerdamer', 'expand'],
    ['algebrite', 'expand'],
    ['algebrite', 'simplify'],
  ] as const)('no wrong %s of %s is accepted', async (system, operation) => {
    const counts = { right: 0, wrong: 0, unclear: 0, none: 0, rightNotAccepted: 0 };
    for (const e of sample(derivational, Math.ceil(RUNS / 4))) {
      const answer = await ask(system, operation, e);
      if (answer.kind === 'abstain') {
        counts.none++;
        continue;
      }
      const truth = compared2(e, answer.expr);
      const { status } = judgeWithoutVotes(sub(e, answer.expr), DOMAIN);
      counts[truth]++;
      if (truth === 'wrong') expect(isAccepted(status), `${print(e)} = ${print(answer.expr)}`).toBe(false);
      if (truth === 'right' && !isAccepted(status)) counts.rightNotAccepted++;
    }
    console.log(system, operation, counts);
    expect(counts.right).toBeGreaterThan(counts.wrong);
    expect(counts.rightNotAccepted).toBeLessThanOrEqual(0.1 * RUNS);
  });

  it.each(['nerdamer', 'algebrite'] as const)('no wrong integral by %s is accepted', async (system) => {
    const counts = { right: 0, wrong: 0, unclear: 0, none: 0, rightNotAccepted: 0 };
    for (const e of sample(integrable, Math.ceil(RUNS / 5))) {
      const answer = await ask(system, 'integrate', e, 'x');
      if (answer.kind === 'abstain') {
        counts.none++;
        continue;
      }
      const truth = comparedIntegral(answer.expr, e);
      const { status } = judgeWithoutVotes(sub(differentiate(answer.expr, 'x'), e), DOMAIN);
      counts[truth]++;
      if (truth === 'wrong') expect(isAccepted(status), `∫ ${print(e)} = ${print(answer.expr)}`).toBe(false);
      if (truth === 'right' && !isAccepted(status)) counts.rightNotAccepted++;
    }
    console.log(system, 'integrate', counts);
    expect(counts.right).toBeGreaterThan(0);
  });

  it('the votes of the systems change no acceptance into a rejection', async () => {
    for (const [e, at, rule] of sample(fc.tuple(derivational, place, place), Math.ceil(RUNS / 15))) {
      const zero = sub(e, rewritten(e, at, rule));
      const [alone, voted] = [judgeWithoutVotes(zero, DOMAIN), await judge(zero, DOMAIN)];
      expect(isAccepted(voted.status)).toBe(isAccepted(alone.status));
    }
  });
});
