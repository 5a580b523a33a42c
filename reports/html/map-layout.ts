import dagre from '@dagrejs/dagre';
import type { TheoremMap } from '../theorem-map.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels; a node's place is its centre. Arrows run level at every one of their points. */
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

export const NODE_HEIGHT = 28;
/** Of a letter of an id, on average; some fonts are wider, which the room beside it allows for. */
const LETTER = 6.6;
/** Room for the verdict's sign and the slanted ends beside the id. */
const BESIDE_ID = 42;

/** Places for the claims of the map, in columns from what is used to what uses it (Sugiyama's method, by dagre). */
export function mapLayout({ nodes, edges }: TheoremMap): MapLayout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 9, edgesep: 8, ranksep: 46, marginx: 4, marginy: 6 });
  for (const { id } of nodes) {
    graph.setNode(id, { width: id.length * LETTER + BESIDE_ID, height: NODE_HEIGHT });
  }
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  dagre.layout(graph);
  beginAtTop(
    graph,
    nodes.map(({ id }) => id).filter((id) => edges.every(({ to }) => to !== id)),
  );
  const size = graph.graph();
  const placed = nodes.map((node) => {
    const { x, y, width } = graph.node(node.id);
    return { ...node, x, y, width };
  });
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: placed,
    edges: edges.map(({ from, to }) => {
      const [start, end] = [graph.node(from), graph.node(to)];
      return { from, to, points: route(start, end, graph.edge(from, to).points, placed) };
    }),
  };
}

/** Turned upside down where the claims that use no other would stand in the lower half: one reads from the top. */
function beginAtTop(graph: dagre.graphlib.Graph, first: readonly string[]): void {
  const { height = 0 } = graph.graph();
  const below = first.filter((id) => graph.node(id).y > height / 2);
  if (below.length <= first.length / 2) return;
  const places = [
    ...graph.nodes().map((id) => graph.node(id)),
    ...graph.edges().flatMap((edge) => graph.edge(edge).points),
  ];
  for (const place of places) place.y = height - place.y;
}

type Box = Point & { readonly width: number };

/**
 * From the middle of a node's right side to the middle of another's left side. Through a column, its own and those
 * on the way, an arrow runs straight, so that it passes between the nodes there.
 */
function route(start: Box, end: Box, bends: readonly Point[], boxes: readonly Box[]): Point[] {
  const half = (x: number): number =>
    Math.max(0, ...boxes.filter((box) => Math.abs(box.x - x) < 1).map(({ width }) => width / 2));
  const columns = bends.slice(1, -1).filter(({ x }) => half(x) > 0);
  return [
    { x: start.x + start.width / 2, y: start.y },
    { x: start.x + half(start.x), y: start.y },
    ...columns.flatMap(({ x, y }) => [
      { x: x - half(x), y },
      { x: x + half(x), y },
    ]),
    { x: end.x - half(end.x), y: end.y },
    { x: end.x - end.width / 2, y: end.y },
  ];
}
