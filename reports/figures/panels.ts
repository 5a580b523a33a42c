import type { Axis, Figure, Layer } from '../../proofs-check/claim.js';
import { type ColourScale, isField } from './colour-scale.js';
import { PADDING, WIDTH, textWidth } from './layout.js';
import { type Box, MARGIN, type PanelAxis, leftMargin, panel } from './panel.js';
import { type Domain, domainOf, sharedDomains, spanOf } from './scale.js';
import type { Look } from './series.js';
import { svgText } from './svg-text.js';
import { type Fits, angleTicks, ticksOf } from './ticks.js';

const GAP = 10;
const Y_NAME = 20;
const X_NAME = 22;
const TITLE = 20;
/** Pixels that a label needs: free space beside it on the x axis, its share of the y axis. */
const BESIDE = 12;
const LINE = 34;
/** Of a panel with equal aspect, before it becomes narrower instead. */
const TALLEST = 400;

/** The panels in a grid of at most three columns, with the names of the axes at its left and lower edge. */
export function panels(
  figure: Figure,
  looks: readonly Look[],
  scales: readonly ColourScale[],
  top: number,
): { svg: string; height: number } {
  const named = [...new Set(figure.layers.flatMap((layer) => layer.panel ?? []))];
  const titles: readonly (string | undefined)[] = named.length > 0 ? named : [undefined];
  const layersOf = (title?: string): Layer[] =>
    figure.layers.filter((layer) => layer.panel === undefined || layer.panel === title);
  const drawn = titles.map(layersOf);
  const titleHeight = named.length > 0 ? TITLE : 0;
  const usual = gridOf(titles.length, titleHeight, top);

  const domainsOf = (valuesOf: (layer: Layer) => readonly number[], axis: Axis): readonly Domain[] => {
    const domains = drawn.map((layers) =>
      layers.some(isField) ? spanOf(layers.flatMap(valuesOf)) : domainOf(layers.flatMap(valuesOf), axis),
    );
    return figure.equalAspect === true
      ? domains.map(() => spanOf(domains.flat()))
      : sharedDomains(domains, axis);
  };
  const domains = { x: domainsOf(xValues, figure.x), y: domainsOf(yValues, figure.y) };
  const ratio = figure.equalAspect === true ? length(domains.y[0]) / length(domains.x[0]) : undefined;
  const tallest = ratio === undefined ? Infinity : ratio * (usual.width - MARGIN.right);
  const inner = Math.min(usual.height - MARGIN.top - MARGIN.bottom, tallest);
  const yAxes = domains.y.map((domain) =>
    axisOf(domain, figure.y, (labels) => labels.length * LINE <= inner),
  );
  const marginLeft = Math.max(...yAxes.map(leftMargin));
  const grid =
    ratio === undefined
      ? usual
      : gridOf(titles.length, titleHeight, top, equalAspect(usual.width, marginLeft, ratio));
  const across = grid.width - marginLeft - MARGIN.right;
  const xAxes = domains.x.map((domain) => axisOf(domain, figure.x, (labels) => rowWidth(labels) <= across));

  const bodies = drawn.map((layers, k) =>
    panel(layers, looks, scales, xAxes[k], yAxes[k], grid.box(k), marginLeft, `panel-${k}`),
  );
  const headings = named.map((title, k) => {
    const { x, y } = grid.box(k);
    return label(title, x + marginLeft + across / 2, y - 3, across, 'font-weight="600"');
  });
  const middle = top + grid.total / 2;
  const yNameAt = grid.box(0).x - Y_NAME + 8;
  const turn = `transform="rotate(-90 ${yNameAt} ${middle})"`;
  const yName = label(axisName(figure.y, domains.y), yNameAt, middle, grid.total, turn);
  const xMiddle = (grid.box(0).x + marginLeft + grid.right - MARGIN.right) / 2;
  const xRoom = 2 * (WIDTH - PADDING - xMiddle);
  const xName = label(axisName(figure.x, domains.x), xMiddle, top + grid.total + 14, xRoom);
  return { svg: [...bodies, ...headings, yName, xName].join('\n'), height: grid.total + X_NAME };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A grid for that many panels, each below a title of the given height; smaller panels stand in the middle. */
function gridOf(count: number, titleHeight: number, top: number, size?: Size) {
  const columns = count === 1 ? 1 : count === 2 || count === 4 ? 2 : 3;
  const room = WIDTH - 2 * PADDING - Y_NAME;
  const widest = Math.floor((room - (columns - 1) * GAP) / columns);
  const { width, height } = size ?? { width: widest, height: [360, 250, 190][columns - 1] };
  const spare = Math.floor((columns * (widest - width)) / 2);
  const left = PADDING + Y_NAME + spare;
  const right = WIDTH - PADDING - spare;
  const box = (k: number): Box => ({
    x: left + (k % columns) * (width + GAP),
    y: top + Math.floor(k / columns) * (height + titleHeight) + titleHeight,
    width,
    height,
  });
  return { width, height, right, box, total: Math.ceil(count / columns) * (height + titleHeight) };
}

/** The largest panel no wider than that whose frame has the given ratio of height to width. */
function equalAspect(width: number, marginLeft: number, ratio: number): Size {
  const across = Math.min(width - marginLeft - MARGIN.right, Math.round(TALLEST / ratio));
  return {
    width: marginLeft + across + MARGIN.right,
    height: Math.round(across * ratio) + MARGIN.top + MARGIN.bottom,
  };
}

function axisOf(domain: Domain, { log = false, angle = false }: Axis, fits: Fits): PanelAxis {
  return { log, domain, ...(angle ? angleTicks(domain, fits) : ticksOf(domain, log, fits)) };
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

const length = ([low, high]: Domain): number => high - low;
const xValues = (layer: Layer): readonly number[] => layer.x;
const yValues = (layer: Layer): readonly number[] =>
  layer.mark === 'band' ? [...layer.lower, ...layer.upper] : layer.y;
