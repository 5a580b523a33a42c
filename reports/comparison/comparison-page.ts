import { counted, significant } from '../format.js';
import { table } from '../markdown/table.js';
import { text } from '../markdown/text.js';
import { shortened, withinLimit } from '../markdown/within-limit.js';
import { STANDINGS, type Standing } from './change.js';
import { comparisonOutcome, DRIFT_BUDGET, type Comparison, type ComparisonOutcome } from './compare.js';
import { excess } from './estimate-changes.js';
import { secondsOf } from './record.js';

const WORDS: Readonly<Record<ComparisonOutcome, string>> = {
  passed: 'NO REGRESSION',
  regressed: 'REGRESSION',
  incomplete: 'INCOMPLETE',
};
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  regression: '✘ regression',
  incomplete: '? incomplete',
  margin: 'margin shrank',
  changed: 'changed, within noise',
  new: 'new',
  improvement: '✔ improvement',
};

/** The comparison in Markdown, regressions first, small enough for a job summary. `accept` is the command that takes it over. */
export function comparisonPage(comparison: Comparison, accept: string): string {
  const { changes } = comparison;
  const outcome = comparisonOutcome(comparison);
  const rows = changes.map(({ standing, claim, what, before, now, note }) =>
    [STANDING_WORDS[standing], claim, what, before, now, note].map((cell) => text(shortened(cell))),
  );
  const [header, rule, ...lines] = table(['', 'Claim', 'What', 'Baseline', 'Now', 'To do'], rows).split('\n');
  const body = changes.length > 0 ? ['', header, rule] : ['', 'Nothing differs beyond noise.'];
  const foot = [
    ...(outcome === 'regressed' ? [advice(comparison, accept)] : []),
    arithmetic(comparison),
    ...slower(comparison),
  ];
  const head = `# Comparison with the baseline\n\n**${WORDS[outcome]}**: ${tally(comparison)}`;
  const leftOut = (count: number): string => `… and ${count} more, left out here for their size.`;
  return `${withinLimit([head, ...body].join('\n'), lines, foot.join('\n\n'), leftOut)}\n`;
}

const COUNTABLE: readonly Standing[] = ['regression', 'margin', 'improvement'];

function tally({ changes, compared, baseline, present }: Comparison): string {
  const count = (standing: Standing): number =>
    changes.filter((change) => change.standing === standing).length;
  const facts = STANDINGS.filter((standing) => count(standing) > 0).map((standing) =>
    COUNTABLE.includes(standing) ? counted(count(standing), standing) : `${count(standing)} ${standing}`,
  );
  const seeds =
    baseline.seed === present.seed ? `seed ${present.seed}` : `seed ${present.seed} against ${baseline.seed}`;
  return `${counted(compared, 'claim')} compared (${present.profile}, ${seeds})${['', ...facts].join(', ')}.`;
}

/** Where claims are missing and nothing else regressed, nothing is to be accepted. */
function advice({ changes, baseline }: Comparison, accept: string): string {
  const regressions = changes.filter(({ standing }) => standing === 'regression');
  const left = regressions.filter(({ what, now }) => what === 'claim' && now === 'missing').length;
  return left === regressions.length
    ? `The report lacks ${counted(left, 'claim')} of the ${baseline.claims.length} of the baseline: run all of them, and compare again. ` +
        'With `--update` the baseline would guard them no longer.'
    : `Mend what regressed, or accept all of it, with the reason for those who come later:\n\n\`\`\`sh\n${accept}\n\`\`\``;
}

/** How the allowed differences come about, and how fine the net is. */
function arithmetic({ pairs }: Comparison): string {
  if (pairs.length === 0)
    return 'No estimate with a known noise is in both: verdicts and controls alone were compared.';
  const same = pairs.filter(({ difference }) => difference === 0).length;
  const largest = Math.max(...pairs.map(excess));
  const half = (scale: string): number =>
    median(pairs.filter((pair) => pair.scale === scale).map(({ allowed }) => allowed));
  const [constants, others] = [half('log'), half('linear')];
  return [
    'Intervals of estimates hold the truth with 95 %, that of a verdict is the one it was decided by.',
    `${counted(pairs.length, 'estimate')} compared, ${same} of them the same to the last bit; the largest difference is ` +
      `${significant(100 * largest, 3)} % of what noise explains.`,
    `Noise explains z times the combined standard error of both, where it goes beyond by chance once in ` +
      `${significant(pairs.length / DRIFT_BUDGET, 3)} times: the budget ${DRIFT_BUDGET} for the whole comparison, divided by ${pairs.length}.`,
    ...(Number.isNaN(constants)
      ? []
      : [
          `Of the constants, half would have shown a change by a factor ${significant(Math.exp(constants), 3)}.`,
        ]),
    ...(Number.isNaN(others)
      ? []
      : [`Of the other estimates, half would have shown one of ${significant(others, 3)}.`]),
  ].join(' ');
}

/** Told, never held against a run: the machine and its load are unknown. */
function slower({ baseline, present }: Comparison): string[] {
  const [before, now] = [baseline, present].map(secondsOf);
  if (!(before > 0 && now > 2 * before)) return [];
  return [`It took ${significant(now, 2)} s of computing instead of ${significant(before, 2)} s.`];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((p, q) => p - q);
  return sorted.length === 0 ? NaN : sorted[Math.floor(sorted.length / 2)];
}
