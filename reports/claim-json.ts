import { PROFILES, type Claim, type Kind, type Profile } from '../proofs-check/claim.js';

/** What `list --format json` prints of each claim, and `show --format json` first. */
export interface ListedClaim {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly kind: Kind;
  /** Paper and theorem, plain text with LaTeX between dollar signs. */
  readonly source: string;
}

/** What `show --format json` prints. Fields are added, not renamed or removed. */
export interface ShownClaim extends ListedClaim {
  /** Two to four plain sentences. */
  readonly inBrief: string;
  /** Markdown with LaTeX between dollar signs; so are assumptions and protocol. */
  readonly statement: string;
  readonly assumptions: readonly string[];
  /** Ids of the claims that this one builds on. */
  readonly uses: readonly string[];
  readonly protocol: string;
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly because: string;
    /** The profiles that run it. */
    readonly profiles: readonly Profile[];
  }[];
  /** Units of work by profile. */
  readonly units: Readonly<Record<Profile, number>>;
}

export function listedClaim({ id, title, kind, source }: Claim): ListedClaim {
  return { id, title, kind, source };
}

export function shownClaim(claim: Claim): ShownClaim {
  const { inBrief, statement, assumptions, uses, protocol, controls } = claim;
  return {
    ...listedClaim(claim),
    inBrief,
    statement,
    assumptions: assumptions.map((assumption) => assumption.statement),
    uses,
    protocol,
    controls: controls.map(({ id, title, because, profiles = PROFILES }) => ({
      id,
      title,
      because,
      profiles,
    })),
    units: { quick: claim.units('quick').length, full: claim.units('full').length },
  };
}

/** JSON as the commands print it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
