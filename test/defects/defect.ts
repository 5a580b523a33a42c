/** A mistake that somebody could make: text of a compiled file, which must occur there once, replaced. */
export interface Defect {
  readonly id: string;
  readonly what: string;
  /** Below dist/. */
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  /** The cheapest claims that ought to notice. */
  readonly claims: readonly string[];
  /** Among the few that every run of the tests plants. */
  readonly inSuite?: true;
  /** Why the command line cannot notice, and what does. */
  readonly survives?: string;
}
