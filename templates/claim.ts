import { decideIdentity, definePlugin, toBeWritten, type Claim } from 'theorem-check';

/** To be written: the statement in one line. */
export const newClaim: Claim = {
  id: 'new-claim',
  title: 'To be written: the statement in a few words',
  inBrief: 'To be written: two to four plain sentences for someone who has not read the paper.',
  // symbolic, numeric (an identity between two computations) or statistical (a law about many seeds)
  kind: 'numeric',
  statement: 'To be written: the statement in full, with formulas such as $f(x)=x$',
  source: 'To be written: paper and theorem, or what it follows from',
  // { statement, measured: (rows) => ({ value, holds }) }: a claim with a broken assumption is never supported
  assumptions: [],
  // ids of the claims that this one builds on
  uses: [],
  protocol: 'To be written: what is measured, and to which tolerance for which reason',
  controls: [
    {
      id: 'false-version',
      title: 'To be written: a version of the claim that is false',
      because: 'To be written: why it is false',
    },
  ],
  // independent units of work, each with an id of its own
  units: (profile) =>
    Array.from({ length: profile === 'quick' ? 4 : 20 }, (_, index) => ({ id: `case/${index}`, index })),
  // rows by hypothesis, { claim: [row], 'false-version': [row] }, measured by the same code; a row for decideIdentity is
  // { group, deviation, tolerance, scale }; random numbers come from random.stream('name') alone
  measure: () => toBeWritten('measure of new-claim'),
  decide: (rows) => decideIdentity(rows, 'To be written: the tolerance in words'),
  figures: () => [],
};

export default definePlugin({ claims: [newClaim] });
