import type { Derivation, Step, StepStatus } from '../../theory/derivation.js';
import { counted, escapeXml, oneLine } from '../format.js';
import { displayMath } from './math.js';
import { text } from './text.js';

/** How a step is marked, by what verified it. */
export const STATUS: Readonly<Record<StepStatus, string>> = {
  proved: '✔ proved',
  supported: '≈ numerically supported',
  stated: '· stated',
  abstained: '? undecided',
  rejected: '✘ false',
};

/** All derivations of a claim; folded away when there are several. */
export function derivationSections(derivations: readonly Derivation[]): string[] {
  if (derivations.length === 0) return [];
  if (derivations.length === 1) {
    const [first] = derivations;
    return [`## Derivation: ${text(first.title)}`, tally(first), ...first.steps.flatMap(stepBlocks)];
  }
  return ['## Derivations', ...derivations.flatMap(folded)];
}

function folded(derivation: Derivation): string[] {
  const summary = `<summary>${escapeXml(oneLine(derivation.title))} (${tally(derivation)})</summary>`;
  return [`<details>${summary}`, ...derivation.steps.flatMap(stepBlocks), '</details>'];
}

/** "9 steps, 6 proved, 3 stated". */
export function tally({ steps }: Derivation): string {
  const of = (status: StepStatus): number => steps.filter((step) => step.status === status).length;
  const words = (['proved', 'supported', 'stated', 'abstained', 'rejected'] as const)
    .filter((status) => of(status) > 0)
    .map((status) => `${of(status)} ${STATUS[status].slice(2)}`);
  return [counted(steps.length, 'step'), ...words].join(', ');
}

function stepBlocks(step: Step, k: number): string[] {
  const verifiedBy = step.verifiedBy === '' ? '' : `: ${text(step.verifiedBy)}`;
  return [`**${k + 1}. ${text(step.title)}** — ${STATUS[step.status]}${verifiedBy}`, displayMath(step.latex)];
}
