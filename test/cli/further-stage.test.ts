import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder, theoremCheck } from './command.js';
import { timelessFiles } from './report-files.js';

const scratch = scratchFolder();

/** 40 runs are too few at the level of a run of three hundred hypotheses, 80 are enough. */
const plugin = scratch.file(
  'noisy.ts',
  `import { decideLevel, definePlugin, type Row } from 'theorem-check';

const about = (mean: number, normal: () => number): Row => ({ group: 'normal variates', level: mean + normal(), predicted: 0 });

export default definePlugin({
  claims: [
    {
      id: 'noisy-mean',
      title: 'Standard normal variates have a mean within .9 of 0',
      inBrief: 'A claim with much noise, for the test of the further stage.',
      kind: 'statistical',
      repeatable: true,
      statement: 'The mean is $0$, up to $.9$.',
      source: 'none',
      assumptions: [],
      uses: [],
      protocol: '40 variates.',
      controls: [{ id: 'shifted', title: 'variates with mean 3', because: 'their mean is 3' }],
      units: () => Array.from({ length: 40 }, (_, index) => ({ id: String(index), index })),
      measure(unit, random) {
        const stream = random.stream('variates');
        return { claim: [about(0, stream.normal)], shifted: [about(3, stream.normal)] };
      },
      decide: (rows, alpha) => decideLevel(rows, alpha, { name: 'mean', tolerance: 0.9 }),
      figures: () => [],
    },
  ],
});
`,
);
const run = (...args: readonly string[]): ReturnType<typeof theoremCheck> =>
  theoremCheck('run', 'noisy-mean', '--plugin', plugin, ...args);
const whole = join(scratch.path, 'whole');

it('what the first look leaves open is measured further, and decided at the second look', () => {
  const { code, out, err } = run('--out', whole);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('PASSED: 1 of 1 claim supported, 1 of 1 control refuted.');
  const { claims } = JSON.parse(readFileSync(join(whole, 'report.json'), 'utf8')) as {
    claims: { units: number; chance: { look: number }; controls: { chance: { look: number } }[] }[];
  };
  expect(claims).toMatchObject([{ units: 80, chance: { look: 2 }, controls: [{ chance: { look: 1 } }] }]);
  expect(readFileSync(join(whole, 'ledger.md'), 'utf8')).toMatch(
    /noisy-mean\.md\) \| claim \| .* \| 2 \| ✔ supported/,
  );
});

it('a resumed run takes up both stages', () => {
  const before = timelessFiles(whole);
  expect(run('--out', whole, '--resume')).toMatchObject({ code: 0 });
  expect(timelessFiles(whole)).toEqual(before);
});

it('shards know nothing of it: their merge is inconclusive and says how to go on, to the same bytes', () => {
  const merged = join(scratch.path, 'merged');
  const parts = ['1/2', '2/2'].map((shard, k) => {
    const part = join(scratch.path, `part-${k}`);
    expect(run('--shard', shard, '--out', part).code).toBe(3);
    return part;
  });
  const { code, out, err } = theoremCheck('merge', ...parts, '--out', merged, '--plugin', plugin);
  expect(code).toBe(3);
  expect(out).toMatch(
    /\nnoisy-mean: 1 of 1 intervals .*; about \d+ units of work instead of 40 would settle it if the estimate stays/,
  );
  const [, command] =
    /a further stage of noisy-mean is due; measure it: npx theorem-check (.*)\n/.exec(err) ?? [];
  expect(theoremCheck(...command.split(' '))).toMatchObject({ code: 0 });
  expect(timelessFiles(merged)).toEqual(timelessFiles(whole));
});
