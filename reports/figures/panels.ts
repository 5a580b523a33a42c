import type { Axis, Figure, Layer } from '../../proofs-check/claim.js';
import { PADDING, WIDTH, textWidth } from './layout.js';
import { type Box, MARGIN, type PanelAxis, leftMargin, panel } from './panel.js';
import { type Domain, domainOf, sharedDomains } from './scale.js';
import type { Look } from './series.js';
import { svgText } from './svg-text.js';
import { type Fits, ticksOf } from './ticks.js';

const GAP = 10;
const Y_NAME = 20;
const X_NAME = 22;
const TITLE = 20;
/** Pixels that a label needs: free space beside it on the x axis, its share of the y axis. */
const BESIDE = 12;
const LINE = 34;

/** The panels in a grid of at most three columns, with the names of the axes at its left and lower edge. */
export function panels(figure: Figure, looks: readonly Look[], top: number): { svg: string; height: number } {
  const named = [...new Set(figure.layers.flatMap((layer) => layer.panel ?? []))];
  const titles: readonly (string | undefined)[] = named.length > 0 ? named : [undefined];
  const layersOf = (title?: string): Layer[] =>
    figure.layers.filter((layer) => layer.panel === undefined || layer.panel === title);
  const drawn = titles.map(layersOf);
  const grid = gridOf(titles.length, named.length > 0 ? TITLE : 0, top);

  const domains = {
    x: sharedDomains(
      drawn.map((layers) => domainOf(layers.flatMap(xValues), figure.x)),
      figure.x,
    ),
    y: sharedDomains(
      drawn.map((layers) => domainOf(layers.flatMap(yValues), figure.y)),
      figure.y,
    ),
  };
  const inner = grid.height - MARGIN.top - MARGIN.bottom;
  const yAxes = domains.y.map((domain) =>
    axisOf(domain, figure.y, (labels) => labels.length * LINE <= inner),
  );
  const marginLeft = Math.max(...yAxes.map(leftMargin));
  const across = grid.width - marginLeft - MARGIN.right;
  const xAxes = domains.x.map((domain) => axisOf(domain, figure.x, (labels) => rowWidth(labels) <= across));

  const bodies = drawn.map((layers, k) => panel(layers, looks, xAxes[k], yAxes[k], grid.box(k), marginLeft));
  const headings = named.map((title, k) => {
    const { x, y } = grid.box(k);
    return label(title, x + marginLeft + across / 2, y - 3, across, 'font-weight="600"');
  });
  const middle = top + grid.total / 2;
  const turn = `transform="rotate(-90 ${PADDING + 8} ${middle})"`;
  const yName = label(axisName(figure.y, domains.y), PADDING + 8, middle, grid.total, turn);
  const xMiddle = (grid.box(0).x + marginLeft + WIDTH - PADDING - MARGIN.right) / 2;
  const xRoom = 2 * (WIDTH - PADDING - xMiddle);
  const xName = label(axisName(figure.x, domains.x), xMiddle, top + grid.total + 14, xRoom);
  return { svg: [...bodies, ...headings, yName, xName].join('\n'), height: grid.total + X_NAME };
}

/** Sizes of a grid for that many panels, each below a title of the given height. */
function gridOf(count: number, titleHeight: number, top: number) {
  const columns = count === 1 ? 1 : count === 2 || count === 4 ? 2 : 3;
  const left = PADDING + Y_NAME;
  const width = Math.floor((WIDTH - left - PADDING - (columns - 1) * GAP) / columns);
  const height = [360, 250, 190][columns - 1];
  const box = (k: number): Box => ({
    x: left + (k % columns) * (width + GAP),
    y: top + Math.floor(k / columns) * (height + titleHeight) + titleHeight,
    width,
    height,
  });
  return { width, height, box, total: Math.ceil(count / columns) * (height + titleHeight) };
}

function axisOf(domain: Domain, { log = false }: Axis, fits: Fits): PanelAxis {
  return { log, domain, ...ticksOf(domain, log, fits) };
}

function rowWidth(labels: readonly string[]): number {
  return labels.length * (BESIDE + Math.max(...labels.map((each) => textWidth(each))));
}

/** Says so where panels cannot be compared by eye. */
function axisName({ label: name }: Axis, domains: readonly Domain[]): string {
  const same = domains.every(([low, high]) => low === domains[0][0] && high === domains[0][1]);
  return same ? name : `${name} (each panel has its own scale)`;
}

function label(content: string, x: number, y: number, room: number, attributes = ''): string {
  return svgText(content, x, y, room, `text-anchor="middle" ${attributes}`);
}

const xValues = (layer: Layer): readonly number[] => layer.x;
const yValues = (layer: Layer): readonly number[] =>
  layer.mark === 'band' ? [...layer.lower, ...layer.upper] : layer.y;
