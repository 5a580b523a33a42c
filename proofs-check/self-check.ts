import type { Claim, Decision, Row, Verdict } from './claim.js';
import { decideIdentity } from './decisions/identity.js';
import { decideRate } from './decisions/rate.js';
import { holmLevels } from './holm.js';
import { checkInstruments } from './instrument-check.js';
import type { Evidence, Run } from './result.js';
import { judgeRun } from './verdict.js';

/** A run about nothing, of which it is known how it must end. */
export interface KnownRun {
  readonly name: string;
  readonly run: Run;
  readonly ends: 'passed' | 'refuted' | 'unfinished';
}

const ALPHA = 1e-6;
const GOOD: Row = { group: 'made up', deviation: 0.5, tolerance: 1, scale: 1e6 };
const BAD: Row = { ...GOOD, deviation: 2 };
/** The tolerance is wider than what is compared. */
const VAGUE: Row = { ...GOOD, scale: 1 };

/**
 * Shows the judge evidence of known truth. A defect in decisions or verdicts hardly shows where all claims are true, so
 * every run begins with false, vague and incomplete ones. The instruments are tried first.
 * @returns runs of known outcome, for whoever turns a run into an exit code
 * @throws Error that names the evidence, what was said of it, and what is true
 */
export function selfCheck(): KnownRun[] {
  checkInstruments();
  for (const [name, decision, verdict] of knownDecisions()) require(name, decision.verdict, verdict);
  const [wide, narrow] = [ALPHA, 1000 * ALPHA].map((alpha) => rate(-0.45, 1, alpha).statistic.interval);
  require('a smaller error has a wider interval', wide[0] < narrow[0] && narrow[1] < wide[1], true);
  require('one of a hundred hypotheses gets a hundredth', holmLevels([0.5], ALPHA, 100)[0] <=
    ALPHA / 100, true);
  const runs = knownRuns();
  for (const { name, run, ends } of runs) require(name, run.passed, ends === 'passed');
  return runs;
}

const knownDecisions = (): (readonly [string, Decision, Verdict])[] => [
  ['a deviation within its tolerance', decideIdentity([GOOD], ''), 'supported'],
  ['a deviation of twice its tolerance', decideIdentity([GOOD, BAD], ''), 'refuted'],
  ['a tolerance that says nothing', decideIdentity([GOOD, VAGUE], ''), 'inconclusive'],
  ['errors that fall as claimed', rate(-0.5, 0.1), 'supported'],
  ['errors that fall too slowly', rate(-0.3, 0.1), 'refuted'],
  ['errors that scatter too widely', rate(-0.45, 1), 'inconclusive'],
];

/** The decision that errors with this slope and scatter fall as width^(−1/2), within a tenth. */
function rate(slope: number, scatter: number, alpha = ALPHA): Decision {
  const rows = [64, 512, 4096].flatMap((width) =>
    [-1, -0.5, 0.5, 1, -0.8, 0.8].map((noise) => ({
      group: 'made up',
      width,
      error: Math.exp(slope * Math.log(width) + scatter * noise),
    })),
  );
  return decideRate(rows, alpha, { exponent: -0.5, tolerance: 0.1 });
}

const knownRuns = (): KnownRun[] => [
  known('a true claim with a false control', 'passed', {}),
  known('a false claim', 'refuted', { claim: [BAD] }),
  known('a control that is not refuted', 'refuted', { control: [GOOD] }),
  known('a control that was not measured', 'refuted', { control: [] }),
  known('a false step of a derivation', 'refuted', { step: 'rejected' }),
  known('a step that was not verified', 'unfinished', { step: 'abstained' }),
  known('a broken assumption', 'unfinished', { holds: false }),
  known('vague evidence', 'unfinished', { claim: [VAGUE] }),
  known('a unit of work that is missing', 'unfinished', { planned: 2 }),
  { name: 'nothing at all', run: judgeRun('quick', 0, []), ends: 'unfinished' },
];

interface Truth {
  readonly claim?: readonly Row[];
  readonly control?: readonly Row[];
  readonly step?: 'proved' | 'rejected' | 'abstained';
  readonly holds?: boolean;
  readonly planned?: number;
}

function known(
  name: string,
  ends: KnownRun['ends'],
  { claim: rows = [GOOD], control = [BAD], step = 'proved', holds = true, planned = 1 }: Truth,
): KnownRun {
  const units = Array.from({ length: planned }, (_, k) => ({ id: `unit ${k}` }));
  const claim: Claim = {
    id: 'made-up',
    title: name,
    inBrief: 'Made up.',
    kind: 'numeric',
    statement: 'none',
    source: 'none',
    assumptions: [{ statement: 'made up', measured: () => ({ value: 'made up', holds }) }],
    uses: [],
    protocol: 'none',
    controls: [{ id: 'control', title: 'made up', because: 'made up' }],
    units: () => units,
    measure: () => ({ claim: rows, control }),
    decide: (found) => decideIdentity(found, 'made up'),
    figures: () => [],
  };
  const evidence: Evidence = {
    claim: claim.id,
    profile: 'quick',
    seed: 0,
    derivations: {
      claim: [{ title: name, steps: [{ title: name, latex: 'x', status: step, verifiedBy: 'nobody' }] }],
    },
    units: [{ unit: units[0], measured: { claim: rows, control } }],
  };
  return { name, run: judgeRun('quick', 0, [evidence], { registry: [claim] }), ends };
}

function require<T>(name: string, got: T, expected: T): void {
  if (got === expected) return;
  throw new Error(
    `self-check: got ${String(got)} for ${name}, expected ${String(expected)}: the code that judges is broken`,
  );
}
