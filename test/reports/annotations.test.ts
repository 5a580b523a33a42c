import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparisonAnnotations, runAnnotations } from '../../reports/annotations.js';
import { claim, control, decision, nastyRun, nastyText, result, run } from './made-up-run.js';

const SOURCES = new Map([['T1', { file: 'proofs-check/a,b:c.ts', line: 12 }]]);

it('has an error for what failed, a warning for what is open, failures first, nothing for what passed', () => {
  const made = run([
    result({ claim: claim({ id: 'open' }), decision: decision('inconclusive', { reason: 'too few' }) }),
    result({ claim: claim({ id: 'fine' }) }),
    result({ claim: claim({ id: 'part' }), missing: 2 }),
    result({ decision: decision('refuted', { reason: '100 %\nwrong' }) }),
    result({
      claim: claim({ id: 'blunt' }),
      toothless: true,
      controls: [{ ...result().controls[0], control, decision: decision('supported', { reason: 'r' }) }],
    }),
  ]);
  expect(runAnnotations(made, SOURCES).split('\n')).toEqual([
    '::error file=proofs-check/a%2Cb%3Ac.ts,line=12,title=T1%3A ✘ refuted::100 %25 wrong',
    '::error title=blunt%3A ✔ supported · TOOTHLESS::control natural-cubic is supported: r',
    '::warning title=open%3A ? inconclusive::too few',
    `::warning title=part%3A ✔ supported · INCOMPLETE (2 units missing)::${decision('supported').reason}`,
    '',
  ]);
});

it('has one line for each regression of a comparison, and none for anything else', () => {
  const change = { claim: 'T1', what: 'slope', before: '-0.5', now: '-0.3', note: 'find what moved it' };
  const changes = [
    { ...change, standing: 'regression' as const },
    { ...change, standing: 'improvement' as const },
  ];
  expect(comparisonAnnotations(changes, SOURCES)).toBe(
    '::error file=proofs-check/a%2Cb%3Ac.ts,line=12,title=T1%3A regression::slope: -0.5 → -0.3; find what moved it\n',
  );
});

it('lets no text end its line or begin a command of its own', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const lines = runAnnotations(nastyRun(`${text}\n::error::x\r::warning::y`), SOURCES).split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^::error file=[^:,]*,line=12,title=[^:,\r]*::[^\r]*$/);
    }),
  );
});
