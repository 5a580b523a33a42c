/** What a command ends with: text for standard output, and the exit code. */
export interface Outcome {
  readonly output: string;
  readonly exitCode: number;
}

export const EXIT = {
  passed: 0,
  refuted: 1,
  usage: 2,
  unfinished: 3,
  internal: 4,
  interrupted: 130,
} as const;

/** Where a command puts its outcome. */
export type Finish = (outcome: Outcome) => void;
