import type { Decision, Verdict } from '../proofs-check/claim.js';
import type { Chance, Run } from '../proofs-check/result.js';

/** What runs said of one hypothesis that is known to be true (a claim) or false (a control). */
export interface HypothesisTally {
  readonly claim: string;
  /** 'claim', or the id of a control. */
  readonly hypothesis: string;
  readonly wanted: Verdict;
  /** Whether a further stage may be drawn. */
  readonly repeatable: boolean;
  /** Runs in which it came out the opposite of wanted, and those in which it stayed inconclusive. */
  readonly wrong: number;
  readonly open: number;
  /** By run. */
  readonly pValues: readonly number[];
  readonly estimates: readonly number[];
}

/** Counts over runs of the same claims. */
export interface Tally {
  readonly runs: number;
  readonly notPassed: number;
  /** In the order of the claims, each before its controls. */
  readonly hypotheses: readonly HypothesisTally[];
}

/**
 * What other runs said of the same hypothesis.
 * @throws RangeError where they did not have it
 */
export function tallyOf({ hypotheses }: Tally, { claim, hypothesis }: HypothesisTally): HypothesisTally {
  const found = hypotheses.find((each) => each.claim === claim && each.hypothesis === hypothesis);
  if (!found) throw new RangeError(`no run decided ${hypothesis} of ${claim}`);
  return found;
}

/** Counts run after run, keeping of each no more than a few numbers. */
export class Counter {
  #runs = 0;
  #notPassed = 0;
  readonly #seen = new Map<string, HypothesisTally & { pValues: number[]; estimates: number[] }>();

  add({ passed, results }: Run): void {
    this.#runs++;
    if (!passed) this.#notPassed++;
    for (const { claim, decision, chance, controls } of results) {
      const of = { claim: claim.id, repeatable: claim.repeatable === true };
      this.#count({ ...of, hypothesis: 'claim', wanted: 'supported' }, decision, chance);
      for (const each of controls) {
        this.#count({ ...of, hypothesis: each.control.id, wanted: 'refuted' }, each.decision, each.chance);
      }
    }
  }

  get tally(): Tally {
    return { runs: this.#runs, notPassed: this.#notPassed, hypotheses: [...this.#seen.values()] };
  }

  #count(
    of: Pick<HypothesisTally, 'claim' | 'hypothesis' | 'wanted' | 'repeatable'>,
    { verdict, statistic }: Decision,
    { p }: Chance,
  ): void {
    const key = `${of.claim} ${of.hypothesis}`;
    const before = this.#seen.get(key) ?? { ...of, wrong: 0, open: 0, pValues: [], estimates: [] };
    before.pValues.push(p);
    before.estimates.push(statistic.estimate);
    const open = verdict === 'inconclusive' ? 1 : 0;
    const wrong = open === 0 && verdict !== of.wanted ? 1 : 0;
    this.#seen.set(key, { ...before, wrong: before.wrong + wrong, open: before.open + open });
  }
}
