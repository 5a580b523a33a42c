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

/** The words of a command of ours; none if the code is something else. */
function ownWords(code: string): readonly string[] {
  const words = code.split(/\s+/);
  if (words[0] === 'npx') words.shift();
  return words[0] === 'theorem-check' ? words.slice(1) : [];
}

function unknownFlags(code: string): string[] {
  const words = code.startsWith('--') ? [code] : ownWords(code);
  const named = words.flatMap((word) => /^--[a-z][a-z-]*/.exec(word)?.[0] ?? []);
  return named.filter((flag) => !flags.has(flag));
}

function unknownCommands(code: string): string[] {
  return ownWords(code)
    .slice(0, 1)
    .filter((name) => /^[a-z]/.test(name) && !commandNames.includes(name));
}

function unknownClaims(code: string): string[] {
  const [command = '', ...words] = ownWords(code);
  if (!/^(explain|show|run|cite)$/.test(command)) return [];
  const flag = words.findIndex((word) => word.startsWith('-'));
  const ids = words
    .slice(0, flag < 0 ? words.length : flag)
    .filter((word) => /^[a-z]+(-[a-z]+)+$/.test(word));
  return ids.filter((word) => !claims.some(({ id }) => id === word));
}

function unknownScripts(code: string): string[] {
  const name = /^npm run (?:--silent )?([\w:-]+)/.exec(code)?.[1];
  return name === undefined || name in scripts ? [] : [name];
}

function unknownFiles(code: string, folder: string): string[] {
  const known = [folder, '.'].some((from) => existsSync(join(ROOT, from, code)));
  return FILE.test(code) && !WRITTEN.test(code) && !known ? [code] : [];
}

/** What in a piece of inline code names something that does not exist. */
const unknownNames = (code: string, folder: string): string[] => [
  ...unknownFlags(code),
  ...unknownCommands(code),
  ...unknownClaims(code),
  ...unknownScripts(code),
  ...unknownFiles(code, folder),
];

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

test.each([
  'node --test mine.mjs',
  'theorem-check …',
  '{"w": […]}',
  'theorem-report/index.md',
  'cli/',
  'run <id>',
])('a name of something else is not: %s', (code) => expect(unknownNames(code, '.')).toEqual([]));
