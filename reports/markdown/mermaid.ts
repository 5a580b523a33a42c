import type { Result } from '../../proofs-check/result.js';
import { type TheoremMap, theoremMap } from '../theorem-map.js';
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

/** How the claims build on each other, as GitHub draws it; see theorem-map.ts. */
export function claimGraph(results: readonly Result[]): string {
  const { nodes, edges } = theoremMap(results);
  const name = (id: string): string => `c${nodes.findIndex((each) => each.id === id)}`;
  const lines = [
    ...nodes.map((each) => node(name(each.id), each)),
    ...edges.map(({ from, to }) => `${name(from)} --> ${name(to)}`),
    ...CLASSES,
  ];
  return ['```mermaid', 'graph LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

function node(name: string, { id, look, result }: TheoremMap['nodes'][number]): string {
  const [open, close] = SHAPES[look];
  const remark = result === undefined ? 'not in this run' : verdictText(result.decision.verdict);
  return `${name}${open}"${id}<br/>${remark}${look === 'toothless' ? ', toothless' : ''}"${close}:::${look}`;
}
