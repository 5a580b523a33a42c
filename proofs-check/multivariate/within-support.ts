import { norm, pointRows } from '../../numerics/kernels/several/points.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Assumption, Row, Unit } from '../claim.js';
import type { PointData } from './point-sets.js';

/** A rotation-invariant law of so many inputs, and how far from the origin the claim looks under it. */
export interface Looked {
  readonly law: string;
  readonly inputs: number;
  readonly reach: number;
}

/** The largest norm of a data point. */
export const reachOf = ({ x, inputs }: PointData): number => Math.max(...pointRows(x, inputs).map(norm));

/** ζ(V, c) > 0 for |c| up to the reach, under every law that there is evidence of. */
export const withinSupport = (
  statement: string,
  settings: (rows: readonly Row[], units: readonly Unit[]) => readonly Looked[],
): Assumption => ({
  statement,
  measured: (rows, units) => {
    const found = settings(rows, units).map(({ law, inputs, reach }) => {
      // Of a rotation-invariant law any direction will do.
      const axis = Array.from({ length: inputs }, (_, i) => (i === 0 ? 1 : 0));
      const [from, to] = bindVectorLaw(law, inputs).range(axis);
      return { reach, support: Math.min(-from, to) };
    });
    if (found.length === 0) return { value: 'not measured', holds: false };
    return {
      value:
        `largest norm ${Math.max(...found.map(({ reach }) => reach)).toFixed(3)}, ` +
        `$\\zeta>0$ up to ${Math.min(...found.map(({ support }) => support))}`,
      holds: found.every(({ reach, support }) => reach <= support),
    };
  },
});
