import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim, Profile } from '../proofs-check/claim.js';
import type { Evidence } from '../proofs-check/result.js';
import { evidencePath, readEvidence } from '../reports/evidence-files.js';

/** The report folders of finished runs below a folder, in the order of their names. */
export function finishedRuns(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'report.json')))
    .map(({ name }) => join(folder, name))
    .toSorted();
}

/**
 * The stored evidence of a run, claim by claim.
 * @throws Error naming the file that is missing or broken
 */
export const evidenceOf = (run: string, claims: readonly Claim[]): Evidence[] =>
  claims.map(({ id }) => readEvidence(join(run, evidencePath(id))));

/** Whether evidence is of this profile and holds the units of the plan, no other ones among those of the first stage. */
export function followsPlan(claim: Claim, profile: Profile, evidence: Evidence): boolean {
  const ids = new Set(evidence.units.map(({ unit }) => unit.id));
  const plan = claim.units(profile);
  const further = evidence.units.filter(({ unit }) => unit.id.endsWith(', stage 2')).length;
  return (
    evidence.profile === profile &&
    plan.every(({ id }) => ids.has(id)) &&
    evidence.units.length - further === plan.length
  );
}
