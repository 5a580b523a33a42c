import { Session, type Profiler } from 'node:inspector';
import type { Case } from './cases.js';
import { wholeRun } from './exact-cost.js';
import type { ProfileResult } from './results.js';

const INTERVAL = 200; // microseconds
const SHOWN = 8;

/** Where a whole run of the exact trainer spends its time, by the engine's sampling profiler. */
export async function profileRun(each: Case, until: number): Promise<ProfileResult> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters?: object): Promise<object> =>
    new Promise((resolve, reject) => {
      session.post(method, parameters, (error: Error | null, answer?: object) => {
        if (error) reject(error);
        else resolve(answer ?? {});
      });
    });
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await post('Profiler.start');
  const { steps, work } = wholeRun(each, until);
  const { profile } = (await post('Profiler.stop')) as { profile: Profiler.Profile };
  session.disconnect();
  return { id: each.id, width: each.width, steps, work, shares: sharesOf(profile) };
}

/** Self time of each function as a share of all, inlined ones counted for themselves. */
export function sharesOf({ nodes, samples = [] }: Profiler.Profile): [name: string, share: number][] {
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(no name)']));
  const counts = new Map<string, number>();
  for (const id of samples) {
    const name = nameOf.get(id) ?? '(unknown)';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shares = [...counts].map(([name, count]): [string, number] => [name, count / samples.length]);
  return shares.toSorted((a, b) => b[1] - a[1]).slice(0, SHOWN);
}
