import { Worker } from 'node:worker_threads';
import { compiled } from '../compiled.js';
import type { Question, Reply, System } from './answer.js';

/** What a thread says first. */
const READY = 'ready';
const TIME_LIMIT = 10_000;
const START_LIMIT = 30_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 512 };

/**
 * A computer-algebra system in a thread of its own. Questions are answered one after the other; one that takes
 * more than 10 s or too much memory costs the thread its life, and the next question gets a new one. An idle
 * thread does not keep the process alive.
 */
export class KillableSystem {
  readonly #system: System;
  #worker: Worker | undefined;
  #isReady = false;
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
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const started = this.#isReady ? READY : await nextMessage(worker, START_LIMIT);
    this.#isReady = started === READY;
    if (!this.#isReady) return this.#failure(started);
    worker.postMessage(question);
    const reply = await nextMessage(worker, TIME_LIMIT);
    worker.unref();
    return typeof reply === 'string' ? this.#failure(reply) : (reply as Reply);
  }

  #start(): Worker {
    return new Worker(compiled(import.meta.url, './worker.js'), {
      workerData: { system: this.#system },
      // Not the flags of the main thread: some (--input-type) forbid a worker's file.
      execArgv: [],
      resourceLimits: MEMORY_LIMIT,
      stdout: true,
      stderr: true,
    });
  }

  async #failure(cause: unknown): Promise<Reply> {
    await this.#kill();
    return { error: `${this.#system}: ${String(cause)}` };
  }

  async #kill(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
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
