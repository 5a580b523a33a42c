import { significant } from '../reports/format.js';
import { table } from '../reports/markdown/table.js';
import { advantage, bestPeer, wholeCost } from './compare.js';
import type { CaseResult } from './results.js';
import { exponent, summarize } from './statistics.js';

/** "1.27 (1.2 to 1.31)": median and quartiles. */
export function spread(values: readonly number[]): string {
  const { median, lower, upper } = summarize(values);
  return `${significant(median, 3)} (${significant(lower, 3)} to ${significant(upper, 3)})`;
}

interface Row {
  readonly name: string;
  readonly of: (result: CaseResult) => readonly number[] | undefined;
  readonly wanted?: (result: CaseResult) => boolean;
}

/** Microseconds per step of all contenders in the cases of one family, a column for each width. */
export function stepTable(family: readonly CaseResult[]): string {
  const rows: Row[] = [
    { name: '**exact**, as many steps as the peers', of: ({ exact }) => exact?.sameSteps },
    {
      name: `**exact**, first ${family[0].stretch} steps`,
      of: ({ exact }) => exact?.stretch,
    },
    {
      name: '**exact**, whole run',
      of: ({ whole }) => whole?.seconds.map((seconds) => (1e6 * seconds) / whole.steps),
    },
    ...family[0].costs.map(({ contender }): Row => ({
      name: contender,
      of: ({ costs }) => costs.find((each) => each.contender === contender)?.microseconds,
      wanted: (result) => bestPeer(result)?.contender === contender,
    })),
  ];
  const cells = rows
    .filter(({ of }) => family.some((result) => of(result)))
    .map(({ name, of, wanted }) => [
      name,
      ...family.map((result) => {
        const values = of(result);
        if (!values) return '';
        return wanted?.(result) === true ? `*${spread(values)}*` : spread(values);
      }),
      ...(family.length > 2 ? [slopeOf(family, of)] : []),
    ]);
  const ratio = family.map((result) => {
    const times = advantage(result);
    return times === undefined ? '' : `${significant(times, 3)}×`;
  });
  return table(
    ['µs per step', ...family.map(({ width }) => `n = ${width}`), ...(family.length > 2 ? ['p'] : [])],
    [...cells, ['fastest peer / ours', ...ratio, ...(family.length > 2 ? [''] : [])]],
  );
}

function slopeOf(family: readonly CaseResult[], of: Row['of']): string {
  const measured = family.filter((result) => of(result));
  const costs = measured.map((result) => summarize(of(result)!).median);
  return significant(
    exponent(
      measured.map(({ width }) => width),
      costs,
    ),
    2,
  );
}

/** Whole runs, and what the fastest peer would need for as many steps. */
export function wholeTable(cases: readonly CaseResult[]): string {
  const rows = cases.flatMap((result) => {
    const { whole, exact, family, width } = result;
    if (!whole || !exact) return [];
    const best = bestPeer(result);
    const peerSeconds = best && (summarize(best.microseconds).median * whole.steps) / 1e6;
    const { median } = summarize(whole.seconds);
    return [
      [
        family,
        `${width}`,
        significant(whole.until),
        `${whole.steps}`,
        spread(whole.seconds),
        significant(1000 * summarize(exact.setUpSeconds).median, 3),
        significant(wholeCost(result)!, 3),
        peerSeconds === undefined ? '' : significant(peerSeconds, 3),
        peerSeconds === undefined ? '' : `${significant(peerSeconds / median, 3)}×`,
      ],
    ];
  });
  return table(
    [
      'Case',
      'n',
      'relative residual',
      'steps',
      'seconds',
      'of them set-up, ms',
      'µs per step',
      'fastest peer, seconds, *extrapolated*',
      'ratio, *extrapolated*',
    ],
    rows,
  );
}
