import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, theoremCheckBeside } from './command.js';

/** Every command in the README of the examples, as arguments; quotes hold an argument together. */
const commands = [
  ...readFileSync(join(ROOT, 'examples/README.md'), 'utf8').matchAll(/^npx theorem-check (.*)$/gm),
].map(([, line]) => [...line.matchAll(/"[^"]*"|\S+/g)].map(([word]) => word.replaceAll('"', '')));

describe('every command in examples/README.md runs', () => {
  test('there are some', () => expect(commands.length).toBeGreaterThan(5));

  test.concurrent.each(commands.map((args) => [args] as const))('%j', async (args) => {
    const { code, out } = await theoremCheckBeside(...args);
    // the last one shows a refusal
    expect(code).toBe(args.includes('binary-uniform(w0=1,aB=1)') ? 2 : 0);
    if (code === 0) expect(out).toMatch(/prediction|zeta/);
  });
});
