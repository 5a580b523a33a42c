import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { inputsOf } from '../numerics/networks/network.js';
import { pointOrder, type Case } from './cases.js';
import { ORDER, type Contender } from './contender.js';
import type { PeerProcess } from './peer-process.js';
import type { PeerVersions } from './results.js';

export interface Method {
  readonly name: string;
  readonly method: 'numpy' | 'torch' | 'autograd';
  /** Units taken at a time, so that they stay in the cache; 0 for all. */
  readonly block: number;
  readonly threads: number;
}

/** Every way of the peers that is worth a try, given what is installed. */
export function methods({ numpy, torch }: PeerVersions, processors = availableParallelism()): Method[] {
  const counts = processors > 1 ? [1, processors] : [1];
  const named = (threads: number): string => `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  const numpyMethods = [0, 8192].map((block): Method => {
    const name = `numpy, hand gradients${block > 0 ? ', in blocks' : ''}`;
    return { name, method: 'numpy', block, threads: 1 };
  });
  const torchMethods = counts.flatMap((threads): Method[] => [
    { name: `PyTorch, hand gradients, ${named(threads)}`, method: 'torch', block: 0, threads },
    { name: `PyTorch, autograd, ${named(threads)}`, method: 'autograd', block: 0, threads },
  ]);
  const blocks: Method = {
    name: 'PyTorch, hand gradients, in blocks',
    method: 'torch',
    block: 4096,
    threads: 1,
  };
  return [
    ...(numpy === undefined ? [] : numpyMethods),
    ...(torch === undefined ? [] : [...torchMethods, blocks]),
  ];
}

const nothing = z.object({});
const seconds = z.object({ seconds: z.number() });
const outputs = z.object({ outputs: z.array(z.number()) });

export const peerContender = (peers: PeerProcess, { name, ...method }: Method): Contender => ({
  name,
  peer: true,
  start: async ({ id }) => {
    await peers.ask({ do: 'start', case: id, ...method }, nothing);
  },
  run: async ({ id }, steps) => (await peers.ask({ do: 'run', case: id, steps, ...method }, seconds)).seconds,
  outputs: async ({ id }) => (await peers.ask({ do: 'outputs', case: id, ...method }, outputs)).outputs,
});

/** Hands a case to the peers. */
export async function sendCase(peers: PeerProcess, each: Case): Promise<void> {
  const { id, width, network, data, rates } = each;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'network');
    writeFileSync(file, Buffer.concat([network.w, network.b, network.a].map(bytesOf)));
    await peers.ask(
      {
        do: 'problem',
        case: id,
        file,
        width,
        inputs: inputsOf(network),
        bias: network.d,
        x: data.x,
        y: data.y,
        rate: rates.output,
        activation: network.activation.name,
        order: [...(pointOrder(each, ORDER) ?? [])],
      },
      nothing,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
