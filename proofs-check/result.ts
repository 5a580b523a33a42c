import type { Claim, Control, Decision, Derivations, Measured, Profile, Unit } from './claim.js';

/** Everything measured for one claim; survives JSON unchanged. */
export interface Evidence {
  readonly claim: string;
  readonly profile: Profile;
  readonly seed: number;
  readonly derivations: Derivations;
  readonly units: readonly { readonly unit: Unit; readonly measured: Measured }[];
}

/** What a decision cost of the error budget of the run. */
export interface Chance {
  /** The least error level at which the evidence decides; see p-value.ts. */
  readonly p: number;
  /** The level that Holm’s step-down granted, at which it was decided. */
  readonly level: number;
  /** The look that decided: 1, or 2 after the further stage. */
  readonly look: number;
  /** How many times as many units would decide if the estimate stays; only where the noise alone left it open. */
  readonly needed?: number;
}

export interface ControlResult {
  readonly control: Control;
  readonly decision: Decision;
  readonly chance: Chance;
}

/** What the evidence of one claim says; a pure function of the evidence of the run (see verdict.ts). */
export interface Result {
  readonly claim: Claim;
  readonly evidence: Evidence;
  /** Rows by hypothesis, over all units that the claim was decided from. */
  readonly measured: Measured;
  readonly decision: Decision;
  readonly chance: Chance;
  readonly assumptions: readonly {
    readonly statement: string;
    readonly value: string;
    readonly holds: boolean;
  }[];
  readonly controls: readonly ControlResult[];
  /** Controls that this profile has no power to refute, and that it therefore leaves out. */
  readonly leftOut: readonly Control[];
  /** A control was not refuted: the verdict means nothing. */
  readonly toothless: boolean;
  /** Units planned but not measured (another shard's, or interrupted). */
  readonly missing: number;
}

/** A run: what was selected, what was found. `passed` needs every claim supported and every control refuted. */
export interface Run {
  readonly profile: Profile;
  readonly seed: number;
  readonly results: readonly Result[];
  /** Hypotheses, selected or not, that the error budget was divided over. */
  readonly hypotheses: number;
  readonly passed: boolean;
}

/** Wall-clock facts, kept apart from everything that must be byte-identical. Seconds by claim id. */
export interface Timing {
  readonly seconds: Readonly<Record<string, number>>;
  readonly machine: string;
}
