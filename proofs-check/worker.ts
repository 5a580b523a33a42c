import { workerData } from 'node:worker_threads';
import { streams } from '../numerics/random/streams.js';
import type { Measured, Unit } from './claim.js';
import type { PluginCode } from './plugins/installed.js';
import { storable } from './storable.js';

/** What the runner gives each worker. */
export interface WorkerData {
  readonly plugins: readonly PluginCode[];
}

const { plugins } = workerData as WorkerData;
if (plugins.length > 0) await (await import('./plugins/install.js')).installPlugins(plugins);
// Only now: claims plan their work over all laws that there are when they are loaded.
const { findClaim } = await import('./registry.js');

export interface Task {
  readonly claim: string;
  readonly unit: Unit;
  readonly seed: number;
}

export interface Done {
  readonly measured: Measured;
  readonly seconds: number;
}

/** One unit of work. Its streams depend on seed, claim and unit alone: neither order nor job count changes a bit. */
export default function measure({ claim, unit, seed }: Task): Done {
  const start = performance.now();
  const measured = storable(findClaim(claim).measure(unit, streams(seed, [claim, unit.id])));
  return { measured, seconds: (performance.now() - start) / 1000 };
}
