import { counted, significant } from '../reports/format.js';
import { LEAST_P } from '../proofs-check/p-value.js';
import { chanceLeftOpen } from './margins.js';
import type { Results } from './results.js';
import { farOut, faultsTable, marginTable, nullTable, seedTable, tailTable, weakTable } from './sections.js';
import { summaryTable } from './summary.js';

const SHOWN = 10;

/** The result page, in Markdown; the figures lie in `calibration/` beside it. */
export function page(results: Results): string {
  const { date, profile, seed, alpha, fresh, synthetic, units, alone, stale, pilots } = results;
  const hypotheses = synthetic.hypotheses.length;
  const level = alpha / hypotheses;
  return `${[
    '# Calibration: does the gate cry wolf, does it sleep?',
    `Written by \`npm run calibrate\` on ${date}: ${profile} profile, ${counted(fresh.length, 'run')} with fresh seeds (${seedRange(fresh.map((each) => each.seed))}), ` +
      `${counted(synthetic.runs, 'synthetic run')} of ${hypotheses} hypotheses (seed ${seed}), judged by the code of that day. ` +
      measuredBy(results) +
      `The share of each of two looks in the error budget is α = ${significant(alpha)}.`,
    summaryTable(results),
    ...Object.entries(stale).map(
      ([id, runs]) =>
        `\`${id}\` is left out in ${counted(runs, 'run')}, whose evidence of it belongs to another plan.`,
    ),
    '## Whole runs with fresh seeds',
    'Every claim is believed to be true and every control is false, so a run that does not pass is a false alarm (or a finding).',
    extendedText(fresh),
    faultsTable(results),
    '## Synthetic runs',
    `Each unit of the plan gets the rows that a unit like it measured in one of the runs above (${pilots} of them at most), drawn with replacement. Units are alike if they ` +
      'differ in nothing but index and id, and have rows for the same hypotheses and groups. The rows of a unit stay together, so a claim and its controls ' +
      'depend on each other as they do; the noise keeps its law, outliers included. Residuals about the mean of n alike units are multiplied ' +
      `by √(n/(n − 1)), since draws from n values scatter too little otherwise. ${alone} of ${units} units have none like them and give the same in every run. ` +
      'Identities and orders have no chance in their decision; their random cases are drawn like all else.',
    'A claim that noise leaves open is drawn once more and judged on both draws, as in a real run; the chance of error for that is part of the ' +
      `budget. That was due in ${results.firstLook.notPassed} of ${synthetic.runs} runs (the laws below say ${significant(chanceLeftOpen(results.margins, alpha), 2)} per run at most); in the end ${synthetic.notPassed} did not pass.`,
    weakTable(results),
    '![Largest p-values](calibration/margins.svg)',
    `The ${SHOWN} hypotheses with the largest p-values are the likeliest source of the next false alarm or toothless control. p-values below ` +
      `${LEAST_P} are not told apart.`,
    marginTable(results, SHOWN),
    'What the counts of a thousand runs cannot tell, the last column can: Φ⁻¹(1 − p/2) is about normal over runs, because estimates are. ' +
      'With these laws (straight line through the lower half of the scores) Holm leaves something open with a chance of at most Σ λⱼʲ/j!, λⱼ being the ' +
      'mean number of p-values above α/j, if hypotheses are independent. With the further stage the means are √2 times as large: that gives the second line of ' +
      'the first table. It is a model: it does not know of rare outliers, and hypotheses with fewer than ten p-values above the floor count as never open.',
    '## Intervals and p-values under their null',
    'Now the truth lies exactly at the bound (slope, mean or law), where an interval of level α decides with probability α at most, and residuals are drawn from ' +
      'the noise of each group of each claim and control. The p-value of a decision is the least level at which it decides. For printed laws the exponent is ' +
      'compared with that of a law fitted to as few runs as the paper’s; their noise is taken to be ours. Sampled scores are those of the real runs. In whole decisions all groups of a claim lie at their bounds together, and deciding is wrong either way.',
    '![p-values](calibration/p-values.svg)',
    '![Coverage](calibration/coverage.svg)',
    'Share of misses in percent: the middle null and the range.',
    nullTable(results),
    '## Far out',
    farOut(results, 1e-4),
    `Holm needs ${significant(level, 2)} for its first decision and ${significant(alpha)} for its last. So far out no thousand runs see anything: the nulls whose intervals ` +
      `miss most often were drawn more often (${significant(results.tails[0]?.draws ?? 0)} times). Down to the smallest level with ten misses this is measured, below ` +
      'it is extrapolated along the line through the last two levels (in logarithms). “Above” means that the interval lies above the truth.',
    tailTable(results, level),
    '## Over the seeds',
    'The statistic of each claim (of its worst group) in the runs with fresh seeds. For a true claim p-values are not uniform: they are small.',
    seedTable(results),
    '## What this cannot see',
    [
      `- Synthetic runs scatter about what ${counted(pilots, 'run')} measured, not about the truth; an outlier that none of them met does not exist for them.`,
      '- An outlier that they met once is drawn as if it were met in every such number of units; its chance is known only roughly.',
      '- Under the null, residuals are about the mean at each width: a curve that is no power law is the claim’s concern, not the interval’s.',
      '- Where noise is skewed and runs are few, intervals of a tiny level miss more often than they say, on one side: a truth at the bound would be decided ' +
        'wrongly with that chance. Claims and controls that lie far beyond their bounds do not come near it, which the runs above show.',
      '- Whether a claim is true is not calibrated here; that it passes for every seed only says that the verdict does not depend on luck.',
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function seedRange(seeds: readonly number[]): string {
  const sorted = seeds.toSorted((a, b) => a - b);
  return sorted.length > 0 ? `${sorted[0]} … ${sorted[sorted.length - 1]}` : 'none';
}

function extendedText(fresh: Results['fresh']): string {
  const extended = fresh.filter(({ extended: ids }) => ids.length > 0);
  const each = extended.map(({ seed, extended: ids }) => `${seed} (${ids.join(', ')})`);
  return extended.length === 0
    ? 'None took a further stage.'
    : `${counted(extended.length, 'run')} took a further stage, declared beforehand and paid from the budget: ${each.join('; ')}.`;
}

/** Judging anew what earlier code measured is no cheat, but has to be said. */
function measuredBy({ code, fresh }: Results): string {
  const codes = [...new Set(fresh.map((each) => each.code))];
  const others = codes.filter((each) => each !== code);
  return others.length === 0
    ? `The runs were made by the same code (fingerprint ${code}). `
    : `Its fingerprint is ${code}; the code that measured had ${others.join(', ')}. `;
}
