import type { Profile } from '../proofs-check/claim.js';
import type { JointNull } from './joint-null.js';
import type { Margin } from './margins.js';
import type { NullCalibration } from './null-calibration.js';
import type { ScoreCalibration } from './scores.js';
import type { Tally } from './tally.js';

/** A whole run that was made, as the present code judges it. */
export interface FreshRun {
  readonly seed: number;
  /** Fingerprint of the code that measured it. */
  readonly code: string;
  readonly passed: boolean;
  /** Claims that took their further stage. */
  readonly extended: readonly string[];
  /** What did not come out as wanted: hypothesis, and why. */
  readonly faults: readonly string[];
}

/** Everything that the page tells. */
export interface Results {
  readonly date: string;
  readonly profile: Profile;
  /** Of the draws. */
  readonly seed: number;
  /** Fingerprint of the code that judges. */
  readonly code: string;
  /** The error budget of a look. */
  readonly alpha: number;
  readonly fresh: readonly FreshRun[];
  /** The same runs by hypothesis. */
  readonly real: Tally;
  readonly synthetic: Tally;
  /** The synthetic runs at their first look, before further stages. */
  readonly firstLook: Tally;
  /** Of the first looks, by hypothesis. */
  readonly margins: readonly Margin[];
  /** Units of the plan, and those that no other unit stands beside: each draw gives what they measured. */
  readonly units: number;
  readonly alone: number;
  readonly nulls: readonly NullCalibration[];
  readonly joint: readonly JointNull[];
  /** The nulls with the worst intervals, with more draws. */
  readonly tails: readonly NullCalibration[];
  readonly scores: readonly ScoreCalibration[];
  /** Runs by claim whose stored evidence does not belong to the present plan. */
  readonly stale: Readonly<Record<string, number>>;
  /** Runs that units are drawn from. */
  readonly pilots: number;
}
