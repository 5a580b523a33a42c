import type { Figure } from '../proofs-check/claim.js';
import type { Run } from '../proofs-check/result.js';

/** Last line of every page and figure: only files that end in it are ever removed. */
export const MARK = '<!-- written by theorem-check -->';

/** Ids name files and links: letters, digits and inner hyphens, so that they need no escaping anywhere. */
const ID = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const RESERVED: readonly string[] = ['index', 'findings', 'ledger', 'report', 'summary'];

function fileStem(id: string): string {
  if (!ID.test(id) || RESERVED.includes(id)) {
    throw new Error(
      `report: got the id ${JSON.stringify(id)}, expected letters, digits and single hyphens, and none of ` +
        `${RESERVED.join(', ')}; rename the claim or figure`,
    );
  }
  return id;
}

/** Path of a claim's page in the report folder. */
export function pagePath(claimId: string): string {
  return `${fileStem(claimId)}.md`;
}

/** Path of a claim's figure in the report folder. */
export function figurePath(claimId: string, figure: Figure): string {
  return `figures/${fileStem(claimId)}-${fileStem(figure.id)}.svg`;
}

/** The command that repeats the run, or one claim of it. */
export function replayCommand({ profile, seed }: Run, claimIds: readonly string[]): string {
  // In a folder of its own: a part of the run must not take the place of the whole.
  const folder = claimIds.length > 0 ? ['--out theorem-report/replay'] : [];
  return ['npx theorem-check run', ...claimIds, `--profile ${profile}`, `--seed ${seed}`, ...folder].join(
    ' ',
  );
}
