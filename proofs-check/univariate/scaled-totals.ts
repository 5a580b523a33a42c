import { evaluateNetwork } from '../../numerics/networks/network.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Streams } from '../../numerics/random/streams.js';
import { fitRate, type RateFit } from '../../numerics/statistics/rate-fit.js';
import type { Figure, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import {
  CHAIN_GRID,
  CHAIN_LAWS,
  chainSetting,
  chainUnits,
  distanceRows,
  type Plan,
} from './chain-protocol.js';
import { groupFigure } from './rate-figures.js';

/** What the targets of the adjusted data are multiplied by, the largest first. */
const SCALES = [4, 1, 0.1];
const TOTALS = { relativeResidual: 1e-6, maxSteps: 5_000_000 };
const PLAN: Plan = { quick: {}, full: { 128: 24, 512: 24, 2048: 24, 8192: 24 } };

export const TOTALS_TEXT =
  `Besides (full profile only, nothing is decided by it): the total error against the limit at widths ${Object.keys(PLAN.full).join(', ')}, ` +
  `each network trained on the targets times ${SCALES.join(', ')}.`;

/** One network each, trained at every scale. */
export const totalUnits = (profile: Profile): Unit[] =>
  chainUnits(PLAN, profile).map((unit) => ({ ...unit, id: `total/${unit.id}`, scale: 'all' }));

/** The distance between trained network and infinite-width limit, over the scale. */
export function measureTotal(unit: Unit, random: Streams): Measured {
  const setting = chainSetting(unit, random);
  const { start, rates, data, limit } = setting;
  const truth = CHAIN_GRID.map(limit.evaluate);
  return {
    totals: SCALES.flatMap((scale): Row[] => {
      const targets = { x: data.x, y: data.y.map((y) => scale * y) };
      const { network } = train(start, targets, { rates, ...TOTALS });
      const values = evaluateNetwork(network, CHAIN_GRID).map((f) => f / scale);
      const [, row] = distanceRows(setting, values, truth);
      return [{ ...row, group: groupOf(setting.law.initialization.name, scale) }];
    }),
  };
}

const groupOf = (law: string, scale: number): string => `${law}, targets times ${scale}`;

/** Total error against width, a panel for each law and scale. */
export const totalFigures = ({ totals = [] }: Measured, alpha: number): Figure[] =>
  totals.length === 0
    ? []
    : [
        groupFigure({ claim: totals }, alpha, {
          id: 'totals',
          title: 'Total error against width, for larger and smaller targets',
          caption:
            'L2 distance between the trained network and the infinite-width limit, over the scale, each point one network. Large targets ' +
            'add a nonlinear error to small networks: the fitted slope steepens, until nonlinearity is negligible.',
          error: 'L2 error / scale',
          exponent: -0.5,
          controls: {},
          only: (group) => !group.endsWith('times 1'),
        }),
      ];

/** That larger targets steepen the slope, where the evidence shows it. */
export function totalFindings({ totals = [] }: Measured): Finding[] {
  const slopes = CHAIN_LAWS.map((text) => text.replace(/\(.*/, '')).flatMap((law) => {
    const fits = SCALES.map((scale) => totals.filter((row) => row.group === groupOf(law, scale)));
    return fits.every((rows) => rows.length > 0) ? [{ law, fits: fits.map(slopeOf) }] : [];
  });
  const steeper = slopes.filter(({ fits }) => fits[0].interval[1] < fits[fits.length - 1].interval[0]);
  if (steeper.length === 0) return [];
  const text = steeper.map(
    ({ law, fits }) =>
      `${law}: ${fits.map((fit, k) => `${inWords(fit)} with targets times ${SCALES[k]}`).join(', ')}`,
  );
  return [
    {
      title: 'Large targets steepen the slope beyond −1/2 at small widths',
      text:
        'The paper’s Figure 5 fits $n^{-.64}$ (ten points with larger targets) where the theory has $n^{-1/2}$. Here, on widths ' +
        `${Object.keys(PLAN.full).join(', ')} and data P5, the slope of the total error depends on the scale of the targets, the networks being ` +
        `the same (95 % intervals). ${text.join('; ')}. Relative to the targets the error of sampling does not depend on their scale; the ` +
        'nonlinear one does, and falls faster with the width.',
    },
  ];
}

const slopeOf = (rows: readonly Row[]): RateFit =>
  fitRate(
    rows.map((row) => ({ width: Number(row.width), error: Number(row.error) })),
    0.05,
  );

const inWords = ({ slope, interval }: RateFit): string =>
  `${slope.toFixed(2)} [${interval.map((bound) => bound.toFixed(2)).join(', ')}]`;
