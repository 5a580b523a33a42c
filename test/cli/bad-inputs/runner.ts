import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAIN, ROOT, type Answer } from '../command.js';
import { filesOfCases } from './case.js';
import { MADE, makePlaces } from './made-files.js';

const FIXTURES = join(ROOT, 'test/fixtures/bad-inputs');
const CHILD = fileURLToPath(new URL('./one-process.mjs', import.meta.url));
const EXECUTE = join(ROOT, 'dist/cli/execute.js');
/** What does not answer by then hangs. */
const LIMIT = 30_000;

/** A folder with all the files and places of the cases. */
export function workingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theorem-check-'));
  cpSync(FIXTURES, folder, { recursive: true });
  for (const [name, content] of filesOfCases) writeFileSync(join(folder, name), content);
  for (const [name, make] of Object.entries(MADE)) writeFileSync(join(folder, name), make());
  makePlaces(folder);
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Every path below a folder, with its size and the time of its last change. */
export function snapshot(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .map((name) => {
      const { size, mtimeMs, mode } = lstatSync(join(folder, name));
      return `${name} ${size} ${mtimeMs} ${mode}`;
    })
    .join('\n');
}

/** One process that executes many command lines, as main.ts does, in a folder; a new one after one that hung. */
export class OneProcess {
  #child: Promise<ChildProcess> | undefined;

  constructor(private readonly folder: string) {}

  async execute(args: readonly string[]): Promise<Answer> {
    const child = await (this.#child ??= this.#start());
    child.send(args);
    const answer = await nextMessage(child);
    if (answer !== undefined) return answer as Answer;
    this.#child = undefined;
    return { code: null, out: '', err: `no answer within ${LIMIT / 1000} s, or the process died\n` };
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(CHILD, [EXECUTE], {
      cwd: this.folder,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await nextMessage(child);
    return child;
  }

  async stop(): Promise<void> {
    (await this.#child)?.kill('SIGKILL');
  }
}

/** The next message of a process; undefined if it ends before, or is ended here because it hangs. */
function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
    const settle = (message?: unknown): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', ended);
      resolve(message);
    };
    const ended = (): void => settle();
    child.on('message', settle).on('exit', ended);
  });
}

/** Runs a command, and tells the processor time of its children on descriptor 3. */
const TIMED = '"$@" 3>&-; code=$?; times >&3; exit $code';

/** The same in a process of its own, with the seconds that it took, by the clock and of processors. */
export function ownProcess(
  folder: string,
  args: readonly string[],
): Answer & { readonly seconds: number; readonly processor: number } {
  const start = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    'sh',
    ['-c', TIMED, 'sh', process.execPath, MAIN, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: LIMIT,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    code: status,
    out: stdout,
    err: stderr,
    seconds,
    processor: childSeconds(output.at(3) ?? ''),
  };
}

/** User and system time in the second line of what `times` prints, such as `0m0.31s 0m0.04s`. */
function childSeconds(times: string): number {
  const [, children = ''] = times.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + 60 * Number(m) + Number(s),
    0,
  );
}
