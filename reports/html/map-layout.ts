import dagre from '@dagrejs/dagre';
import { textWidth } from '../figures/layout.js';
import type { TheoremMap } from '../theorem-map.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels; places are centres. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (TheoremMap['nodes'][number] & Point & { readonly width: number })[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly points: readonly Point[];
  }[];
}

export const NODE_HEIGHT = 30;
/** Room for the verdict's sign and the slanted ends beside the id. */
const BESIDE_ID = 44;

/** Places for the claims of the map, in columns from what is used to what uses it (Sugiyama's method, by dagre). */
export function mapLayout({ nodes, edges }: TheoremMap): MapLayout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, edgesep: 8, ranksep: 44, marginx: 8, marginy: 8 });
  for (const { id } of nodes) graph.setNode(id, { width: textWidth(id) + BESIDE_ID, height: NODE_HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  dagre.layout(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: nodes.map((node) => {
      const { x, y, width } = graph.node(node.id);
      return { ...node, x, y, width };
    }),
    edges: edges.map(({ from, to }) => ({ from, to, points: graph.edge(from, to).points })),
  };
}
