import { FONT } from '../figures/layout.js';
import { significant } from '../format.js';
import type { Look } from '../theorem-map.js';
import { verdictText } from '../verdict.js';
import { type MapLayout, NODE_HEIGHT, type Point } from './map-layout.js';
import type { Markup } from './markup.js';
import { html } from './markup.js';

/** Pixels; a map that is wider shrinks to this, and to no less, so that it can be read. */
const LEAST_WIDTH = 1200;

type Node = MapLayout['nodes'][number];

/** The map as SVG; a node is a link to its claim's view, so that a click or Enter opens it. */
export function mapSvg({ width, height, nodes, edges }: MapLayout): Markup {
  return html`<svg
    class="map"
    style="min-width: ${Math.min(width, LEAST_WIDTH)}px"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
    font-family="${FONT}"
    font-size="12"
  >
    <defs>
      <marker
        id="_arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0.5L8 4L0 7.5Z" />
      </marker>
    </defs>
    ${edges.map(({ from, to, points }) => html`<path class="edge" data-from="${from}" data-to="${to}" d="${curve(points)}" marker-end="url(#_arrow)" /> `)}${nodes.map(node)}
  </svg>`;
}

function node(each: Node): Markup {
  const { id, look, result, x, y, width } = each;
  const drawn = html`${outline(look, x, y, width)}<text
      x="${short(x)}"
      y="${short(y + 4)}"
      text-anchor="middle"
      >${sign(each)} ${id}</text
    >`;
  if (result === undefined)
    return html`<g class="node absent"><title>${id}: not in this run</title>${drawn}</g> `;
  const remark = `${verdictText(result.decision.verdict)}${look === 'toothless' ? ', toothless' : ''}`;
  return html`<a class="node ${look}" href="#${id}" data-id="${id}" aria-label="${id}, ${remark}"
    ><title>${result.claim.title} (${remark})</title>${drawn}</a
  > `;
}

function sign({ look, result }: Node): string {
  if (result === undefined) return '·';
  return look === 'toothless' ? '!' : verdictText(result.decision.verdict)[0];
}

/** The shape says the verdict even without colour: as in markdown/mermaid.ts. */
function outline(look: Look, x: number, y: number, width: number): Markup {
  const [left, right] = [x - width / 2, x + width / 2];
  const [top, bottom] = [y - NODE_HEIGHT / 2, y + NODE_HEIGHT / 2];
  const path = (...corners: [number, number][]): string =>
    `M${corners.map(([cx, cy]) => `${short(cx)} ${short(cy)}`).join('L')}Z`;
  const box = path([left, top], [right, top], [right, bottom], [left, bottom]);
  switch (look) {
    case 'supported':
      return html`<rect
        x="${short(left)}"
        y="${short(top)}"
        width="${short(width)}"
        height="${NODE_HEIGHT}"
        rx="${NODE_HEIGHT / 2}"
      />`;
    case 'refuted':
      return html`<path
        d="${path([left, y], [left + 10, top], [right - 10, top], [right, y], [right - 10, bottom], [left + 10, bottom])}"
      />`;
    case 'inconclusive':
      return html`<path d="${path([left + 10, top], [right, top], [right - 10, bottom], [left, bottom])}" />`;
    case 'toothless':
      return html`<path d="${box}" /><path
          d="M${short(left + 6)} ${short(top)}V${short(bottom)}M${short(right - 6)} ${short(top)}V${short(bottom)}"
        />`;
    case 'absent':
      return html`<path d="${box}" />`;
  }
}

/** A smooth line that is level at every point. */
function curve(points: readonly Point[]): string {
  const at = (x: number, y: number): string => `${short(x)} ${short(y)}`;
  const stretches = points.slice(1).map((b, k) => {
    const a = points[k];
    const middle = (a.x + b.x) / 2;
    return `C${at(middle, a.y)} ${at(middle, b.y)} ${at(b.x, b.y)}`;
  });
  return `M${at(points[0].x, points[0].y)}${stretches.join('')}`;
}

/** To a tenth of a pixel. */
function short(value: number): string {
  return significant(Math.round(value * 10) / 10, 6);
}
