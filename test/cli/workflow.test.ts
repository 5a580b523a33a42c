import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildProgram } from '../../cli/program.js';
import { ROOT } from './command.js';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z
  .object({
    on: z.object({ schedule: z.array(z.object({ cron: z.string() })) }),
    defaults: z.object({ run: z.object({ shell: z.string() }) }),
    permissions: z.record(z.string(), z.string()),
    concurrency: z.object({ group: z.string() }),
    jobs: z.record(
      z.string(),
      z.object({
        needs: z.union([z.string(), z.array(z.string())]).optional(),
        if: z.string().optional(),
        'timeout-minutes': z.number(),
        strategy: z.object({ 'fail-fast': z.boolean() }).optional(),
        steps: z.array(step),
      }),
    ),
  })
  .parse(parse(readFileSync(join(ROOT, '.github/workflows/theorem-check.yml'), 'utf8')));
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

/** The arguments of the theorem-check commands of a script, variables in place of their values. */
function commands(script: string): string[][] {
  return Array.from(script.matchAll(/npm run --silent theorem-check -- (.*?)(?= \|| *$)/gm), ([, line]) =>
    Array.from(line.matchAll(/"[^"]*"|\S+/g), ([word]) => word.replaceAll('"', '')),
  );
}

const VALUES: Readonly<Record<string, string>> = {
  $PROFILE: 'full',
  $SHARD: '3/16',
  $BASELINE: 'baseline/quick.json',
};
const all = steps
  .flatMap(({ run = '' }) => commands(run))
  .map((words) => words.map((word) => VALUES[word] ?? word));

describe('the CI workflow', () => {
  it('runs shards, merges them and compares the report', () => {
    expect(all.map(([command]) => command)).toEqual(['run', 'merge', 'compare']);
    expect(steps.flatMap(({ run = '' }) => run.match(/theorem-check -- /g) ?? [])).toHaveLength(all.length);
  });

  test.each(all.map((words) => [words.join(' '), words] as const))(
    '%s is a command that the program has, with these options',
    async (_, words) => {
      const program = buildProgram(() => undefined);
      const command = program.commands.find((each) => each.name() === words[0]);
      expect(command).toBeDefined();
      // The command's own parser with its work taken out: what is left fails for an unknown option or a bad value.
      let parsed = false;
      command?.action(() => {
        parsed = true;
      });
      for (const each of program.commands) each.exitOverride();
      await program.parseAsync(['node', 'theorem-check', ...words]);
      expect(parsed).toBe(true);
    },
  );

  it('reports also when a shard failed, and is not green then', () => {
    const { report, check } = workflow.jobs;
    expect(report.if).toMatch(/^always\(\)/);
    expect(report.needs).toEqual(['plan', 'check']);
    expect(check.strategy?.['fail-fast']).toBe(false);
    expect(report.steps.at(-1)).toMatchObject({
      if: "always() && needs.check.result != 'success'",
      run: 'exit 1',
    });
  });

  it('lets no pipe hide an exit code', () => {
    // The default shell has no pipefail; the one that is named bash has.
    expect(workflow.defaults.run.shell).toBe('bash');
  });

  it('reads the repository only, pins its actions, ends in time, and puts no expression into a script', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(120);
  });
});
