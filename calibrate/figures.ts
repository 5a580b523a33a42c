import type { Figure, Layer } from '../proofs-check/claim.js';
import type { NullCalibration } from './null-calibration.js';
import type { Results } from './results.js';

/** Null calibrations by what is estimated, in the order of first appearance. */
export function byKind(nulls: readonly NullCalibration[]): [string, NullCalibration[]][] {
  const kinds = new Map<string, NullCalibration[]>();
  for (const each of nulls) {
    const kind = kindOf(each);
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds];
}

/** "rate: slope", "reproduction: exponent", … */
export const kindOf = ({ of }: NullCalibration): string => `${of.noise.type}: ${of.name}`;

const STEPS = Array.from({ length: 101 }, (_, k) => k / 100);

const shareUpTo = (values: readonly number[], p: number): number =>
  values.filter((value) => value <= p).length / values.length;

/** p-values under their null: their distribution functions, which ought to be the diagonal. */
export function uniformityFigure({ nulls, scores }: Results): Figure {
  const layersOf = (panel: string, lists: readonly (readonly number[])[]): Layer[] => {
    const curves = lists.map((list) => STEPS.map((p) => shareUpTo(list, p)));
    const at = (pick: (values: number[]) => number): number[] =>
      STEPS.map((_, k) => pick(curves.map((curve) => curve[k]).toSorted((a, b) => a - b)));
    return [
      {
        mark: 'band',
        series: 'all of them',
        panel,
        x: STEPS,
        lower: at((v) => v[0]),
        upper: at((v) => v[v.length - 1]),
      },
      { mark: 'line', series: 'the middle one', panel, x: STEPS, y: at((v) => v[Math.floor(v.length / 2)]) },
    ];
  };
  return {
    id: 'p-values',
    title: 'p-values under their null ought to be uniform',
    caption:
      'Distribution functions of the p-values of each group, the truth lying exactly at its bound; of sampled scores by claim, as observed.',
    x: { label: 'p' },
    y: { label: 'share of p-values up to p' },
    layers: [
      ...byKind(nulls).flatMap(([kind, members]) =>
        layersOf(
          kind,
          members.map(({ pValues }) => pValues),
        ),
      ),
      ...(scores.length > 0
        ? layersOf(
            'sampled scores',
            scores.map(({ pValues }) => pValues),
          )
        : []),
      { mark: 'line', series: 'uniform', x: [0, 1], y: [0, 1], dashed: true },
    ],
  };
}

/** How often intervals miss, against how often they may. */
export function coverageFigure({ nulls, tails }: Results): Figure {
  const layersOf = (panel: string, members: readonly NullCalibration[]): Layer[] =>
    members.length === 0
      ? []
      : [
          {
            mark: 'points',
            series: 'each group',
            panel,
            faint: true,
            ...seenMisses(members),
          },
          { mark: 'line', series: 'median', panel, ...medians(members) },
        ];
  return {
    id: 'coverage',
    title: 'How often intervals miss the truth, and how often they may',
    caption:
      'Share of intervals that miss a truth at the bound, against the share that they are made for, each point one group with its own noise; levels with fewer than ten misses are left out.',
    x: { label: 'nominal share of misses', log: true },
    y: { label: 'share of misses', log: true },
    layers: [
      ...byKind(nulls).flatMap(([kind, members]) => layersOf(kind, members)),
      ...layersOf('the worst ones, more draws', tails),
      { mark: 'line', series: 'as they say', x: [1e-5, 0.1], y: [1e-5, 0.1], dashed: true },
    ],
  };
}

/** Misses seen at least ten times, as points. */
function seenMisses(members: readonly NullCalibration[]): { x: number[]; y: number[] } {
  const seen = members.flatMap(({ misses, draws }) =>
    misses
      .filter(({ above, below }) => above + below >= 10)
      .map(({ level, above, below }) => ({ x: level, y: (above + below) / draws })),
  );
  return { x: seen.map(({ x }) => x), y: seen.map(({ y }) => y) };
}

function medians(members: readonly NullCalibration[]): { x: number[]; y: number[] } {
  const levels = members[0].misses.map(({ level }) => level).toSorted((a, b) => a - b);
  const rates = levels.map((_, k) => {
    const at = members
      .map(({ misses, draws }) => {
        const { above, below } = misses.toSorted((a, b) => a.level - b.level)[k];
        return (above + below) / draws;
      })
      .toSorted((a, b) => a - b);
    return at[Math.floor(at.length / 2)];
  });
  const kept = levels.map((x, k) => ({ x, y: rates[k] })).filter(({ y }) => y > 0);
  return { x: kept.map(({ x }) => x), y: kept.map(({ y }) => y) };
}

/** The largest p-value of every hypothesis over the synthetic runs: claims ought to be supported, controls refuted. */
export function marginFigure({ firstLook, alpha }: Results): Figure {
  const ranked = firstLook.hypotheses
    .map(({ hypothesis, pValues }) => ({ hypothesis, p: pValues.reduce((most, p) => Math.max(most, p), 0) }))
    .toSorted((a, b) => b.p - a.p)
    .map((each, k) => ({ ...each, rank: k + 1 }));
  const points = (claims: boolean): { x: number[]; y: number[] } => {
    const shown = ranked.filter(({ hypothesis }) => (hypothesis === 'claim') === claims);
    return { x: shown.map(({ rank }) => rank), y: shown.map(({ p }) => p) };
  };
  const ranks = ranked.map(({ rank }) => rank);
  return {
    id: 'margins',
    title: `The largest p-value of each hypothesis in ${firstLook.runs} synthetic runs`,
    caption:
      'All hypotheses in descending order of their largest p-value at the first look; p-values below 1e-12 are not told apart. What lies below the line would be decided even if all these came together in one run.',
    x: { label: 'rank', log: true },
    y: { label: 'largest p-value', log: true },
    layers: [
      { mark: 'points', series: 'claims, to be supported', ...points(true) },
      { mark: 'points', series: 'controls, to be refuted', ...points(false) },
      {
        mark: 'line',
        series: 'what Holm grants to the k-th largest: alpha / k',
        x: ranks,
        y: ranks.map((k) => alpha / k),
        dashed: true,
      },
    ],
  };
}
