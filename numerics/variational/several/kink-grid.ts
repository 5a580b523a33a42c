import type { Direction } from '../../../theory/initializations/several/vector-law.js';
import type { DirectionRule } from '../../quadrature/hemisphere-rule.js';

/** Nodes (V, c) of a hidden unit’s direction and offset, with the weight h of their cells in dV dc. */
export interface KinkGrid {
  readonly nodes: readonly {
    readonly direction: Direction;
    readonly offset: number;
    readonly weight: number;
  }[];
}

/** Directions × the midpoints of equal cells in −reach < c < reach. */
export function kinkGrid({ directions, weights }: DirectionRule, offsets: number, reach: number): KinkGrid {
  const cell = (2 * reach) / offsets;
  return {
    nodes: directions.flatMap((direction, k) =>
      Array.from({ length: offsets }, (_, l) => ({
        direction,
        // Symmetric about 0 to the last bit, so that (−V, −c) is a node when −V is a direction.
        offset: (l + 0.5 - 0.5 * offsets) * cell,
        weight: weights[k] * cell,
      })),
    ),
  };
}
