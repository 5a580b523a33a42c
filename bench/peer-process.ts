import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PeerVersions } from './results.js';

/** The system's Python first: distributions bring numpy and PyTorch for it. */
const PYTHONS = ['/usr/bin/python3', 'python3'];
const SCRIPT = fileURLToPath(new URL('../../bench/peers.py', import.meta.url));

/** Without this PyTorch spends most of its time giving memory back and asking for it again. */
const MALLOC = { MALLOC_MMAP_THRESHOLD_: '4294967296', MALLOC_TRIM_THRESHOLD_: '4294967296' };

const versions = z.object({ python: z.string(), numpy: z.string(), torch: z.string().nullable() });

/** A process of peers that answers one request at a time. */
export class PeerProcess {
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;

  private constructor(private readonly child: ChildProcess) {
    this.lines = createInterface({ input: child.stdout! });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** None if no Python here has numpy. */
  static start(): PeerProcess | undefined {
    const has = (python: string, modules: string): boolean =>
      spawnSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' }).status === 0;
    const python =
      PYTHONS.find((each) => has(each, 'numpy, torch')) ?? PYTHONS.find((each) => has(each, 'numpy'));
    if (python === undefined) return undefined;
    const env = { ...process.env, ...MALLOC };
    return new PeerProcess(spawn(python, [SCRIPT], { env, stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  /** @throws Error if the process has ended, ZodError if the answer is of another form */
  async ask<T>(request: Readonly<Record<string, unknown>>, form: z.ZodType<T>): Promise<T> {
    this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    const { value, done } = (await this.answers.next()) as IteratorResult<string, undefined>;
    if (done === true) throw new Error(`the peers have ended at ${JSON.stringify(request.do)}`);
    return form.parse(JSON.parse(value));
  }

  async versions(): Promise<PeerVersions> {
    const { python, numpy, torch } = await this.ask({ do: 'versions' }, versions);
    return { python, numpy, ...(torch !== null && { torch }) };
  }

  stop(): void {
    this.child.stdin!.end();
    this.lines.close();
  }
}
