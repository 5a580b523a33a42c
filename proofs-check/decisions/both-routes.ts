import { normalQuantile } from '../../numerics/statistics/quantiles.js';
import type { Decision, Row } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';
import { pointNullLevel, withPointNulls } from './point-null.js';

/**
 * Decides an identity that was checked exactly, and by sampling too or not. A row of route `sampling` has the standard score `z` of one sampled mean
 * and its relative standard error `precision`; every other row a relative `deviation` from an exact computation.
 * Refuted by one deviation above the tolerance or by one significant score; scores test a point null at its level.
 */
export function decideByBothRoutes(rows: readonly Row[], alpha: number, tolerance: number): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const exact = rows.filter((row) => row.route !== 'sampling');
  const sampled = rows.filter((row) => row.route === 'sampling');
  const critical =
    sampled.length > 0 ? normalQuantile(1 - pointNullLevel(alpha) / (2 * sampled.length)) : Infinity;
  const worst = Math.max(...exact.map((row) => Number(row.deviation)));
  const wrong = (row: Row): boolean =>
    row.route === 'sampling' ? !(Math.abs(Number(row.z)) <= critical) : !(Number(row.deviation) <= tolerance);
  const violations = rows.filter(wrong).length;
  const groups = groupBy(rows.map((row) => ({ group: String(row.group), row })))
    .map(([group, members]) => {
      const of = (isSampled: boolean, column: string): number[] =>
        members
          .filter(({ row }) => (row.route === 'sampling') === isSampled)
          .map(({ row }) => Math.abs(Number(row[column])));
      return {
        group,
        comparisons: members.length,
        'largest relative deviation': Math.max(...of(false, 'deviation')),
        ...(of(true, 'z').length > 0 && { 'largest |z|': Math.max(...of(true, 'z')) }),
        violations: members.filter(({ row }) => wrong(row)).length,
      };
    })
    .sort((p, q) => q['largest relative deviation'] - p['largest relative deviation']);
  const decision: Decision = {
    verdict: violations > 0 ? 'refuted' : 'supported',
    statistic: {
      name: 'relative deviation from quadrature, largest and range',
      estimate: worst,
      interval: [Math.min(...exact.map((row) => Number(row.deviation))), worst],
      claimed:
        `≤ ${tolerance.toExponential(1)}` +
        (sampled.length > 0 ? `, and every |z| of sampling ≤ ${critical.toFixed(2)}` : ''),
    },
    reason: `${violations} of ${rows.length} comparisons fail${sampledText(sampled, critical)}`,
    groups,
    tolerances: groups
      .filter((row) => Number.isFinite(row['largest relative deviation']))
      .map((row) => ({ name: row.group, used: row['largest relative deviation'] / tolerance })),
  };
  return sampled.length > 0 ? withPointNulls(decision, alpha) : decision;
}

function sampledText(sampled: readonly Row[], critical: number): string {
  if (sampled.length === 0) return '';
  const worst = Math.max(...sampled.map((row) => Math.abs(Number(row.z))));
  const precision = Math.max(...sampled.map((row) => Number(row.precision)));
  return (
    `; largest |z| of ${sampled.length} sampled intervals ${worst.toFixed(2)} ` +
    `(critical ${critical.toFixed(2)}), sampling precise to ${(100 * precision).toFixed(1)} %`
  );
}
