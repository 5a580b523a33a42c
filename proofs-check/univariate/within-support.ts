import type { Data } from '../../numerics/networks/training.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Assumption, Row, Unit } from '../claim.js';

/** A law, and data that networks were trained on under it. */
export interface Trained {
  readonly law: string;
  readonly data: Data;
}

/** Every data point lies in the support of ζ, under every law that there is evidence of. */
export const withinSupport = (
  settings: (rows: readonly Row[], units: readonly Unit[]) => readonly Trained[],
): Assumption => ({
  statement: 'every $x_j$ lies in $\\operatorname{supp}\\zeta$',
  measured: (rows, units) => {
    const reach = new Map<string, number>();
    for (const { law, data } of settings(rows, units))
      reach.set(law, Math.max(reach.get(law) ?? 0, ...data.x.map(Math.abs)));
    if (reach.size === 0) return { value: 'not measured', holds: false };
    const share = Math.max(...[...reach].map(([law, largest]) => largest / bindLaw(law).support));
    return {
      value:
        share === 0
          ? 'supp ζ is the whole line'
          : `largest $|x_j|$ is ${share.toFixed(2)} of the smallest support`,
      holds: share <= 1,
    };
  },
});
