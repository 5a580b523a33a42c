import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { badInputs } from './bad-inputs/index.js';
import { OneProcess, ownProcess, removeFolder, snapshot, workingFolder } from './bad-inputs/runner.js';
import { casesPage, type Driven } from './bad-inputs/page.js';
import { ROOT, type Answer } from './command.js';

/** BAD_INPUTS=page drives every case through a process of its own, and writes docs/bad-inputs.md. */
const everyCase = process.env.BAD_INPUTS === 'page';

const folder = workingFolder();
const before = snapshot(folder);
const shared = new OneProcess(folder);
const driven: Driven[] = [];

afterAll(async () => {
  await shared.stop();
  removeFolder(folder);
  // A page of cases one of which is not refused as it must be would only look like one.
  const cases = Object.values(badInputs).reduce((sum, { length }) => sum + length, 0);
  if (everyCase && driven.length === cases)
    writeFileSync(join(ROOT, 'docs/bad-inputs.md'), casesPage(driven));
});

function check({ code, out, err }: Answer, says: RegExp): void {
  expect(err).toMatch(/^theorem-check: [^\n]+\n$/);
  expect(err.length).toBeLessThan(4100);
  expect(err).not.toMatch(/\bat .*\.[jt]s:\d+|internal error/);
  expect(err).toMatch(says);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(snapshot(folder)).toBe(before);
}

describe.each(Object.entries(badInputs))(
  'bad input ends with code 2 and one line, and nothing is written: %s',
  (kind, cases) => {
    const named = cases.map((each) => ({ ...each, name: shown(each.args) }));

    test.skipIf(everyCase).each(named)('$name', async ({ args, says }) => {
      check(await shared.execute(args), says);
    });

    test.each(named.filter((each) => everyCase || each.ownProcess))(
      'in a process of its own: $name',
      ({ args, says }) => {
        const answer = ownProcess(folder, args);
        check(answer, says);
        driven.push({ kind, args, ...answer });
      },
    );
  },
);

function shown(args: readonly string[]): string {
  const text = JSON.stringify(args);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
