import type { Result } from '../../proofs-check/result.js';
import { verdictText } from '../verdict.js';

/** Brackets of a node: the shape says the verdict even without colour. */
const SHAPES = {
  supported: ['([', '])'],
  refuted: ['{{', '}}'],
  inconclusive: ['[/', '/]'],
  toothless: ['[[', ']]'],
  absent: ['[', ']'],
} as const;

const CLASSES = [
  'classDef supported fill:#d7f0e6,stroke:#00664b,color:#10241d',
  'classDef refuted fill:#fbdccb,stroke:#a34700,color:#2b1405,stroke-width:3px',
  'classDef inconclusive fill:#fdf0cf,stroke:#8a6100,color:#2b2005',
  'classDef toothless fill:#f3d9e8,stroke:#8b3a6b,color:#2b1020,stroke-width:3px',
  'classDef absent fill:#f0f0f0,stroke:#767676,color:#202020,stroke-dasharray:4 3',
];

/**
 * How the claims build on each other; an arrow leads from a claim to one that uses it. Arrows that other arrows
 * imply are left out.
 */
export function claimGraph(results: readonly Result[]): string {
  const ran = new Map(results.map((result) => [result.claim.id, result]));
  const ids = [...new Set(results.flatMap(({ claim }) => [claim.id, ...claim.uses]))];
  const name = (id: string): string => `c${ids.indexOf(id)}`;
  const nodes = ids.map((id) => node(name(id), id, ran.get(id)));
  const uses = (id: string): readonly string[] => ran.get(id)?.claim.uses ?? [];
  const rests = (id: string, on: string): boolean => uses(id).some((used) => used === on || rests(used, on));
  const edges = results.flatMap(({ claim }) =>
    claim.uses
      .filter((used) => !claim.uses.some((other) => rests(other, used)))
      .map((used) => `${name(used)} --> ${name(claim.id)}`),
  );
  return [
    '```mermaid',
    'graph LR',
    ...[...nodes, ...edges, ...CLASSES].map((line) => `  ${line}`),
    '```',
  ].join('\n');
}

function node(name: string, id: string, result: Result | undefined): string {
  const verdict = result?.decision.verdict;
  const look = result?.toothless === true ? 'toothless' : (verdict ?? 'absent');
  const [open, close] = SHAPES[look];
  const remark = verdict === undefined ? 'not in this run' : verdictText(verdict);
  return `${name}${open}"${id}<br/>${remark}${look === 'toothless' ? ', toothless' : ''}"${close}:::${look}`;
}
