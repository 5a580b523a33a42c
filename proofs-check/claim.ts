import type { Derivation } from '../theory/derivation.js';
import type { Streams } from '../numerics/random/streams.js';

export type Kind = 'symbolic' | 'numeric' | 'statistical';
export type Verdict = 'supported' | 'refuted' | 'inconclusive';
export const PROFILES = ['quick', 'full'] as const;
export type Profile = (typeof PROFILES)[number];

/** One row of evidence: what one unit of work measured for one hypothesis. Numbers are finite. */
export type Row = Readonly<Record<string, number | string>>;

/** An independent, resumable unit of work; `id` is unique within the claim and names its random streams. */
export interface Unit {
  readonly id: string;
  readonly [key: string]: number | string;
}

/** Rows by hypothesis: 'claim', or the id of a control. The same code measures and decides all of them. */
export type Measured = Readonly<Partial<Record<string, readonly Row[]>>>;

/** Derivations by hypothesis. */
export type Derivations = Readonly<Partial<Record<string, readonly Derivation[]>>>;

export interface Statistic {
  readonly name: string;
  readonly estimate: number;
  readonly interval: readonly [number, number];
  /** What the theory claims of the statistic, e.g. "≤ −1/2" or "≤ 1e3·eps·cond". */
  readonly claimed: string;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly statistic: Statistic;
  /** One sentence that says why. */
  readonly reason: string;
  /** A line per group (initialization, norm, …), worst first. */
  readonly groups: readonly Row[];
}

/** A deliberately false version of the claim; it must come out refuted. */
export interface Control {
  readonly id: string;
  readonly title: string;
  /** Why it is false. */
  readonly because: string;
  /** Profiles that have the power to refute it (all if absent); elsewhere the report says that it is left out. */
  readonly profiles?: readonly Profile[];
}

export interface Assumption {
  /** Markdown with LaTeX between dollar signs. */
  readonly statement: string;
  /** What the evidence says of it; a claim with a broken assumption is never supported. */
  readonly measured: (rows: readonly Row[]) => { readonly value: string; readonly holds: boolean };
}

export interface Axis {
  readonly label: string;
  readonly log?: boolean;
  /** In radians, with ticks at fractions of π. */
  readonly angle?: boolean;
}

/**
 * A layer of a figure. Layers with the same `series` share a colour and a legend entry. Fields and points with
 * values are coloured by value: those with the same `series` share a colour scale, whose ramp is the entry.
 */
export type Layer =
  | {
      readonly mark: 'points';
      readonly series: string;
      readonly panel?: string;
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly faint?: boolean;
      /** One value for each point, for its colour. */
      readonly values?: readonly number[];
      /** The colours of values diverge from zero, and dots grow with size. */
      readonly diverging?: boolean;
    }
  | {
      readonly mark: 'line';
      readonly series: string;
      readonly panel?: string;
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly dashed?: boolean;
    }
  | {
      readonly mark: 'band';
      readonly series: string;
      readonly panel?: string;
      readonly x: readonly number[];
      readonly lower: readonly number[];
      readonly upper: readonly number[];
    }
  | {
      /** A function of two inputs on a grid, as filled contours. */
      readonly mark: 'field';
      readonly series: string;
      readonly panel?: string;
      /** The columns and the rows of the grid, ascending; not necessarily even. */
      readonly x: readonly number[];
      readonly y: readonly number[];
      /** Row by row, values[k · x.length + j] at (x[j], y[k]); null where there is none. */
      readonly values: readonly (number | null)[];
      /** Draws only what lies within this distance of the origin. */
      readonly disk?: number;
      /** The colours diverge from zero. */
      readonly diverging?: boolean;
    };

export interface Figure {
  readonly id: string;
  readonly title: string;
  /** One or two sentences for the reader; plain text, also the alternative text. */
  readonly caption: string;
  readonly x: Axis;
  readonly y: Axis;
  /** One unit of x is as long as one of y, in every panel alike. */
  readonly equalAspect?: boolean;
  readonly layers: readonly Layer[];
}

/** Where paper as printed and measurement differ. */
export interface Finding {
  readonly title: string;
  /** What the paper says, and what was measured, in Markdown. */
  readonly text: string;
}

/** One statement of the theory that can come out false, with everything needed to check it. */
export interface Claim {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** In our own words; Markdown with LaTeX between dollar signs. */
  readonly statement: string;
  /** Paper and theorem. */
  readonly source: string;
  readonly assumptions: readonly Assumption[];
  /** Ids of the claims that this one builds on. */
  readonly uses: readonly string[];
  /** What is done, in Markdown. */
  readonly protocol: string;
  readonly controls: readonly Control[];
  /** Symbolic derivations by hypothesis, of the claim and of controls: a false step refutes, an open one decides nothing. */
  derivations?(): Promise<Derivations>;
  /**
   * The units are independent repetitions, told apart by their random streams alone: the same plan once more adds as
   * many independent runs. Such a claim has a further stage, measured where its first one leaves something undecided.
   */
  readonly repeatable?: true;
  units(profile: Profile): readonly Unit[];
  /** Pure: the same unit and streams give the same rows, bit for bit. */
  measure(unit: Unit, random: Streams): Measured;
  /** Pure: decides any one hypothesis from its rows. `alpha` bounds the chance of a wrong verdict. */
  decide(rows: readonly Row[], alpha: number): Decision;
  figures(evidence: Measured, alpha: number): readonly Figure[];
  findings?(evidence: Measured): readonly Finding[];
}
