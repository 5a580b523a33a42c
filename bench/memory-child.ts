import { readFileSync } from 'node:fs';
import { trainExact } from '../numerics/networks/exact/exact-trainer.js';
import { initializeNetwork } from '../numerics/networks/network.js';
import { stableRates } from '../numerics/networks/tangent-kernel.js';
import { trainPlain } from '../numerics/networks/plain-trainer.js';
import { lineData, LAW } from './cases.js';
import { streams } from '../numerics/random/streams.js';

/** A process of its own: prints by how many bytes a training raises the peak of resident memory. */
const [trainer, width] = process.argv.slice(2);

/** Of resident memory, in bytes. What resourceUsage says on Linux begins with the parent's. */
function peak(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(status)![1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}

function trainOnce(units: number, steps: number, relativeResidual: number): number {
  const network = initializeNetwork(LAW, units, streams(1));
  const options = { rates: stableRates(network, lineData.x), relativeResidual, maxSteps: steps };
  const trained = (trainer === 'exact' ? trainExact : trainPlain)(network, lineData, options);
  return network.a[0] + trained.network.a[0]; // both are alive to the end
}

trainOnce(100, 10_000, 0); // compiles the code
const before = peak();
if (trainer === 'exact') trainOnce(Number(width), 50_000_000, 1e-6);
else trainOnce(Number(width), 20, 0);
process.stdout.write(`${peak() - before}\n`);
