import { readFileSync } from 'node:fs';
import type { Activation } from '../../../theory/activations/activation.js';
import { compiled } from '../../../theory/compiled.js';
import { kernelName } from './kernel-name.js';

const modules = new Map<string, WebAssembly.Module | undefined>();

/** The compiled module that trains networks of an activation; none if it has none, or the machine cannot run it. */
export function kernelOf(activation: Activation): WebAssembly.Module | undefined {
  const name = kernelName(activation);
  if (name === undefined) return undefined;
  if (!modules.has(name)) modules.set(name, read(name));
  return modules.get(name);
}

function read(name: string): WebAssembly.Module | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const bytes = readFileSync(compiled(import.meta.url, `./kernels/${name}.wasm`));
    return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
  } catch {
    return undefined; // not built
  }
}
