import { forEachNode } from './interval-moments.js';
import type { KnotInterval } from './interval-moments.js';
import { knotInterval } from './knots.js';

/**
 * The spline on one knot interval [a, b]: the chord minus Green's function of g″,
 * g(t) = (1−τ)g_a + τg_b − (1−τ)∫_a^t(s−a)g″ − τ∫_t^b(b−s)g″, τ = (t−a)/(b−a).
 */
export class SplinePiece {
  /** ∫(s−a)g″ from a to each panel edge, and ∫(b−s)g″ from each panel edge to b. */
  private readonly fromLeft: Float64Array;
  private readonly toRight: Float64Array;

  constructor(
    private readonly interval: KnotInterval,
    private readonly zeta: (x: number) => number,
    private readonly values: Float64Array,
    private readonly multipliers: Float64Array,
    private readonly j: number,
  ) {
    const { edges } = interval;
    const panels = edges.length - 1;
    this.fromLeft = new Float64Array(panels + 1);
    this.toRight = new Float64Array(panels + 1);
    for (let k = 0; k < panels; k++)
      this.fromLeft[k + 1] = this.fromLeft[k] + this.leftMoment(edges[k], edges[k + 1]);
    for (let k = panels; k > 0; k--)
      this.toRight[k - 1] = this.toRight[k] + this.rightMoment(edges[k - 1], edges[k]);
  }

  evaluate(t: number): number {
    const { left, right } = this.interval;
    const h = right - left;
    const [below, above] = this.moments(t);
    const [ya, yb] = [this.values[this.j], this.values[this.j + 1]];
    return ((right - t) / h) * (ya - below) + ((t - left) / h) * (yb - above);
  }

  derivative(t: number): number {
    const [below, above] = this.moments(t);
    return (
      (this.values[this.j + 1] - this.values[this.j] + below - above) /
      (this.interval.right - this.interval.left)
    );
  }

  secondDerivative(t: number): number {
    return this.zeta(t) * this.ratio(t);
  }

  /** ∫g″²/ζ over the interval, as a sum of positive terms: the quadratic form of the hats would cancel. */
  energy(): number {
    const { edges } = this.interval;
    const density = (s: number): number => this.zeta(s) * this.ratio(s) * this.ratio(s);
    return edges.subarray(1).reduce((sum, to, k) => sum + integral(edges[k], to, density), 0);
  }

  /** g″/ζ, linear on the interval. */
  private ratio(t: number): number {
    const { left, right } = this.interval;
    const [p, q] = [this.multipliers[this.j], this.multipliers[this.j + 1]];
    return (p * (right - t) + q * (t - left)) / (right - left);
  }

  private moments(t: number): [number, number] {
    const { edges } = this.interval;
    const k = knotInterval(edges, t);
    return [
      this.fromLeft[k] + this.leftMoment(edges[k], t),
      this.toRight[k + 1] + this.rightMoment(t, edges[k + 1]),
    ];
  }

  private leftMoment(from: number, to: number): number {
    return integral(from, to, (s) => (s - this.interval.left) * this.secondDerivative(s));
  }

  private rightMoment(from: number, to: number): number {
    return integral(from, to, (s) => (this.interval.right - s) * this.secondDerivative(s));
  }
}

/** ∫f over [from, to], a panel or a part of one. */
function integral(from: number, to: number, f: (s: number) => number): number {
  let sum = 0;
  forEachNode(from, to, (s, weight) => (sum += weight * f(s)));
  return sum;
}
