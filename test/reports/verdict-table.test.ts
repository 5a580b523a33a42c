import { describe, expect, it } from 'vitest';
import { verdictTable } from '../../reports/verdict-table.js';
import { CHANCE, claim, control, decision, result, run } from './made-up-run.js';

describe('verdictTable', () => {
  const table = verdictTable(
    run(
      [
        result(),
        result({
          claim: claim({ id: 'a-claim-with-a-long-name' }),
          toothless: true,
          missing: 2,
          controls: [{ control, chance: CHANCE, decision: decision('inconclusive') }],
        }),
      ],
      { passed: false },
    ),
  );
  const lines = table.trimEnd().split('\n');

  it('shows failures first and the outcome last', () => {
    expect(lines[2]).toContain(
      'a-claim-with-a-long-name  ✔ supported · TOOTHLESS · INCOMPLETE (2 units missing)',
    );
    expect(lines[2]).toMatch(/slope = -0\.4931 \[-0\.52, -0\.47\] {2}≤ −1\/2 +0 of 1$/);
    expect(lines[3]).toMatch(/^T1 .*✔ supported .* 1 of 1$/);
    expect(lines.at(-1)).toMatch(
      /^FAILED: 2 of 2 claims supported, 1 toothless, 1 incomplete, 1 of 2 controls/,
    );
  });

  it('lines its columns up', () => {
    const column = lines[0].indexOf('statistic');
    for (const line of [lines[2], lines[3]]) expect(line.indexOf('slope =')).toBe(column);
  });

  it('says that nothing was measured', () => {
    expect(verdictTable(run([], { passed: false }))).toContain('INCOMPLETE: no claim was selected');
  });
});
