import { interval, significant } from '../format.js';
import type { ReportedClaim } from './reported-claim.js';

type Reported = ReportedClaim['statistic'];

/** Sentences for the statistics of our decisions, by how their names begin. */
const READINGS: readonly (readonly [RegExp, (statistic: Reported, match: RegExpExecArray) => string])[] = [
  [/^slope of log \S+ on log ([^,]+)/, ({ estimate }, [, over]) => slope(estimate, over)],
  [
    /^deviation \/ tolerance/,
    ({ estimate }) =>
      `In the worst case the deviation is ${share(estimate)} of what the claim and rounding allow.`,
  ],
  [
    /^relative deviation/,
    ({ estimate }) => `In the worst case the relative deviation is ${significant(estimate, 2)}.`,
  ],
  [
    /^mean ratio to the printed law/,
    ({ estimate, interval: [low, high] }) =>
      `Our errors are on average ${significant(estimate, 3)} times the printed ones (between ${significant(low, 3)} and ${significant(high, 3)}).`,
  ],
  [
    /^mean log ratio of errors/,
    ({ estimate, interval: [low, high] }) =>
      `The error is on average ${significant(Math.exp(estimate), 3)} times what it is compared with (between ${significant(Math.exp(low), 3)} and ${significant(Math.exp(high), 3)}).`,
  ],
];

/** What a statistic says, in one or two plain sentences with its number. */
export function inPlainWords(statistic: Reported): string {
  for (const [begins, read] of READINGS) {
    const match = begins.exec(statistic.name);
    if (match) return read(statistic, match);
  }
  return `It is ${significant(statistic.estimate)}, in the interval ${interval(statistic.interval)}.`;
}

function slope(estimate: number, over: string): string {
  const factor = Math.exp(Math.abs(estimate) * Math.LN10);
  const what = `With ten times the ${over}, what is measured`;
  if (factor < 1.005) return `${what} hardly changes.`;
  return `${what} is ${estimate < 0 ? 'divided' : 'multiplied'} by ${significant(factor, 2)}.`;
}

/** A share in per cent, never rounded up to the whole. */
function share(value: number): string {
  const percent = significant(100 * value, 3);
  return value < 1 && Number(percent) >= 100 ? 'just under 100 %' : `${percent} %`;
}
