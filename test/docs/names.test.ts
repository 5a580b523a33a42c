import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../cli/program.js';
import { claims } from '../../proofs-check/registry.js';
import { ROOT } from '../cli/command.js';
import { documents, inlineCode } from './documents.js';

const program = buildProgram(() => undefined);
const commandNames = program.commands.map((command) => command.name());
const flags = new Set([
  '--help',
  ...program.options.map(({ long }) => long),
  ...program.commands.flatMap((command) => command.options.map(({ long }) => long)),
]);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Files that a run writes. */
const WRITTEN = /^(theorem-report|figures|evidence)\//;
/** A path; a bare name can be that of many files. */
const FILE = /^[\w.-]+(\/[\w.-]+)+\.[a-z]+$|^([\w.-]+\/)+$/;

/** What in a piece of inline code names something that does not exist. */
function unknownNames(code: string, folder: string): string[] {
  const [first, second] = code.replace(/^npx /, '').split(/\s+/);
  return [
    ...[...code.matchAll(/(?<=^|\s)--[a-z][a-z-]*/g)]
      .map(([flag]) => flag)
      .filter((flag) => !flags.has(flag)),
    ...(first === 'theorem-check' && second && !commandNames.includes(second) ? [code] : []),
    ...(/^(explain|show|run)$/.test(second ?? '') && first === 'theorem-check'
      ? code
          .replace(/^.*?(explain|show|run)/, '')
          .split(/\s+/)
          .filter((word) => /^[a-z]+(-[a-z]+)+$/.test(word) && !claims.some(({ id }) => id === word))
      : []),
    ...[...code.matchAll(/^npm run (?:--silent )?([\w:-]+)/g)]
      .map(([, name]) => name)
      .filter((name) => !(name in scripts)),
    ...(FILE.test(code) &&
    !WRITTEN.test(code) &&
    ![folder, '.'].some((from) => existsSync(join(ROOT, from, code)))
      ? [code]
      : []),
  ];
}

/** Documents for readers; the tables of the benchmark are its own. */
const DOCUMENTS = documents().filter(({ path }) => !path.startsWith('bench/'));

describe.each(DOCUMENTS.map((each) => [each.path, each] as const))('%s', (_, each) => {
  test('names commands, flags, claims, scripts and files that exist', () => {
    expect(inlineCode(each).flatMap((code) => unknownNames(code, each.folder))).toEqual([]);
  });
});

test.each([
  'theorem-check nonsense',
  '--nonsense',
  'theorem-check run no-such-claim --seed 2',
  'npm run nonsense',
  'theory/nonsense.ts',
  'nonsense/',
])('a name of nothing is found: %s', (code) => expect(unknownNames(code, '.')).toHaveLength(1));
