import { CLAIMS } from './command.js';
import type { Comparison } from './determinism.js';
import { PHASES, type Chain } from './kills.js';

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly string[]): string =>
  [row(...header), row(...header.map(() => '---')), ...rows].join('\n');

/** The results as a page of Markdown. */
export function robustnessPage(
  date: string,
  chains: readonly Chain[],
  comparisons: readonly Comparison[],
): string {
  const kills = chains.flatMap((chain) => chain.kills);
  const wrong = chains.filter((chain) => chain.wrong.length > 0);
  const differ = comparisons.filter((each) => each.differ.length > 0);
  return `# Robustness

Written by \`npm run torture\` on ${date}, with the claims ${CLAIMS.map((id) => `\`${id}\``).join(', ')}, profile quick.
Byte-identical means every file of the report folder but \`report.json\`, which alone holds times and machine facts.

## Kill −9 at ${kills.length} random moments

A run is started, killed, resumed, killed again; after every fourth kill it is let finish, and its report compared with
that of an unbroken run. ${chains.length - wrong.length} of ${chains.length} reports byte-identical, exit code 0.

${table(
  ['Phase that the kill met', 'Kills'],
  PHASES.map((phase) => row(phase, kills.filter((each) => each === phase).length)),
)}
${wrong.map(({ kills: met, wrong: what }) => `\nWrong after kills in ${met.join(', ')}: ${what.join('; ')}\n`).join('')}
## The same bytes

${comparisons.length - differ.length} of ${comparisons.length} byte-identical to the reference run.

${table(
  ['Run', 'Report'],
  comparisons.map(({ what, differ: paths }) =>
    row(what, paths.length === 0 ? 'byte-identical' : `differs: ${paths.join(', ')}`),
  ),
)}
`;
}
