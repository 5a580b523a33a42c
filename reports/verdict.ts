import type { Verdict } from '../proofs-check/claim.js';
import type { Result, Run } from '../proofs-check/result.js';
import { counted } from './format.js';

/** A mark of its own for each verdict, so that nothing hangs on colour. */
const SYMBOLS: Readonly<Record<Verdict, string>> = { supported: '✔', refuted: '✘', inconclusive: '?' };

export function verdictText(verdict: Verdict): string {
  return `${SYMBOLS[verdict]} ${verdict}`;
}

/** The verdict with everything that takes from its meaning: "✔ supported · TOOTHLESS". */
export function standing(result: Result): string {
  const parts = [verdictText(result.decision.verdict)];
  if (result.toothless) parts.push('TOOTHLESS');
  if (result.missing > 0) parts.push(`INCOMPLETE (${counted(result.missing, 'unit')} missing)`);
  return parts.join(' · ');
}

/** How many controls were refuted, of those that ran: "2 of 3, 1 not run"; "none" where the profile runs none. */
export function controlsCaught(result: Result): string {
  const total = result.controls.length;
  const notRun = result.leftOut.length > 0 ? `, ${result.leftOut.length} not run` : '';
  return (total === 0 ? 'none' : `${refutedControls(result)} of ${total}`) + notRun;
}

function refutedControls(result: Result): number {
  return result.controls.filter(({ decision }) => decision.verdict === 'refuted').length;
}

const failed = (result: Result): boolean => result.decision.verdict === 'refuted' || result.toothless;
const open = (result: Result): boolean => result.decision.verdict === 'inconclusive' || result.missing > 0;

/** Failures first, then what is open, then what is supported; within each in the order of the run. */
export function byConcern(results: readonly Result[]): Result[] {
  const rank = (result: Result): number => (failed(result) ? 0 : open(result) ? 1 : 2);
  return results.toSorted((a, b) => rank(a) - rank(b));
}

/** The run in one line. */
export function outcome(run: Run): string {
  const { results } = run;
  if (results.length === 0) return 'INCOMPLETE: no claim was selected, so nothing was measured.';
  const sum = (of: (result: Result) => number): number =>
    results.reduce((total, each) => total + of(each), 0);
  const tally = (word: string, count: number): string[] => (count > 0 ? [`${count} ${word}`] : []);
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  const facts = [
    `${count(({ decision }) => decision.verdict === 'supported')} of ${counted(results.length, 'claim')} supported`,
    ...tally(
      'refuted',
      count(({ decision }) => decision.verdict === 'refuted'),
    ),
    ...tally(
      'inconclusive',
      count(({ decision }) => decision.verdict === 'inconclusive'),
    ),
    ...tally(
      'toothless',
      count(({ toothless }) => toothless),
    ),
    ...tally(
      'incomplete',
      count(({ missing }) => missing > 0),
    ),
    `${sum(refutedControls)} of ${counted(
      sum(({ controls }) => controls.length),
      'control',
    )} refuted`,
  ];
  return `${outcomeWord(run)}: ${facts.join(', ')}.`;
}

function outcomeWord({ passed, results, shards }: Run): string {
  if (passed) return 'PASSED';
  if (results.some(failed)) return 'FAILED';
  return shards || results.some(({ missing }) => missing > 0) ? 'INCOMPLETE' : 'INCONCLUSIVE';
}
