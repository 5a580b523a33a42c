import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIN, ROOT, scratchFolder, theoremCheck } from './command.js';
import { report, timelessFiles } from './report-files.js';

const scratch = scratchFolder();
const CLAIM = 'variational-qp';
const at = (name: string): string => join(scratch.path, name);
const run = (out: string, ...args: readonly string[]): ReturnType<typeof theoremCheck> =>
  theoremCheck('run', CLAIM, '--jobs', '1', '--out', out, ...args);
const seconds = (out: string): number => report(out).claims[0].seconds;

let took: number;
let whole: Record<string, string>;
beforeAll(() => {
  const start = performance.now();
  expect(run(at('whole')).code).toBe(0);
  took = performance.now() - start;
  whole = timelessFiles(at('whole'));
});

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** A run as a process, and how it ends. */
function started(out: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, 'run', CLAIM, '--jobs', '1', '--out', out, ...args], {
    cwd: ROOT,
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, err })));
  return { child, ended };
}

/** Finished units that lie in the folder. */
const kept = (out: string): number =>
  existsSync(join(out, 'units'))
    ? readdirSync(join(out, 'units')).filter((name) => name.endsWith('.jsonl')).length
    : 0;

/** A run that has more than `least` files of finished units and is held there by SIGSTOP. */
async function halfway(out: string, least: number, ...args: readonly string[]) {
  const running = started(out, ...args);
  while (kept(out) <= least && running.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2));
  running.child.kill('SIGSTOP');
  return running;
}

describe('a run', () => {
  test('interrupted by SIGINT or SIGTERM ends with 130 and the command that goes on, and keeps what is finished', async () => {
    const out = at('interrupted');
    let command: string[] = [];
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const before = kept(out);
      const { child, ended } = await halfway(out, before, ...(before > 0 ? ['--resume'] : []));
      child.kill(signal);
      child.kill('SIGCONT');
      const { code, err } = await ended;
      expect(code).toBe(130);
      expect(err).toMatch(
        /^theorem-check: interrupted; .*: npx theorem-check run variational-qp .* --resume\n$/,
      );
      expect(kept(out)).toBeGreaterThan(before);
      expect(existsSync(join(out, 'report.json'))).toBe(false);
      expect(existsSync(join(out, '.lock'))).toBe(false);
      command = (/theorem-check (run .*)\n/.exec(err) ?? ['', ''])[1].split(' ');
    }
    expect(theoremCheck(...command)).toMatchObject({ code: 0, err: '' });
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('has its folder to itself: a second one ends at once with 2, naming folder and process', async () => {
    const out = at('shared');
    const { child, ended } = await halfway(out, 0);
    const before = timelessFiles(out);
    const { code, err } = run(out, '--resume');
    expect(code).toBe(2);
    expect(err).toMatch(
      new RegExp(`^theorem-check: .*${out} is in use by process ${child.pid} on .*--out.*\n$`),
    );
    expect(timelessFiles(out)).toEqual(before);
    child.kill('SIGCONT');
    expect((await ended).code).toBe(0);
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('killed a dozen times at random moments goes on to the bytes of an unbroken one', async () => {
    const out = at('killed');
    // Low-discrepancy moments: spread over the whole run, not the same in every place of it.
    for (let k = 0; k < 12; k++) {
      const { child, ended } = started(out, '--resume');
      const timer = setTimeout(() => child.kill('SIGKILL'), took * ((0.5 + k * 0.618034) % 1));
      await ended;
      clearTimeout(timer);
    }
    expect(run(out, '--resume')).toMatchObject({ code: 0, err: '' });
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('started without --resume measures afresh', () => {
    const out = at('whole');
    expect(run(out).code).toBe(0);
    expect(seconds(out)).toBeGreaterThan(0);
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('resumed in a finished folder measures nothing, and the same report comes out', () => {
    const out = at('whole');
    expect(run(out, '--resume').code).toBe(0);
    expect(seconds(out)).toBe(0);
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('resumed with evidence that was edited or torn, or that is of other code, measures anew', () => {
    const out = at('whole');
    const change = (path: string, edit: (text: string) => string): void => {
      const file = join(out, path);
      writeFileSync(file, edit(readFileSync(file, 'utf8')));
      expect(timelessFiles(out)).not.toEqual(whole);
      expect(run(out, '--resume')).toMatchObject({ code: 0, err: '' });
      expect(seconds(out)).toBeGreaterThan(0);
      expect(timelessFiles(out)).toEqual(whole);
    };
    change(`evidence/${CLAIM}.json`, (text) => text.replaceAll(/"deviation":[^,}]+/g, '"deviation":1'));
    change(`evidence/${CLAIM}.json`, () => '{');
    change('manifest.json', (text) => text.replace(/"code": "\w+"/, '"code": "0123456789abcdef"'));
  });
});

/** A disk of our own, of that many bytes; false where this user may not mount one. */
const disk = at('disk');
mkdirSync(disk);
const mount = (options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
const mounted = mount('size=40k');
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
});

describe.skipIf(!mounted)('a disk', () => {
  const out = join(disk, 'report');
  const full = (): string => {
    const { code, out: text, err } = run(out, '--resume');
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(err).toMatch(/^theorem-check: .*no space left.*\n$/);
    for (const file of Object.keys(timelessFiles(out))) expect(file).not.toMatch(/\.tmp$|\.lock$/);
    return err;
  };

  test('that is full ends the run with 2; what was finished is kept, no half file left, and the run can go on', () => {
    full(); // while units are measured
    const files = kept(out);
    expect(files).toBeGreaterThan(0);
    mount('remount,size=128k');
    const [, command] = /theorem-check (run .*)\n/.exec(full()) ?? []; // while the report is written
    expect(kept(out)).toBeGreaterThanOrEqual(files);
    expect(existsSync(join(out, 'index.md'))).toBe(false);
    mount('remount,size=8m');
    expect(theoremCheck(...command.split(' '))).toMatchObject({ code: 0, err: '' });
    expect(timelessFiles(out)).toEqual(whole);
  });

  test('that is read-only is refused at once', () => {
    mount('remount,ro');
    const { code, err } = run(out);
    expect(code).toBe(2);
    expect(err).toMatch(/^theorem-check: the report folder .* cannot be written: EROFS.*--out\n$/);
    mount('remount,rw');
    expect(timelessFiles(out)).toEqual(whole);
  });
});
