/** A command line that must end with exit code 2 and one line on standard error. */
export interface BadInput {
  readonly args: readonly string[];
  /** What the line must say: where, and how to mend it. */
  readonly says: RegExp;
  /** Also driven through a process of its own in the suite; the others share one. */
  readonly ownProcess?: true;
}

export const bad = (args: readonly string[], says: RegExp): BadInput => ({ args, says });

/** The same, in a process of its own too. */
export const badAlone = (args: readonly string[], says: RegExp): BadInput => ({
  args,
  says,
  ownProcess: true,
});

const files = new Map<string, string | Uint8Array>();

/** Small files that a case needs beside those of test/fixtures/bad-inputs, by name. */
export const filesOfCases: ReadonlyMap<string, string | Uint8Array> = files;

/** Puts a file into the working folder of the cases; returns its name. */
export function file(name: string, content: string | Uint8Array): string {
  if (files.has(name)) throw new Error(`the file ${name} is there already; choose another name`);
  files.set(name, content);
  return name;
}

/** `--data NAME.csv --init gaussian` for a file with this text. */
export const csv = (name: string, text: string | Uint8Array, init = 'gaussian'): string[] => [
  '--data',
  file(`${name}.csv`, text),
  '--init',
  init,
];

/** `--initial-parameters NAME.json` for a file with this text or value. */
export const json = (name: string, value: unknown): string[] => [
  '--initial-parameters',
  file(`${name}.json`, typeof value === 'string' ? value : JSON.stringify(value)),
];

export const DATA = ['--data', 'good.csv', '--init', 'gaussian'];
export const TRAIN = ['train', ...DATA, '--width', '10', '--seed', '1'];
export const PLANE = ['--data', 'plane.csv', '--init', 'gaussian'];
export const TRAIN_PLANE = ['train', ...PLANE, '--width', '10', '--seed', '1'];

/** `predict` from a file of the fixtures. */
export const predict = (name: string, ...more: readonly string[]): string[] => [
  'predict',
  '--data',
  name,
  '--init',
  'gaussian',
  ...more,
];
/** `train` on a file of the fixtures. */
export const train = (name: string, ...more: readonly string[]): string[] => [
  'train',
  ...predict(name).slice(1),
  '--width',
  '10',
  '--seed',
  '1',
  ...more,
];
/** `penalty` of a law. */
export const penalty = (init: string, ...more: readonly string[]): string[] => [
  'penalty',
  '--init',
  init,
  '--at=0.5',
  ...more,
];
