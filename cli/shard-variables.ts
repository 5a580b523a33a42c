/** Part `index` (0-based) of `count`, and where that was read. */
export interface FoundShard {
  readonly index: number;
  readonly count: number;
  readonly from: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** A Kubernetes indexed job does not tell its pods how many they are: the job file sets this variable. */
const COUNT = 'THEOREM_CHECK_SHARDS';

/**
 * The part of a run that falls to this task of a Slurm array or pod of a Kubernetes indexed job.
 * @throws RangeError where the variables are missing, incomplete or contradict each other
 */
export function shardFromVariables(variables: Variables): FoundShard {
  const slurm = variables.SLURM_ARRAY_TASK_ID !== undefined;
  const kubernetes = variables.JOB_COMPLETION_INDEX !== undefined;
  if (slurm && kubernetes)
    throw new RangeError(
      'Found both SLURM_ARRAY_TASK_ID and JOB_COMPLETION_INDEX; unset one, or give --shard i/n.',
    );
  if (slurm) return fromSlurm(variables);
  if (kubernetes) return fromKubernetes(variables);
  throw new RangeError(
    'Found neither SLURM_ARRAY_TASK_ID (a Slurm array) nor JOB_COMPLETION_INDEX (a Kubernetes indexed job); ' +
      'give --shard i/n.',
  );
}

/** Tasks from MIN to MAX in steps of STEP, without gaps. */
function fromSlurm(variables: Variables): FoundShard {
  const id = number(variables, 'SLURM_ARRAY_TASK_ID');
  const [low, high] = [number(variables, 'SLURM_ARRAY_TASK_MIN'), number(variables, 'SLURM_ARRAY_TASK_MAX')];
  const count = number(variables, 'SLURM_ARRAY_TASK_COUNT');
  const step = variables.SLURM_ARRAY_TASK_STEP === undefined ? 1 : number(variables, 'SLURM_ARRAY_TASK_STEP');
  const index = (id - low) / step;
  const wanted = variables[COUNT] === undefined ? count : number(variables, COUNT);
  if (!Number.isInteger(index) || index < 0 || index >= count || (high - low) / step !== count - 1)
    throw new RangeError(
      `Task ${id} of a Slurm array of ${count} tasks from ${low} to ${high} in steps of ${step} is no shard; ` +
        'number the array without gaps (--array=1-n), or give --shard i/n.',
    );
  if (wanted !== count)
    throw new RangeError(
      `The Slurm array has ${count} tasks, but ${COUNT} is ${wanted}; make them agree, or give --shard i/n.`,
    );
  return { index, count, from: `task ${id} of the Slurm array ${low}-${high}` };
}

function fromKubernetes(variables: Variables): FoundShard {
  const index = number(variables, 'JOB_COMPLETION_INDEX');
  const count = number(variables, COUNT);
  if (index < count) return { index, count, from: `pod ${index} of the Kubernetes indexed job` };
  throw new RangeError(
    `JOB_COMPLETION_INDEX is ${index}, but ${COUNT} is ${count}; set it to the job's completions.`,
  );
}

function number(variables: Variables, name: string): number {
  const text = variables[name];
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text);
  const got = text === undefined ? 'is not set' : `is ${JSON.stringify(text)}`;
  throw new RangeError(`${name} ${got}; expected a whole number: set it, or give --shard i/n.`);
}
