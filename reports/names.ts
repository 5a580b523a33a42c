import type { Figure } from '../proofs-check/claim.js';
import { ID, RESERVED_IDS } from '../proofs-check/ids.js';
import { pluginFlags } from '../proofs-check/plugins/installed.js';
import type { Run } from '../proofs-check/result.js';

/** Last line of every page and figure: only files that end in it are ever removed. */
export const MARK = '<!-- written by theorem-check -->';

function fileStem(id: string): string {
  if (!ID.test(id) || RESERVED_IDS.includes(id)) {
    throw new Error(
      `report: got the id ${JSON.stringify(id)}, expected letters, digits and single hyphens, and none of ` +
        `${RESERVED_IDS.join(', ')}; rename the claim or figure`,
    );
  }
  return id;
}

/** Path of the whole report as one page, in the report folder. */
export const HTML_PATH = 'report.html';

/** Path of a claim's page in the report folder. */
export function pagePath(claimId: string): string {
  return `${fileStem(claimId)}.md`;
}

/** Path of a claim's figure in the report folder. */
export function figurePath(claimId: string, figure: Pick<Figure, 'id'>): string {
  return `figures/${fileStem(claimId)}-${fileStem(figure.id)}.svg`;
}

/** The command that repeats the run, one claim of it, or a shard `i/n` of it. */
export function replayCommand({ profile, seed }: Run, claimIds: readonly string[], shard?: string): string {
  // In a folder of its own: a part of the run must not take the place of the whole.
  const place = shard ? `shard-${shard.split('/')[0]}` : 'replay';
  return [
    'npx theorem-check run',
    ...claimIds,
    `--profile ${profile}`,
    `--seed ${seed}`,
    ...(shard ? [`--shard ${shard}`] : []),
    ...(shard || claimIds.length > 0 ? [`--out theorem-report/${place}`] : []),
    ...pluginFlags(),
  ].join(' ');
}
