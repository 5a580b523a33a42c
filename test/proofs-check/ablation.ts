import fc from 'fast-check';
import type { Assumption, Claim, Row } from '../../proofs-check/claim.js';
import type { Evidence, Result } from '../../proofs-check/result.js';
import { judgeAlone } from './thinned.js';

/** A column of the claim's rows, or of its units of work, made other than it was measured. */
export interface Mutation {
  readonly place: 'rows' | 'units';
  readonly column: string;
  /** Numbers are multiplied, texts replaced, by 'nothing' both removed. */
  readonly by: number | string;
}

export const NOTHING = 'nothing';
/** Laws with little support, without second moments' tails, not even: as texts of a column. */
const TEXTS = [
  'no',
  'binary-uniform(w0=1,aB=0.1)',
  'uniform(aW=1,aB=2)',
  'laplace(scaleW=1,scaleB=1)',
  'sphere-uniform(aB=0.1)',
  'sphere-shifted(aB=2,meanB=1)',
];
const FACTORS = [-1, 0, 1e-12, 64, 1e12];
/** Lengths of plans are among the numbers of units. */
const UNIT_FACTORS = [0, 0.25, 64];

/** Every mutation by itself, of all columns that the claim's own evidence has. */
export function mutations(evidence: Evidence): Mutation[] {
  const rows = evidence.units.flatMap(({ measured }) => measured.claim ?? []);
  const of = (place: Mutation['place'], items: readonly Row[], factors: readonly number[]): Mutation[] =>
    [...new Set(items.flatMap((item) => Object.keys(item)))].flatMap((column) => {
      const isText = items.some((item) => typeof item[column] === 'string');
      return [NOTHING, ...(isText ? TEXTS : factors)].map((by) => ({ place, column, by }));
    });
  return [
    ...of('rows', rows, FACTORS),
    ...of(
      'units',
      evidence.units.map(({ unit }) => unit),
      UNIT_FACTORS,
    ).filter(({ column }) => column !== 'id'),
    // Units may have what the plan has not.
    ...TEXTS.map((by): Mutation => ({ place: 'units', column: 'law', by })),
    { place: 'units', column: 'room', by: 0.5 },
  ];
}

/** Some mutations at once, in every unit or in one of them. */
export const severalMutations = (evidence: Evidence): fc.Arbitrary<(changed: Evidence) => Evidence> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...mutations(evidence)), { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat({ max: evidence.units.length - 1 }), { nil: undefined }),
    )
    .map(
      ([chosen, only]) =>
        (found) =>
          chosen.reduce((changed, mutation) => mutate(changed, mutation, only), found),
    );

/** The evidence with a column of the claim's rows, or of the units, changed. */
export function mutate(evidence: Evidence, mutation: Mutation, only?: number): Evidence {
  const { place } = mutation;
  const units = evidence.units.map((entry, k) => {
    if (only !== undefined && k !== only) return entry;
    const { unit, measured } = entry;
    return place === 'units'
      ? { unit: { ...changed(unit, mutation), id: unit.id }, measured }
      : { unit, measured: { ...measured, claim: measured.claim?.map((row) => changed(row, mutation)) } };
  });
  return { ...evidence, units };
}

function changed(row: Row, { place, column, by }: Mutation): Row {
  const { [column]: value, ...rest } = row;
  if (by === NOTHING) return rest;
  if (!(column in row)) return place === 'rows' ? row : { ...row, [column]: by };
  return { ...rest, [column]: typeof by === 'number' ? by * Number(value) : by };
}

/** What an assumption says of evidence; 'refused' where that is an error. */
export function stateOf({ measured }: Assumption, evidence: Evidence): 'holds' | 'broken' | 'refused' {
  const rows = evidence.units.flatMap((entry) => entry.measured.claim ?? []);
  try {
    const { holds } = measured(
      rows,
      evidence.units.map(({ unit }) => unit),
    );
    return holds ? 'holds' : 'broken';
  } catch (error) {
    if (error instanceof Error) return 'refused';
    throw error;
  }
}

/** Whatever the rows, it is 'supported': what is left is what assumptions do. */
export const alwaysSupported = (claim: Claim): Claim => ({
  ...claim,
  controls: [],
  decide: () => ({
    verdict: 'supported',
    statistic: { name: 'none', estimate: 0, interval: [0, 0], claimed: 'nothing' },
    reason: 'always',
    groups: [],
  }),
});

/** What the evidence is judged to be; undefined where it is refused with an error. */
export function judged(claim: Claim, evidence: Evidence, alpha: number): Result | undefined {
  try {
    return judgeAlone(claim, evidence, alpha).results[0];
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
