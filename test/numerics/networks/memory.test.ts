import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trainingBytes, widestThatFits, type TrainingSize } from '../../../numerics/networks/memory.js';
import { ROOT, scratchFolder } from '../../cli/command.js';

const scratch = scratchFolder();
const WIDTH = 1_000_000;
const DATA: Readonly<Record<number, string>> = {
  1: scratch.file('line.csv', 'x,y\n-1,0\n0,1\n1,0\n'),
  2: scratch.file('plane.csv', 'p,q,y\n0,0,1\n1,0,2\n0,1,0\n'),
};

/** Bytes of memory at the most, of a process that trains such a network for a few steps. */
function measured({ trainer, width, inputs }: TrainingSize): number {
  const script = `
    const { execute } = await import(${JSON.stringify(join(ROOT, 'dist/cli/execute.js'))});
    process.stderr.write = () => true;
    const { exitCode } = await execute(process.argv.slice(1), false);
    process.stdout.write(JSON.stringify([exitCode, process.resourceUsage().maxRSS]));`;
  const args = ['train', '--data', DATA[inputs], '--init', 'gaussian', '--width', `${width}`, '--seed', '1'];
  const answer = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, '--', ...args, '--steps', '2', '--trainer', trainer, '--grid', '2'],
    { encoding: 'utf8' },
  );
  const [exitCode, kilobytes] = JSON.parse(answer) as [number, number];
  expect(exitCode).toBe(0);
  return 1024 * kilobytes;
}

describe('the estimate of the memory of training', () => {
  test.each([
    { trainer: 'exact', width: WIDTH, inputs: 1, points: 3 },
    { trainer: 'plain', width: WIDTH, inputs: 2, points: 3 },
  ] as const)('is what a process takes, to a factor of 2.5: $trainer, $inputs inputs', (size) => {
    const estimate = trainingBytes(size);
    const use = measured(size);
    // Never much too little: a run that is let through must end. Not much too large: none is refused for nothing.
    expect(use).toBeLessThan(1.25 * estimate);
    expect(use).toBeGreaterThan(estimate / 2.5);
  });

  const sizes = fc.record({
    trainer: fc.constantFrom('exact', 'plain'),
    inputs: fc.integer({ min: 1, max: 100 }),
    points: fc.integer({ min: 2, max: 1_000_000 }),
  });

  test('grows with the width, the inputs and the points', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1e12 }), (size, width) => {
        const bytes = trainingBytes({ ...size, width });
        expect(trainingBytes({ ...size, width: 2 * width })).toBeGreaterThan(bytes);
        expect(trainingBytes({ ...size, inputs: size.inputs + 1, width })).toBeGreaterThan(bytes);
        expect(trainingBytes({ ...size, points: size.points + 1, width })).toBeGreaterThanOrEqual(bytes);
      }),
    );
  });

  test('tells the widest network that fits, to a per cent or two', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1e8, max: 1e12, noNaN: true }), (size, bytes) => {
        const widest = widestThatFits(size, bytes);
        expect(widest % 2).toBe(0);
        if (widest > 0) expect(trainingBytes({ ...size, width: widest })).toBeLessThanOrEqual(bytes);
        const longest = Math.floor(0xffff_ffff / (size.inputs + 2));
        if (widest < 0.97 * longest)
          expect(trainingBytes({ ...size, width: 1.03 * widest + 300 })).toBeGreaterThan(bytes);
      }),
    );
  });
});
