import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim, Profile } from '../proofs-check/claim.js';
import type { Evidence } from '../proofs-check/result.js';
import { furtherUnits } from '../proofs-check/stages.js';
import { readStoredRun } from '../reports/stored-run.js';
import { hypothesesOf } from './pool.js';

/** The report folders of finished runs below a folder, in the order of their names. */
export function finishedRuns(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'report.json')))
    .map(({ name }) => join(folder, name))
    .toSorted();
}

/** The evidence of a run, as far as it belongs to the present plan. */
export interface PilotRun {
  /** Fingerprint of the code that measured it, which need not be the code that judges it now. */
  readonly code: string;
  readonly evidence: readonly Evidence[];
  /** Ids of claims that it has no evidence for, or evidence of another plan or profile, or evidence that was changed. */
  readonly stale: readonly string[];
}

/**
 * Reads what a run measured, but for rows that nothing is decided from.
 * @throws Error naming a file that is broken
 */
export function readRun(folder: string, claims: readonly Claim[], profile: Profile): PilotRun {
  const run = readStoredRun(folder);
  const evidence: Evidence[] = [];
  const stale: string[] = [];
  for (const claim of claims) {
    const stored = run?.evidence.find((each) => each.claim === claim.id);
    if (stored && followsPlan(claim, profile, stored)) evidence.push(decidedOnly(claim, stored));
    else stale.push(claim.id);
  }
  return { code: run?.manifest.key.code ?? 'unknown', evidence, stale };
}

/** Whether evidence has all units of the plan and none but those of the plan and its further stage. */
export function followsPlan(claim: Claim, profile: Profile, evidence: Evidence): boolean {
  if (evidence.profile !== profile) return false;
  const ids = new Set(evidence.units.map(({ unit }) => unit.id));
  const [plan, further] = [claim.units(profile), furtherUnits(claim, profile)];
  const known = new Set([...plan, ...further].map(({ id }) => id));
  return plan.every(({ id }) => ids.has(id)) && [...ids].every((id) => known.has(id));
}

function decidedOnly(claim: Claim, evidence: Evidence): Evidence {
  const decided = new Set(hypothesesOf(claim));
  const units = evidence.units.map(({ unit, measured }) => ({
    unit,
    measured: Object.fromEntries(Object.entries(measured).filter(([id]) => decided.has(id))),
  }));
  return { ...evidence, units };
}
