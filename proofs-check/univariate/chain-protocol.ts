import type { Network } from '../../numerics/networks/network.js';
import { initializeNetwork } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Profile, Row, Unit } from '../claim.js';
import { adjustedData, type AdjustedData } from './adjusted-data.js';
import { gridOver, l2, P5 } from './data-sets.js';

/** The lemmas that Theorem 1 is put together from are checked for these laws, each on the data P5 adjusted for it. */
export const CHAIN_LAWS = ['uniform(aW=1,aB=2)', 'gaussian(sigmaW=1,sigmaB=0.3162)'];
export const CHAIN_GRID = gridOver(P5, 51);

export type Plan = Readonly<Record<Profile, Readonly<Record<number, number>>>>;

/** One network each: law, width, index. */
export const chainUnits = (plan: Plan, profile: Profile): Unit[] => networkUnits(CHAIN_LAWS, plan, profile);

/** The same for other laws. */
export function networkUnits(laws: readonly string[], plan: Plan, profile: Profile): Unit[] {
  return laws.flatMap((law) =>
    Object.entries(plan[profile]).flatMap(([width, runs]) =>
      Array.from({ length: runs }, (_, index) => ({
        id: `${law}/n=${width}/${index}`,
        law,
        width: Number(width),
        index,
      })),
    ),
  );
}

export interface ChainSetting extends AdjustedData {
  readonly law: BoundLaw;
  readonly start: Network;
  readonly rates: LearningRates;
  readonly width: number;
}

const known = new Map<string, AdjustedData>();

/** The network of a unit, the data it is trained on, and the usual step sizes. */
export function chainSetting(unit: Unit, random: Streams): ChainSetting {
  const [law, width] = [bindLaw(String(unit.law)), Number(unit.width)];
  const adjusted = known.get(law.text) ?? adjustedData(law, P5);
  known.set(law.text, adjusted);
  const start = initializeNetwork(law, width, random);
  return { law, width, start, rates: stableRates(start, adjusted.data.x), ...adjusted };
}

/** The sup and L2 distances of two functions on the grid, as rows of a rate. */
export function distanceRows(
  { law, width }: Pick<ChainSetting, 'law' | 'width'>,
  f: ArrayLike<number>,
  g: ArrayLike<number>,
): Row[] {
  const gaps = CHAIN_GRID.map((_, k) => Math.abs(f[k] - g[k]));
  const common = { law: law.text, width };
  const { name } = law.initialization;
  return [
    { group: `${name}, sup`, error: Math.max(...gaps), ...common },
    { group: `${name}, L2`, error: l2(gaps, CHAIN_GRID[1] - CHAIN_GRID[0]), ...common },
  ];
}

/** All rates of the hidden layer 0: only the output layer is trained. */
export const outputOnly = (rates: LearningRates): LearningRates => ({ ...rates, hidden: 0 });

/** A plan in words. */
export const planText = (runs: Readonly<Record<number, number>>): string =>
  Object.entries(runs)
    .map(([width, count]) => `${count} of ${width}`)
    .join(', ');
