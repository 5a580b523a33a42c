import { Measurements, piecesOf, type RunKey, type Shards } from './plan.js';
import type { Evidence } from './result.js';

/** What one folder contributes to a merge. */
export interface Part {
  /** Its folder, for messages. */
  readonly name: string;
  readonly key: RunKey;
  readonly claims: readonly string[];
  /** Absent: the whole run. */
  readonly shards?: Shards;
  readonly evidence: readonly Evidence[];
}

export interface Merged {
  readonly key: RunKey;
  readonly claims: readonly string[];
  readonly known: Measurements;
  /** The parts that there are; absent where none is missing. */
  readonly shards?: Shards;
}

/** Parts that do not belong together. */
export class MergeError extends Error {}

const WHOLE: Shards = { count: 1, measured: [1] };

/**
 * Joins parts of one run, at least one of them. Pure.
 * @throws MergeError where two differ in code, profile, seed, claims or number of shards, or have a shard in common
 */
export function mergeParts(parts: readonly Part[]): Merged {
  const [first] = parts;
  const { count } = first.shards ?? WHOLE;
  const owner = new Map<number, string>();
  const known = new Measurements();
  for (const part of parts) {
    requireSame(first, part);
    for (const k of (part.shards ?? WHOLE).measured) {
      const other = owner.get(k);
      if (other !== undefined)
        throw new MergeError(`shard ${k} of ${count} is both in ${other} and in ${part.name}; leave one out`);
      owner.set(k, part.name);
    }
    for (const evidence of part.evidence) known.add(...piecesOf(evidence));
  }
  const measured = [...owner.keys()].sort((a, b) => a - b);
  const { key, claims } = first;
  return { key, claims, known, ...(measured.length < count && { shards: { count, measured } }) };
}

/** Numbers of the parts that are not there. */
export function missingShards({ count, measured }: Shards): number[] {
  return Array.from({ length: count }, (_, k) => k + 1).filter((k) => !measured.includes(k));
}

function requireSame(a: Part, b: Part): void {
  const facts = ({ key, claims, shards }: Part): [string, string][] => [
    ['code', key.code],
    ['profile', key.profile],
    ['seed', String(key.seed)],
    ['claims', claims.join(' ')],
    ['number of shards', String((shards ?? WHOLE).count)],
  ];
  const others = facts(b);
  facts(a).forEach(([name, value], k) => {
    const [, other] = others[k];
    if (value === other) return;
    throw new MergeError(
      `${a.name} and ${b.name} are not of one run: ${name} ${value} and ${other}; merge shards of one run`,
    );
  });
}
