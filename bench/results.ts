import type { ClassMomentsWork } from '../numerics/networks/exact/class-moments.js';

/** Cost per step of one contender in one case, in microseconds, a value for each round. */
export interface StepCost {
  readonly contender: string;
  /** Whether it belongs to another project. */
  readonly peer: boolean;
  readonly stepsPerRound: number;
  readonly microseconds: readonly number[];
  /** Largest difference of its outputs from those of the plain trainer after the warm-up. */
  readonly deviation: number;
}

/** The exact trainer in one case: a value for each round. */
export interface ExactCost {
  readonly setUpSeconds: readonly number[];
  /** Per step over as many steps as the fastest peer took in all, set-up not counted. */
  readonly sameSteps: readonly number[];
  readonly sameStepsCount: number;
  /** Per step over the longer stretch from the start, set-up not counted. */
  readonly stretch: readonly number[];
  readonly deviation: number;
}

/** Training from the start to a relative residual, everything counted. */
export interface WholeRun {
  readonly seconds: readonly number[];
  readonly steps: number;
  readonly until: number;
  readonly work: ClassMomentsWork;
}

export interface CaseResult {
  readonly id: string;
  readonly family: string;
  readonly width: number;
  readonly inputs: number;
  readonly points: number;
  readonly stretch: number;
  readonly warmUp: number;
  readonly costs: readonly StepCost[];
  readonly exact?: ExactCost;
  readonly whole?: WholeRun;
}

export interface MemoryUse {
  readonly contender: string;
  readonly width: number;
  /** Growth of the peak of resident memory since before the network was made, over the bytes of its parameters. */
  readonly timesParameters: number;
}

export interface ProfileResult {
  readonly id: string;
  readonly width: number;
  readonly steps: number;
  readonly work: ClassMomentsWork;
  /** Share of the time by function, largest first. */
  readonly shares: readonly (readonly [name: string, share: number])[];
}

export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memoryGiB: number;
  readonly node: string;
  /** One-minute load average before the bench and after it. */
  readonly load: readonly [number, number];
}

export interface PeerVersions {
  readonly python?: string;
  readonly numpy?: string;
  readonly torch?: string;
}

export interface Results {
  readonly date: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly machine: Machine;
  readonly peers: PeerVersions;
  readonly cases: readonly CaseResult[];
  readonly memory: readonly MemoryUse[];
  readonly profiles: readonly ProfileResult[];
}
