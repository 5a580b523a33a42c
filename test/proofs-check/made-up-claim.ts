import type { Claim, Row } from '../../proofs-check/claim.js';
import { decideIdentity } from '../../proofs-check/decisions/identity.js';
import type { Evidence } from '../../proofs-check/result.js';

/** A claim about nothing, for tests of the machinery; override what matters. */
export function madeUpClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    id: 'made-up',
    title: 'Made up',
    inBrief: 'Is one equal to one? It is asked for the sake of the tests.',
    kind: 'numeric',
    statement: '$1 = 1$',
    source: 'none',
    assumptions: [],
    uses: [],
    protocol: 'none',
    controls: [{ id: 'wrong', title: 'wrong', because: 'it is wrong' }],
    units: () => [{ id: 'one' }],
    measure: () => ({ claim: [deviation(0)], wrong: [deviation(1)] }),
    decide: (rows) => decideIdentity(rows, 'made up'),
    figures: () => [],
    ...overrides,
  };
}

export const deviation = (value: number): Row => ({
  group: 'g',
  deviation: value,
  tolerance: 1e-9,
  scale: 1,
});

export function evidenceOf(claim: Claim, measured: Evidence['units'][number]['measured']): Evidence {
  return {
    claim: claim.id,
    profile: 'quick',
    seed: 1,
    derivations: {},
    units: [{ unit: { id: 'one' }, measured }],
  };
}
