import { claims } from '../../../proofs-check/registry.js';
import { describe, expect, it } from 'vitest';
import type { Result, Run } from '../../../proofs-check/result.js';
import { renderReport } from '../../../reports/report.js';
import type { Derivation } from '../../../theory/derivation.js';
import { claim, control, decision, result, run } from '../made-up-run.js';

const derivation: Derivation = {
  title: 'ζ of <the> Gaussian',
  steps: [
    { title: 'Definition', latex: '\\zeta = \\int |w|^3 p', status: 'stated', verifiedBy: '' },
    { title: 'Integral', latex: 'k^{-2}\\,/2', status: 'proved', verifiedBy: 'both systems; 12 points' },
    { title: 'Limit', latex: 'F(\\infty)=0', status: 'supported', verifiedBy: '60 digits at 8 points' },
  ],
};

const withDerivations = (derivations: readonly Derivation[]): Result => {
  const made = result();
  return { ...made, evidence: { ...made.evidence, derivations: { claim: derivations } } };
};
const page = (made: Result, change: Partial<Run> = {}): string =>
  renderReport(run([made], change)).get('T1.md')!;
const index = (results: readonly Result[], change: Partial<Run> = {}): string =>
  renderReport(run(results, change)).get('index.md')!;

describe('the page of a claim', () => {
  it('has its sections in order', () => {
    const headings = Array.from(
      page(withDerivations([derivation])).matchAll(/^#+ (.*)$/gm),
      ([, title]) => title,
    );
    expect(headings).toEqual([
      'Gradient descent ends near the spline',
      'Statement',
      'Decision',
      'Evidence',
      'Figure',
      'Controls',
      'Findings',
      'Assumptions',
      'Protocol',
      'Derivation: ζ of &lt;the&gt; Gaussian',
      'Check this claim again',
    ]);
  });

  it('begins with the claim in plain words', () => {
    const body = page(result());
    expect(body).toContain(`\n\n*In brief.* ${claim().inBrief}\n\n## Statement\n`);
  });

  it('shows assumptions with what was measured, pipes and mathematics intact', () => {
    expect(page(result())).toContain(
      '| all $x_j$ lie in $\\lbrace \\zeta \\gt 0\\rbrace$ \\| yes | least ζ 0.021 | ✔ holds |',
    );
    const broken = result({ assumptions: [{ statement: 'S', value: '2 points outside', holds: false }] });
    expect(page(broken)).toContain('| S | 2 points outside | ✘ broken |');
  });

  it('shows steps as display mathematics with status and witness', () => {
    const body = page(withDerivations([derivation]));
    expect(body).toContain('3 steps, 1 proved, 1 numerically supported, 1 stated');
    expect(body).toContain('**1. Definition** — · stated\n\n$$\n\\zeta = \\int \\vert w\\vert ^3 p\n$$');
    expect(body).toContain(
      '**2. Integral** — ✔ proved: both systems; 12 points\n\n$$\nk^{-2}\\mkern3mu /2\n$$',
    );
    expect(body).toContain('**3. Limit** — ≈ numerically supported: 60 digits at 8 points');
    expect(body).not.toContain('<details>');
  });

  it('folds several derivations, each with a blank line after its summary so that Markdown goes on', () => {
    const body = page(withDerivations([derivation, { title: 'Other', steps: [] }]));
    expect(body.match(/<details><summary>[^\n]*<\/summary>\n\n/g)).toHaveLength(2);
    expect(body.match(/\n\n<\/details>/g)).toHaveLength(2);
    expect(body).toContain('<summary>ζ of &lt;the&gt; Gaussian (');
  });

  it('formats evidence, with a column for each key', () => {
    const body = page(result());
    expect(body).toContain('| initialization | slope | widths | p | note |');
    expect(body).toContain('| gaussian | -0.4877 | 6 | 1.235e-7 | – |');
    expect(body).toContain('| uniform | -0.5 | – | – | $\\vert x\\vert$ \\| pipe |');
  });

  it('lists controls with verdicts and reasons, and those left out', () => {
    const near = { ...control, id: 'near', profiles: ['full'] as const };
    const body = page(result({ leftOut: [near] }));
    expect(body).toContain(
      '| natural-cubic | natural cubic spline | ζ is not constant: $\\vert x\\vert ^2 \\vert y$ | ✘ refuted |',
    );
    expect(body).toContain('the profile `quick` has no power to refute them');
    expect(body).toMatch(/^\| near \|.*\| full \|$/m);
  });

  it('gives the command that checks the claim again', () => {
    expect(page(result(), { seed: 42, profile: 'full' })).toContain(
      'npx theorem-check run T1 --profile full --seed 42 --out theorem-report/replay\n',
    );
  });

  it('warns where the verdict means less than it says', () => {
    expect(page(result())).not.toMatch(/TOOTHLESS|INCOMPLETE/);
    expect(page(result({ toothless: true }))).toContain('> **TOOTHLESS**');
    expect(page(result({ missing: 2 }))).toContain('> **INCOMPLETE**: 2 planned units of work missing');
  });

  it('links what it builds on only where that has a page', () => {
    const results = [result(), result({ claim: claim({ id: 'T2', uses: ['T1', 'T9'] }) })];
    expect(renderReport(run(results)).get('T2.md')).toContain('Builds on: [T1](T1.md), T9 (not in this run)');
  });
});

describe('the first page', () => {
  it('gives outcome, verdicts and the command that repeats a partial run', () => {
    const body = index([result()], { seed: 3 });
    expect(body).toContain('**PASSED: 1 of 1 claim supported, 1 of 1 control refuted.**');
    expect(body).toContain(
      '| [T1](T1.md) | Gradient descent ends near the spline | ✔ supported | slope | -0.4931 [-0.52, -0.47] | ≤ −1/2 | 1 of 1 |',
    );
    expect(body).toContain('npx theorem-check run T1 --profile quick --seed 3 --out theorem-report/replay\n');
    expect(body).toContain('[Findings](findings.md)');
  });

  it('gives the command of the whole run where every claim was selected', () => {
    const all = claims.map(({ id }) => result({ claim: claim({ id }) }));
    expect(index(all, { seed: 3 })).toContain('npx theorem-check run --profile quick --seed 3\n');
  });

  it('puts failures first', () => {
    const failed = result({ claim: claim({ id: 'T2' }), decision: decision('refuted') });
    const body = index([result(), failed], { passed: false });
    expect(body.indexOf('| [T2]')).toBeLessThan(body.indexOf('| [T1]'));
    expect(body).toContain('**FAILED: ');
    expect(body).toContain('✘ refuted | slope');
  });

  it('says that nothing was measured', () => {
    const body = index([], { passed: false });
    expect(body).toContain('INCOMPLETE: no claim was selected, so nothing was measured.');
    expect(body).not.toContain('mermaid');
  });
});

describe('findings', () => {
  it('link the claim that measured them', () => {
    const body = renderReport(run([result()])).get('findings.md')!;
    expect(body).toContain('## Least squares is not enough\n\nThe paper suggests $u,v$ by least squares.');
    expect(body).toContain('[T1](T1.md)');
  });
});
