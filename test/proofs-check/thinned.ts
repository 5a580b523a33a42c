import { streams } from '../../numerics/random/streams.js';
import type { Claim } from '../../proofs-check/claim.js';
import type { Evidence, Run } from '../../proofs-check/result.js';
import { LOOKS } from '../../proofs-check/stages.js';
import { familySize, judgeRun } from '../../proofs-check/verdict.js';

/** Units of an index from so many on are left out. */
const KEPT = 16;

/** The claim with a thinned-out plan, of which the machinery expects no more. */
export function thinned(claim: Claim): Claim {
  const units = claim.units('quick').filter(({ index }) => !(Number(index) >= KEPT));
  return { ...claim, units: () => units };
}

/** The claim judged as if there were no other, every hypothesis at least at this level of each look. */
export function judgeAlone(claim: Claim, evidence: Evidence, level: number): Run {
  const alpha = level * LOOKS * familySize('quick', [claim]);
  return judgeRun('quick', evidence.seed, [evidence], { registry: [claim], alpha });
}

/** What the claim measures in the quick profile; in place of its derivations stands one without steps. */
export function measured(claim: Claim, seed: number): Evidence {
  const units = claim.units('quick').map((unit) => ({
    unit,
    measured: claim.measure(unit, streams(seed, [claim.id, unit.id])),
  }));
  const derivations = claim.derivations ? { claim: [{ title: 'left out', steps: [] }] } : {};
  return { claim: claim.id, profile: 'quick', seed, derivations, units };
}
