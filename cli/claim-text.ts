import type { Claim, Control } from '../proofs-check/claim.js';

/** A line per claim in aligned columns: id, kind, title, source. */
export function listText(claims: readonly Claim[]): string {
  const width = (of: (claim: Claim) => string): number =>
    Math.max(...claims.map((claim) => of(claim).length));
  const idWidth = width(({ id }) => id);
  const kindWidth = width(({ kind }) => kind);
  return claims
    .map(
      ({ id, kind, title, source }) =>
        `${id.padEnd(idWidth)}  ${kind.padEnd(kindWidth)}  ${title} (${source})\n`,
    )
    .join('');
}

/** All that a claim says of itself before anything is measured, in Markdown. */
export function claimText(claim: Claim): string {
  const items = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n') || 'none';
  const controls = claim.controls.map(({ id, title, because, profiles }) => {
    return `**${id}**${profilesText(profiles)}: ${title}. False because ${because}`;
  });
  const blocks = [
    `# ${claim.title}`,
    `\`${claim.id}\`, ${claim.kind}; ${claim.source}`,
    claim.inBrief,
    '## Statement',
    claim.statement,
    '## Assumptions',
    items(claim.assumptions.map(({ statement }) => statement)),
    '## Protocol',
    claim.protocol,
    '## Controls',
    items(controls),
    '## Builds on',
    items(claim.uses.map((id) => `\`${id}\``)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function profilesText(profiles: Control['profiles']): string {
  if (profiles === undefined) return '';
  return profiles.length > 0 ? ` (profile ${profiles.join(', ')} only)` : ' (no profile runs it yet)';
}
