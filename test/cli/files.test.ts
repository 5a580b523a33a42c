import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readText } from '../../cli/files.js';
import { MAIN, scratchFolder } from './command.js';

const scratch = scratchFolder();

test('a file is read whole, without its byte order mark', () => {
  const text = `x,y\n${'1,2\n'.repeat(500_000)}ü`;
  expect(readText(scratch.file('large.csv', `\uFEFF${text}`))).toBe(text);
  expect(readText(scratch.file('empty.csv', ''))).toBe('');
});

test('a pipe is read to its end, however slow its writer', () => {
  const reader = `"${process.execPath}" "${MAIN}" predict --data /dev/stdin --init gaussian --grid 2`;
  const slow = "(printf 'x,y\\n0,1\\n'; sleep 0.3; printf '1,2\\n2,1\\n')";
  const out = execFileSync('sh', ['-c', `${slow} | ${reader}`], { encoding: 'utf8' });
  expect(out).toMatch(/^x,prediction\n0,.*\n2,.*\n$/);
});
