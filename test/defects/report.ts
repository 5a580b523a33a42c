import type { Found, Outcome } from './plant.js';

/** Red is what CI stops at, said by the command line itself: refuted, undecided, or an internal error. */
export const isRed = ({ code, said }: Found): boolean =>
  ((code === 1 || code === 3) && /^(FAILED|INCONCLUSIVE)/.test(said)) ||
  (code === 4 && said.startsWith('theorem-check: '));

export const killedText = (outcomes: readonly Outcome[]): string =>
  `planted defects: killed ${outcomes.filter(({ found }) => isRed(found)).length} of ${outcomes.length}`;

/** A page of all defects, survivors first. */
export function defectsPage(outcomes: readonly Outcome[], date: string): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = [...outcomes]
    .sort((p, q) => Number(isRed(p.found)) - Number(isRed(q.found)))
    .map(({ defect: { what, file, claims, survives }, found }) => {
      const outcome = isRed(found)
        ? `killed, exit ${found.code}`
        : found.code === 0
          ? '**survived**'
          : `not finished, exit ${found.code ?? 'after a signal'}`;
      return `| ${cell(what)} | ${file} | ${claims.join(', ')} | ${outcome} | ${cell(isRed(found) ? found.said : (survives ?? found.said))} |`;
    });
  return `# Planted defects

A test that cannot fail tests nothing. Each of these mistakes was planted, one at a time, in a temporary copy of the built
command line, which then ran the claims named (quick profile, one worker). Red is exit code 1, 3 or 4.

**${killedText(outcomes)}**, on ${date}. Plant them again with \`npm run defects\`, a few with every \`npm test\`.

| defect | file, below dist/ | claims run | outcome | what it said, or why it survives |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Defects in trainers, random streams, decisions and verdicts hardly show where all claims are true: limits of training do
not depend on a slightly wrong step, and a judge who never says no is right about true claims. Every run therefore begins
with a self-check: the exact trainer against plain gradient descent, streams of different names, and evidence of known
truth, false, vague and incomplete, that must be judged so.
`;
}
