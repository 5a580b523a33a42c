import { missingShards } from '../proofs-check/merge.js';
import type { Shards } from '../proofs-check/plan.js';

/** Which shards of a run there are, and which not, in a sentence. */
export function shardsNote(shards: Shards): string {
  const missing = missingShards(shards);
  return (
    `Of ${shards.count} shards, ${shards.measured.join(', ')} ${shards.measured.length > 1 ? 'are' : 'is'} in this ` +
    `report and ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing; it is complete when all are merged.`
  );
}
