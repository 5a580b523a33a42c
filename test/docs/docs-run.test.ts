import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAIN, ROOT, scratchFolder, type Answer } from '../cli/command.js';
import { commands, documents, type Command } from './documents.js';

/** Commands that are not run here, and what runs them instead. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^npm ci && npm run verify$/, 'continuous integration'],
  [/^npm ci && npm test$/, 'continuous integration; this test is part of it'],
];

/** What is made shorter before it is run here. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  // A run of all claims takes minutes; that it does what it should is what the tests of `run` say.
  [/theorem-check run(?= --|$)/, 'theorem-check run uniform-natural-cubic'],
  [/--profile full/, '--profile quick'],
];

/** These change the folder that they run in, or depend on what did; all others are run once, wherever they stand. */
const STATEFUL = /theorem-check (run|merge|new|compare)|theorem-report|[>|]/;

const scratch = scratchFolder();
/** Far beyond what any of them takes, in milliseconds: a process that never returns is ended. */
const LIMIT = 300_000;

/** A folder like the root of a clone: examples, baseline and sample report at hand, `npx theorem-check` being the built one. */
function cloneLike(name: string): string {
  const folder = join(scratch.path, name);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'reports'));
  symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
  symlinkSync(join(ROOT, 'reports/sample'), join(folder, 'reports/sample'));
  symlinkSync(join(ROOT, 'baseline'), join(folder, 'baseline'));
  const npx = `#!/bin/sh\n[ "$1" = theorem-check ] || exit 99\nshift\nexec '${process.execPath}' '${MAIN}' "$@"\n`;
  writeFileSync(join(folder, 'bin/npx'), npx, { mode: 0o755 });
  return folder;
}

function shell(line: string, folder: string): Promise<Answer> {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
    const child = spawn('bash', ['-c', line], {
      cwd: folder,
      env,
      timeout: LIMIT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const isElsewhere = ({ line }: Command): boolean => ELSEWHERE.some(([pattern]) => pattern.test(line));
const shorter = (line: string): string =>
  SHORTER.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);

/** Every document with its commands, in their order. */
const DOCUMENTS = documents()
  .filter(({ path }) => /^(README|docs\/[^/]+|examples\/[^/]+)\.md$/.test(path))
  .map((each) => [each.path, commands(each)] as const)
  .filter(([, list]) => list.length > 0);
const answers = new Map<Command, Answer>();

/** Two documents at a time; the commands of one follow each other in a folder of their own. */
beforeAll(async () => {
  const once = new Map<string, Promise<Answer>>();
  const waiting = [...DOCUMENTS];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, list] = next;
      const folder = cloneLike(path.replaceAll('/', '-'));
      for (const command of list.filter((each) => !isElsewhere(each))) {
        const line = shorter(command.line);
        const before = STATEFUL.test(line) ? undefined : once.get(line);
        const answer = before ?? shell(line, folder);
        once.set(line, answer);
        answers.set(command, await answer);
      }
    }
  };
  await Promise.all([work(), work()]);
}, 10 * LIMIT);

describe.each(DOCUMENTS)('%s', (_, list) => {
  test.each(
    list.filter((command) => !isElsewhere(command)).map((command) => [command.line, command] as const),
  )('%s', (_line, command) => {
    const { code, out, err } = answers.get(command)!;
    expect({ code, err: code === command.code ? '' : err }).toEqual({ code: command.code, err: '' });
    if (code === 0) expect(out).not.toBe('');
    else expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('every exception is one of a command that stands in the documents', () => {
  const lines = DOCUMENTS.flatMap(([, list]) => list.map(({ line }) => line));
  for (const [pattern, covered] of ELSEWHERE) {
    expect(covered).not.toBe('');
    expect(
      lines.some((line) => pattern.test(line)),
      String(pattern),
    ).toBe(true);
  }
  expect(lines.length).toBeGreaterThan(30);
});
