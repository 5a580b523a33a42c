/** How a step of a derivation is known to be right. */
export type StepStatus =
  /** exact arithmetic shows the identity */
  | 'proved'
  /** holds to high precision at random points (60 to 240 digits and more); exact arithmetic does not apply */
  | 'supported'
  /** a definition or a named lemma, stated rather than computed */
  | 'stated'
  /** could not be decided: the derivation does not count */
  | 'abstained'
  /** false: a counterexample was found */
  | 'rejected';

export interface Step {
  readonly title: string;
  /** Display formula, LaTeX without dollar signs. */
  readonly latex: string;
  readonly status: StepStatus;
  /** What verified the step, in words: "both systems; exact arithmetic at 12 points; 60 digits at 8 points". */
  readonly verifiedBy: string;
}

/** A chain of verified steps that ends in a closed form. */
export interface Derivation {
  readonly title: string;
  readonly steps: readonly Step[];
}
