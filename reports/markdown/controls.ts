import type { Result, Run } from '../../proofs-check/result.js';
import { verdictText } from '../verdict.js';
import { measuredCell } from './statistic.js';
import { table } from './table.js';
import { text } from './text.js';

/** The false versions of the claim and what became of them, then those that this profile leaves out. */
export function controlSections(result: Result, run: Run): string[] {
  return ['## Controls', ...ranControls(result), ...leftOutControls(result, run)];
}

function ranControls({ controls }: Result): string[] {
  if (controls.length === 0) return ['No control ran.'];
  return [
    'Deliberately false versions of the claim, put through the same protocol and decision. Each must come out ' +
      'refuted.',
    table(
      ['Control', 'What it is', 'Why it is false', 'Verdict', 'Measured', 'Reason'],
      controls.map(({ control, decision }) => [
        text(control.id),
        text(control.title),
        text(control.because),
        verdictText(decision.verdict),
        `${text(decision.statistic.name)}: ${measuredCell(decision.statistic)}`,
        text(decision.reason),
      ]),
    ),
  ];
}

function leftOutControls({ leftOut }: Result, { profile }: Run): string[] {
  if (leftOut.length === 0) return [];
  return [
    `Left out, because the profile \`${profile}\` has no power to refute them:`,
    table(
      ['Control', 'What it is', 'Why it is false', 'Profiles that run it'],
      leftOut.map(({ id, title, because, profiles }) => [
        text(id),
        text(title),
        text(because),
        profiles?.join(', ') || 'none yet',
      ]),
    ),
  ];
}
