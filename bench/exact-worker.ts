import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { makeCases } from './cases.js';
import { exactOutputs, exactStretch, wholeRun } from './exact-cost.js';

/** What the exact trainer is asked for. */
const tasks = {
  outputs: exactOutputs,
  stretch: exactStretch,
  whole: wholeRun,
};
type Tasks = typeof tasks;

interface Request {
  readonly task: keyof Tasks;
  readonly id: string;
  readonly parameter: number;
}

/**
 * The exact trainer in a thread of its own, as the peers have a process: the engine compiles it for the one number
 * of inputs that it is given.
 */
export class ExactWorker {
  private readonly worker = new Worker(fileURLToPath(import.meta.url));

  async ask<K extends keyof Tasks>(task: K, id: string, parameter = 0): Promise<ReturnType<Tasks[K]>> {
    this.worker.postMessage({ task, id, parameter } satisfies Request);
    const [answer] = (await once(this.worker, 'message')) as [ReturnType<Tasks[K]>];
    return answer;
  }

  stop(): Promise<number> {
    return this.worker.terminate();
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const cases = makeCases();
  port.on('message', ({ task, id, parameter }: Request) => {
    const each = cases.find((candidate) => candidate.id === id)!;
    port.postMessage(tasks[task](each, parameter));
  });
}
