import { proportionBounds } from '../numerics/statistics/proportion.js';
import { significant } from '../reports/format.js';
import { table } from '../reports/markdown/table.js';
import { byKind } from './figures.js';
import type { JointNull } from './joint-null.js';
import { chanceLeftOpen, withFurtherStage } from './margins.js';
import { missRate } from './null-calibration.js';
import type { Results } from './results.js';
import type { HypothesisTally, Tally } from './tally.js';

/** Chance of rejecting one uniform sample of p-values or more, over all that are tested. */
export const TEST_BUDGET = 1e-2;

/** What a criterion asks for, what was seen, and whether that meets it. */
interface Criterion {
  readonly what: string;
  readonly wanted: string;
  readonly seen: string;
  readonly met: boolean;
}

/** Runs that the criteria ask for: fewer show nothing. */
const FEWEST = { synthetic: 1000, fresh: 50 } as const;

/** Runs in which a hypothesis came out as wanted. */
export const kept = ({ pValues, wrong, open }: HypothesisTally): number => pValues.length - wrong - open;

const keptShare = (tally: HypothesisTally): number => kept(tally) / tally.pValues.length;

const controlsOf = ({ hypotheses }: Tally): HypothesisTally[] =>
  hypotheses.filter(({ hypothesis }) => hypothesis !== 'claim');

/** "0 of 1000 (at most 3.0e-3 with 95 % confidence)" */
export const share = (count: number, trials: number): string =>
  `${count} of ${trials} (at most ${significant(proportionBounds(count, trials).upper, 2)} with 95 % confidence)`;

/** The criteria, as a table. */
export function summaryTable(results: Results): string {
  return table(
    ['Criterion', 'wanted', 'seen', ''],
    criteria(results).map(({ what, wanted, seen, met }) => [what, wanted, seen, met ? '✔' : '✘']),
  );
}

function criteria(results: Results): Criterion[] {
  const { synthetic, real, fresh, margins, alpha, nulls, scores } = results;
  const tests = nulls.length + scores.length;
  const rejected = [...nulls, ...scores].filter(({ uniformity }) => uniformity.pAbove < TEST_BUDGET / tests);
  const weakest = (tally: Tally): HypothesisTally | undefined =>
    controlsOf(tally).toSorted((a, b) => keptShare(a) - keptShare(b))[0];
  const power = (what: string, tally: Tally, fewest: number): Criterion[] => {
    const least = weakest(tally);
    if (!least) return [];
    return [
      {
        what: `each control is refuted, ${what}, at least ${fewest}`,
        wanted: 'in 99 % at least',
        seen:
          `least often: ${kept(least)} of ${least.pValues.length}` +
          (keptShare(least) < 1 ? ` (${least.claim}, ${least.hypothesis})` : ' (every one in every run)'),
        met: keptShare(least) >= 0.99 && tally.runs >= fewest,
      },
    ];
  };
  const inTheEnd = chanceLeftOpen(margins.map(withFurtherStage), alpha);
  const notPassed = fresh.filter(({ passed }) => !passed).length;
  return [
    {
      what: `synthetic runs that do not pass, of at least ${FEWEST.synthetic}`,
      wanted: '≤ 4 in 1000',
      seen: share(synthetic.notPassed, synthetic.runs),
      met: synthetic.runs >= FEWEST.synthetic && synthetic.notPassed <= 0.004 * synthetic.runs,
    },
    {
      what: 'the same by the laws of the margins',
      wanted: '≤ 1e-3 per run',
      seen: `at most ${significant(inTheEnd, 2)}`,
      met: inTheEnd <= 1e-3,
    },
    ...power('synthetic runs', synthetic, FEWEST.synthetic),
    {
      what: `whole runs with fresh seeds, at least ${FEWEST.fresh}`,
      wanted: 'all pass',
      seen: `${notPassed} of ${fresh.length} do not pass (the chance is at most ${significant(proportionBounds(notPassed, fresh.length).upper, 2)} with 95 % confidence)`,
      met: notPassed === 0 && fresh.length >= FEWEST.fresh,
    },
    ...power('fresh seeds', real, FEWEST.fresh),
    {
      what: 'p-values under their null are not too small (Kolmogorov and Smirnov, one-sided)',
      wanted: `none rejected at ${TEST_BUDGET} over all`,
      seen: `${rejected.length} of ${tests} rejected`,
      met: rejected.length === 0,
    },
    ...wrongVerdicts(results, 0.05),
    ...byKind(nulls).flatMap(([kind, members]) => [
      coverage(kind, members, 0.05, [0.04, 0.06]),
      coverage(kind, members, 0.001, [0, 0.002]),
    ]),
    ...farOut(nulls, 1e-4),
  ];
}

/** On average over all groups of claims, the worst included: the budget is spent at levels as small as this. */
function farOut(nulls: Results['nulls'], level: number): Criterion[] {
  const rates = nulls
    .filter(({ of }) => of.noise.hypothesis === 'claim')
    .map((each) => missRate(each, level))
    .toSorted((a, b) => b - a);
  if (rates.length === 0) return [];
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return [
    {
      what: `misses of intervals of level ${significant(level)} of claims`,
      wanted: `≤ ${significant(2 * level)} on average`,
      seen: `${significant(mean, 2)} over ${rates.length} groups; most: ${significant(rates[0], 2)}`,
      met: mean <= 2 * level,
    },
  ];
}

/** Whole decisions at their bounds, over all claims together. */
function wrongVerdicts({ joint }: Results, level: number): Criterion[] {
  if (joint.length === 0) return [];
  const share = ({ decided, draws }: JointNull): number =>
    (decided.find((each) => each.level === level)?.count ?? NaN) / draws;
  const worst = joint.toSorted((a, b) => share(b) - share(a))[0];
  const mean = joint.reduce((sum, each) => sum + share(each), 0) / joint.length;
  const percent = (value: number): string => significant(100 * value, 2);
  return [
    {
      what: `wrong verdicts at level ${percent(level)} % of whole decisions on rates, all groups at their bounds`,
      wanted: `≤ ${percent(level)} % on average`,
      seen: `${percent(mean)} % over ${joint.length} claims; most: ${percent(share(worst))} % (${worst.claim}, ${worst.groups} groups)`,
      met: mean <= level,
    },
  ];
}

/** The middle one of the groups must cover the truth about as often as nominal; the range is told. */
function coverage(
  kind: string,
  members: Results['nulls'],
  level: number,
  [low, high]: readonly [number, number],
): Criterion {
  const rates = members.map((each) => missRate(each, level)).toSorted((a, b) => a - b);
  const median = rates[Math.floor(rates.length / 2)];
  const percent = (missed: number): string => significant(100 * (1 - missed), 4);
  return {
    what: `coverage of ${percent(level)} % intervals, ${kind}`,
    wanted: `${percent(high)} … ${percent(low)} % in the middle group`,
    seen: `${percent(median)} % (all: ${percent(rates[rates.length - 1])} … ${percent(rates[0])} %)`,
    met: low <= median && median <= high,
  };
}
