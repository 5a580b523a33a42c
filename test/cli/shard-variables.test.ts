import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardFromVariables } from '../../cli/shard-variables.js';

const slurm = (id: number, low: number, count: number, step: number): Record<string, string> => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_MIN: String(low),
  SLURM_ARRAY_TASK_MAX: String(low + (count - 1) * step),
  SLURM_ARRAY_TASK_COUNT: String(count),
  SLURM_ARRAY_TASK_STEP: String(step),
});

describe('--shard auto', () => {
  test('numbers the tasks of a Slurm array from the first to the last, whatever their start and step', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (low, count, step) => {
          const found = Array.from({ length: count }, (_, k) =>
            shardFromVariables(slurm(low + k * step, low, count, step)),
          );
          expect(found.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, k) => k));
          expect(new Set(found.map((each) => each.count))).toEqual(new Set([count]));
        },
      ),
    );
  });

  test('takes the pod of a Kubernetes indexed job', () => {
    const found = shardFromVariables({ JOB_COMPLETION_INDEX: '2', THEOREM_CHECK_SHARDS: '3' });
    expect(found).toEqual({ index: 2, count: 3, from: 'pod 2 of the Kubernetes indexed job' });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no scheduler', {}, /neither SLURM_ARRAY_TASK_ID.*nor JOB_COMPLETION_INDEX.*give --shard i\/n/],
    ['two schedulers', { ...slurm(1, 1, 2, 1), JOB_COMPLETION_INDEX: '0' }, /both .* and .*unset one/],
    ['no count of pods', { JOB_COMPLETION_INDEX: '0' }, /THEOREM_CHECK_SHARDS is not set/],
    ['a pod too many', { JOB_COMPLETION_INDEX: '3', THEOREM_CHECK_SHARDS: '3' }, /JOB_COMPLETION_INDEX is 3/],
    ['no count of tasks', { SLURM_ARRAY_TASK_ID: '1' }, /SLURM_ARRAY_TASK_MIN is not set/],
    ['no number', { ...slurm(1, 1, 2, 1), SLURM_ARRAY_TASK_ID: 'x' }, /SLURM_ARRAY_TASK_ID is "x"/],
    ['gaps: --array=1,3,7', { ...slurm(3, 1, 3, 1), SLURM_ARRAY_TASK_MAX: '7' }, /without gaps/],
    ['a task between two steps', { ...slurm(1, 1, 3, 2), SLURM_ARRAY_TASK_ID: '2' }, /without gaps/],
    ['a task before the first', slurm(0, 1, 3, 1), /without gaps/],
    ['another count', { ...slurm(1, 1, 3, 1), THEOREM_CHECK_SHARDS: '8' }, /has 3 tasks, but .* is 8/],
  ])('refuses %s', (_, variables, message) => {
    expect(() => shardFromVariables(variables)).toThrow(message);
  });
});
