import type { Claim, Kind } from '../../proofs-check/claim.js';
import { counted, interval, significant } from '../format.js';
import { wordsIn } from './glossary.js';
import { inPlainWords } from './in-plain-words.js';
import type { ReportedClaim, ReportedRun } from './reported-claim.js';
import { wrapped } from './wrapped.js';

const HOW: Readonly<Record<Kind, string>> = {
  symbolic:
    'A formula is derived step by step, by rules and by programs for computer algebra; no step counts until exact ' +
    'arithmetic or numerics of many digits confirm it. The result is then compared with numerical integration, which ' +
    'knows nothing of the derivation.',
  numeric:
    'The two sides of the claim are computed independently, for many random cases. Chance chooses ' +
    'the cases and nothing else, so it is known beforehand how far the two may differ: by the bound that the claim ' +
    'states, or by rounding error.',
  statistical:
    'The same quantity is measured many times, each time with random numbers of its own, and at several sizes. ' +
    'From the scatter follows how precisely the result is known.',
};

const REFUTED: Readonly<Record<Kind, string>> = {
  symbolic:
    'One false step of a derivation, or one case in which formula and numerics differ by more than rounding explains.',
  numeric: 'One case among all in which the two sides differ by more than the claim and rounding allow.',
  statistical:
    'A measured value on the wrong side of the stated bound, tolerance included, by so much that chance does not explain it: its whole interval has to lie there.',
};

const READING =
  '**Supported** means that the evidence lies on the side of the claim, **refuted** that it lies on the other side, ' +
  '**inconclusive** that it does not decide. Supported is not proved: it holds for the cases measured, and the chance that ' +
  'any verdict of a run is wrong is nominally at most one in a thousand. A supported claim means something only because false ' +
  'versions of it are refuted by the very same code; if one is not, the claim is called toothless.';

/**
 * A claim for somebody who has not read the paper, in Markdown of at most 80 columns: what is asked and why, how it is
 * checked, what would refute it, what a run found where one is given, and the words that its brief account uses.
 */
export function explanation(claim: Claim, run?: ReportedRun): string {
  const pieces = (['quick', 'full'] as const).map((profile) => `${claim.units(profile).length} (${profile})`);
  return wrapped(
    [
      `# ${claim.title}`,
      `\`${claim.id}\`, ${claim.kind}; ${claim.source}`,
      '## In brief',
      claim.inBrief,
      '## How it is checked',
      HOW[claim.kind],
      `The work comes in ${pieces.join(' or ')} pieces, by profile. \`theorem-check show ${claim.id}\` prints statement and protocol in the language of the field.`,
      '## How to read the outcome',
      READING,
      '## What would refute it',
      REFUTED[claim.kind],
      'These false versions have to be refuted by the same measurement (in the language of the field):',
      claim.controls.map(({ title, because }) => `- ${title}; false because ${because}`).join('\n'),
      '## What came out',
      outcome(claim, run),
      '## Words',
      wordsIn(claim.inBrief)
        .map(({ term, means }) => `- **${term}**: ${means}`)
        .join('\n'),
    ].join('\n\n'),
  );
}

function outcome({ id }: Claim, run: ReportedRun | undefined): string {
  const reported = run?.claims.find((each) => each.id === id);
  if (run && reported) return found(reported, run);
  const measure = `\`theorem-check run ${id}\` measures it`;
  return run
    ? `The report at hand does not have this claim; ${measure}.`
    : `No report is at hand; ${measure}.`;
}

function found(claim: ReportedClaim, { profile, seed }: ReportedRun): string {
  const { verdict, toothless, missing, statistic, controls, reason } = claim;
  const refuted = controls.filter((control) => control.verdict === 'refuted').length;
  if (missing > 0)
    return `Incomplete: ${counted(missing, 'piece')} of work missing, so there is no verdict yet.`;
  const caught = `${refuted} of ${counted(controls.length, 'false version')} refuted`;
  return [
    `**${verdict}**, with ${caught} (profile ${profile}, seed ${seed}, ${counted(claim.units, 'piece')} of work): ${reason}.`,
    `The least favourable measurement is “${statistic.name}”: ${significant(statistic.estimate)}, interval ${interval(statistic.interval)}; claimed is ${statistic.claimed}. ${inPlainWords(statistic)}`,
    ...(toothless
      ? ['A false version was not refuted, so this verdict means nothing: the claim is toothless.']
      : []),
  ].join('\n\n');
}
