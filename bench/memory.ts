import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Case } from './cases.js';
import { peerContender, sendCase, type Method } from './peer-contenders.js';
import { PeerProcess } from './peer-process.js';
import type { MemoryUse } from './results.js';
import { WASM } from './own-contenders.js';

const CHILD = fileURLToPath(new URL('./memory-child.js', import.meta.url));
const bytes = z.object({ bytes: z.number() });

/** Peak memory of a training, over the bytes of w, b and a; each in a process of its own. */
export async function memoryUse(each: Case, peerMethods: readonly Method[]): Promise<MemoryUse[]> {
  const { width } = each;
  const parameters = 8 * (each.network.w.length + 2 * width);
  const own = ['exact', WASM].map((contender): MemoryUse => {
    const grown = execFileSync(process.execPath, [CHILD, contender, `${width}`], { encoding: 'utf8' });
    return { contender, width, timesParameters: Number(grown) / parameters };
  });
  const peers: MemoryUse[] = [];
  for (const method of peerMethods) {
    const process = PeerProcess.start()!;
    const before = await process.ask({ do: 'memory' }, bytes);
    await sendCase(process, each);
    const contender = peerContender(process, method);
    await contender.start(each);
    await contender.run(each, 3);
    const after = await process.ask({ do: 'memory' }, bytes);
    process.stop();
    peers.push({ contender: method.name, width, timesParameters: (after.bytes - before.bytes) / parameters });
  }
  return [...own, ...peers];
}
