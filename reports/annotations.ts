import type { Result, Run } from '../proofs-check/result.js';
import type { Change } from './comparison/change.js';
import { oneLine } from './format.js';
import { shortened } from './markdown/within-limit.js';
import type { Source, Sources } from './sources.js';
import { byConcern, standing } from './verdict.js';

/** GitHub's commands for a log, a line for each claim that did not pass, failures first; at its source where that is known. */
export function runAnnotations({ results }: Run, sources: Sources): string {
  return byConcern(results)
    .filter((result) => result.decision.verdict !== 'supported' || result.toothless || result.missing > 0)
    .map((result) =>
      command(
        result.decision.verdict === 'refuted' || result.toothless ? 'error' : 'warning',
        `${result.claim.id}: ${standing(result)}`,
        why(result),
        sources.get(result.claim.id),
      ),
    )
    .join('');
}

/** The same for the regressions of a comparison. */
export function comparisonAnnotations(changes: readonly Change[], sources: Sources): string {
  return changes
    .filter(({ standing: kind }) => kind === 'regression')
    .map(({ claim, what, before, now, note }) =>
      command('error', `${claim}: regression`, `${what}: ${before} → ${now}; ${note}`, sources.get(claim)),
    )
    .join('');
}

function why({ decision, controls, toothless }: Result): string {
  const caught = controls.filter((each) => each.decision.verdict !== 'refuted');
  if (!toothless) return decision.reason;
  return caught
    .map(({ control, decision: { verdict, reason } }) => `control ${control.id} is ${verdict}: ${reason}`)
    .join('; ');
}

function command(
  level: 'error' | 'warning',
  title: string,
  message: string,
  source: Source | undefined,
): string {
  const place = source ? [`file=${property(source.file)}`, `line=${source.line}`] : [];
  const properties = [...place, `title=${property(title)}`].join(',');
  return `::${level} ${properties}::${data(shortened(oneLine(message)))}\n`;
}

/** The escapes of GitHub's runner: of a message, and of a property, which ends at a comma or colon. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
