import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, theoremCheck } from './command.js';

const COMMANDS = [
  'run',
  'list',
  'show',
  'explain',
  'cite',
  'derive',
  'design',
  'penalty',
  'predict',
  'train',
];

test('--help and --version go to standard output and end with code 0', () => {
  const help = theoremCheck('--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const command of COMMANDS) expect(help.out).toContain(`  ${command} `);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(theoremCheck('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('help and help COMMAND do the same', () => {
  expect(theoremCheck('help')).toEqual(theoremCheck('--help'));
  expect(theoremCheck('help', 'run')).toEqual(theoremCheck('run', '--help'));
});

test.each(COMMANDS)('%s --help explains the command', (command) => {
  const { code, out, err } = theoremCheck(command, '--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`Usage: theorem-check ${command}`);
});
