import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streams } from '../numerics/random/streams.js';
import { CLAIMS, theoremCheck } from './command.js';
import { determinism } from './determinism.js';
import { killed, type Chain } from './kills.js';
import { robustnessPage } from './page.js';

const PAGE = 'docs/robustness.md';
const [KILLS, PER_CHAIN, SEED] = [Number(process.argv[2] ?? 100), 4, Number(process.argv[3] ?? 1)];

const folder = mkdtempSync(join(tmpdir(), 'theorem-check-torture-'));
const log = (text: string): boolean => process.stderr.write(`${text}\n`);
// By their seed, the moments are the same ones each time; what they meet depends on the machine.
const moments = streams(SEED, ['kills']).stream('moments');
const random = (): number => moments.uniform();
try {
  const whole = join(folder, 'whole');
  const { code, computing } = await theoremCheck(['run', ...CLAIMS, '--out', whole]);
  log(`unbroken run: exit code ${code}, ${computing} ms of processor time`);
  const chains: Chain[] = [];
  let left = KILLS;
  const lane = async (name: string): Promise<void> => {
    while (left > 0) {
      const times = Math.min(left, PER_CHAIN);
      left -= times;
      const chain = await killed(join(folder, name), whole, computing, times, random);
      chains.push(chain);
      log(`${chain.kills.join(', ')}: ${chain.wrong.join('; ') || 'byte-identical'}`);
    }
  };
  const [comparisons] = await Promise.all([determinism(folder, whole), lane('out-1'), lane('out-2')]);
  for (const { what, differ } of comparisons) log(`${what}: ${differ.join(', ') || 'byte-identical'}`);
  writeFileSync(PAGE, robustnessPage(new Date().toISOString().slice(0, 10), chains, comparisons));
  const bad = [...chains.flatMap(({ wrong }) => wrong), ...comparisons.flatMap(({ differ }) => differ)];
  process.exitCode = code === 0 && bad.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
