import { describe, expect, it } from 'vitest';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { variationalQp } from '../../../numerics/variational/variational-qp.js';
import { variationalSaddle } from '../../../numerics/variational/variational-saddle.js';
import { grid, supGap } from '../kernels/weight-functions.js';

const box = (t: number): number => (Math.abs(t) < 1 ? 0.5 : 0);

describe.each([
  ['variationalQp', variationalQp],
  ['variationalSaddle', variationalSaddle],
])('%s', (_, route) => {
  it('drops nodes where ζ = 0 and is affine there', () => {
    const data = { x: [-1.5, -0.8, 0, 0.7, 1.5, 2.5], y: [0, 1, 0, 1, 0, 2], zeta: box, breaks: [-1, 1] };
    const solution = route(data);
    expect(supGap(solution.evaluate, weightedNaturalSpline(data).evaluate, grid(-2, 3, 51))).toBeLessThan(
      1e-11,
    );
    expect(solution.evaluate(1.2) - solution.evaluate(1.1)).toBeCloseTo(0.2, 12);
  });

  it('takes a ζ with a zero inside, and kinks', () => {
    const zeta = (t: number): number => t * t * Math.min(1, 1 / (t * t * t * t || 1));
    const data = { x: [-2, -1.4, -0.3, 0.5, 1.7], y: [1, -1, 1, 0, 0.5], zeta, breaks: [-1, 1] };
    expect(supGap(route(data).evaluate, weightedNaturalSpline(data).evaluate, grid(-2, 2, 51))).toBeLessThan(
      1e-10,
    );
  });

  it('leaves a straight line alone, and two points a chord', () => {
    const line = route({ x: [-1, 0, 3], y: [-3, -1, 5], zeta: () => 1 });
    expect([line.u, line.v].map((value) => value.toFixed(10))).toEqual(['2.0000000000', '-1.0000000000']);
    expect(line.energy).toBeLessThan(1e-25);
    const chord = route({ x: [0, 2], y: [1, 5], zeta: () => 1 });
    expect(chord.evaluate(5)).toBeCloseTo(11, 12);
  });

  it('scales: energy with 1/ζ, solution not at all, from 1e-9 to 1e9', () => {
    const data = { x: [-2, -1, 0.5, 1, 2], y: [1, -1, 1, 0, 0.5] };
    const unit = route({ ...data, zeta: () => 1 });
    for (const c of [1e-9, 1e9]) {
      const scaled = route({ ...data, zeta: () => c });
      expect(supGap(scaled.evaluate, unit.evaluate, grid(-2, 2, 21))).toBeLessThan(1e-11);
      expect((scaled.energy * c) / unit.energy).toBeCloseTo(1, 10);
    }
  });

  it('says when the data cannot be interpolated', () => {
    const data = { x: [-0.5, 0, 1.5, 2, 2.5], y: [0, 1, 0, 1, 0], zeta: box, breaks: [-1, 1] };
    expect(() => route(data)).toThrow(/at most two inputs on either side/);
    expect(() => route({ ...data, zeta: () => 0 })).toThrow(/at most two inputs on either side/);
  });

  it('refuses bad data', () => {
    expect(() => route({ x: [0, 0], y: [1, 2], zeta: () => 1 })).toThrow(/strictly increasing/);
    expect(() => route({ x: [0, 1, 2], y: [1, 2, 1], zeta: () => -1 })).toThrow(/at least 0/);
  });
});
