import { Worker } from 'node:worker_threads';
import { compiled } from '../compiled.js';
import type { Question, Reply, System } from './answer.js';

const TIME_LIMIT = 3000;
const START_LIMIT = 30_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 512 };

/**
 * A computer-algebra system in a thread of its own. Questions are answered one after the other; one that takes
 * more than 3 s or too much memory costs the thread its life, and the next question gets a new one. An idle
 * thread does not keep the process alive.
 */
export class KillableSystem {
  readonly #system: System;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(system: System) {
    this.#system = system;
  }

  ask(question: Question): Promise<Reply> {
    const reply = this.#queue.then(() => this.#answer(question));
    this.#queue = reply;
    return reply;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#kill();
  }

  async #answer(question: Question): Promise<Reply> {
    const worker = (this.#worker ??= await this.#start());
    if (worker === undefined) return { error: `${this.#system} did not start` };
    worker.ref();
    worker.postMessage(question);
    const reply = await nextMessage(worker, TIME_LIMIT);
    worker.unref();
    if (typeof reply === 'string') {
      await this.#kill();
      return { error: reply };
    }
    return reply as Reply;
  }

  async #start(): Promise<Worker | undefined> {
    const worker = new Worker(compiled(import.meta.url, './worker.js'), {
      workerData: { system: this.#system },
      resourceLimits: MEMORY_LIMIT,
      stdout: true,
      stderr: true,
    });
    if ((await nextMessage(worker, START_LIMIT)) === 'ready') return worker;
    await worker.terminate();
    return undefined;
  }

  async #kill(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** The next message of a worker, or a text that says why there is none. */
function nextMessage(worker: Worker, limit: number): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (value: unknown): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', failed).off('exit', exited);
      resolve(value);
    };
    const failed = (error: Error): void => settle(`the thread failed: ${error.message}`);
    const exited = (): void => settle('the thread ended');
    const timer = setTimeout(() => settle(`no answer within ${limit / 1000} s`), limit);
    worker.on('message', settle).on('error', failed).on('exit', exited);
  });
}
