import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../numerics/quadrature/gauss-legendre.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { resolvedPanels } from '../../../numerics/quadrature/resolved-panels.js';

const OPTIONS = { nodes: 16, tolerance: 8 * Number.EPSILON };
const cauchy = (x: number): number => 1 / ((1 + 9 * x * x) * (1 + 9 * x * x));
const kinked = (x: number): number => Math.min(1, 1 / (x * x * x * x));

/** One Gauss–Legendre rule on [a, b]. */
function rule(f: (x: number) => number, a: number, b: number): number {
  const { nodes, weights } = gaussLegendre(OPTIONS.nodes);
  const half = 0.5 * (b - a);
  return nodes.reduce((sum, t, i) => sum + half * weights[i] * f(a + half * (1 + t)), 0);
}

describe('resolvedPanels', () => {
  it('integrates over every part of a panel to round-off', () => {
    const edges = resolvedPanels(cauchy, -3, 2, OPTIONS);
    fc.assert(
      fc.property(fc.nat(edges.length - 2), fc.double({ min: 0, max: 1, noNaN: true }), (k, share) => {
        const to = edges[k] + share * (edges[k + 1] - edges[k]);
        const exact = integrate(cauchy, edges[k], to).value;
        // Sixteen positive terms against an integral accurate to 50 eps.
        expect(Math.abs(rule(cauchy, edges[k], to) - exact)).toBeLessThanOrEqual(
          70 * Number.EPSILON * exact + 1e-300,
        );
      }),
    );
  });

  it('runs from end to end, increasing, through the breaks inside', () => {
    const edges = resolvedPanels(kinked, -2, 3, { ...OPTIONS, breaks: [1, -1, 5, 1] });
    expect([edges[0], edges.at(-1)]).toEqual([-2, 3]);
    expect([...edges]).toEqual([...new Set(edges)].sort((p, q) => p - q));
    expect(edges).toContain(-1);
    expect(edges).toContain(1);
  });

  it('closes in on a kink that was not named, at a price', () => {
    const edges = resolvedPanels(kinked, 0, 3, OPTIONS);
    const sum = [...edges.subarray(1)].reduce((total, right, k) => total + rule(kinked, edges[k], right), 0);
    expect(Math.abs(sum - (1 + (1 - 1 / 27) / 3))).toBeLessThan(20 * Number.EPSILON);
    expect(edges.length).toBeGreaterThan(
      3 * resolvedPanels(kinked, 0, 3, { ...OPTIONS, breaks: [1] }).length,
    );
  });

  it('finds a jump at the very centre, which the plain integral does not see', () => {
    const jump = (x: number): number => (x < 0 ? 0 : 1);
    expect(rule(jump, -1, 1)).toBeCloseTo(1, 14);
    expect(resolvedPanels(jump, -1, 1, OPTIONS).length).toBeGreaterThan(2);
  });

  it('leaves the neighbours of an unnamed kink alone, however its panels are rounded', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 0.9, noNaN: true }),
        fc.double({ min: 0.1, max: 0.2, noNaN: true }),
        (end, kink) => {
          const edges = resolvedPanels((x) => 1 + 30 * Math.abs(x - kink), -end / 7, end, OPTIONS);
          expect(edges.length).toBeLessThan(150);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is not led on by round-off noise', () => {
    const noisy = (x: number): number => 1 + 1e-12 * Math.sin(1e9 * x);
    expect(resolvedPanels(noisy, 0, 1, OPTIONS).length).toBeLessThan(20);
  });

  it('accepts a function that is 0', () => {
    expect([...resolvedPanels(() => 0, 0, 1, OPTIONS)]).toEqual([0, 1]);
  });

  it.each([-1, NaN, Infinity])('refuses the value %f', (bad) => {
    expect(() => resolvedPanels(() => bad, 0, 1, OPTIONS)).toThrow(/expected a finite value of at least 0/);
  });
});
