import type { Derivation } from '../../../theory/derivation.js';
import type { Claim } from '../../../proofs-check/claim.js';
import type { Result, Run } from '../../../proofs-check/result.js';
import { renderReport } from '../../../reports/report.js';
import { CHANCE, claim, control, decision, figure, result, run } from '../made-up-run.js';

/** A title made to break HTML. */
export const TITLE = `<script>alert("1 & 2")</script> it's > "a" < b`;

const derivation: Derivation = {
  title: 'Gaussian weights',
  steps: [
    { title: 'Definition', latex: '\\zeta(x)=\\int|w|^3p(w,-wx)\\,dw', status: 'stated', verifiedBy: '' },
    { title: 'Even', latex: '\\zeta(-x)=\\zeta(x)', status: 'proved', verifiedBy: 'exact arithmetic' },
  ],
};

function made(
  id: string,
  uses: readonly string[],
  change: Partial<Result> = {},
  of: Partial<Claim> = {},
): Result {
  const plain = claim({ id, uses, title: `Statement of ${id}`, ...of });
  const usual = result({ claim: plain });
  return {
    ...usual,
    evidence: {
      ...usual.evidence,
      derivations: { claim: [derivation, { ...derivation, title: 'Uniform weights' }] },
    },
    ...change,
  };
}

/** Every verdict, everything that a view can show. */
export const everyKind: Run = run(
  [
    made('first', [], {}, { title: TITLE, kind: 'symbolic' }),
    made('second', ['first'], {}, { kind: 'numeric' }),
    made('third', ['first', 'elsewhere'], { decision: decision('refuted') }),
    made('fourth', ['second', 'third'], { decision: decision('inconclusive'), missing: 3 }),
    made('fifth', ['fourth'], {
      toothless: true,
      controls: [{ control, chance: CHANCE, decision: decision('supported') }],
      leftOut: [{ ...control, id: 'left-out', profiles: ['full'] }],
    }),
    made('sixth', ['fifth'], {}, { figures: () => [figure, { ...figure, id: 'more' }] }),
  ],
  { passed: false },
);

export function htmlReport(of: Run): string {
  return renderReport(of).get('report.html')!;
}
