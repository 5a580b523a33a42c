import { Decimal } from 'decimal.js';
import type { Explicit } from './explicit.js';

const D = Decimal.clone({ precision: 60, maxE: 9e15, minE: -9e15 });
type Rows = Decimal[][];

/** All binary digits of a number; from the number itself Decimal would take its shortest decimal name. */
const exactly = (v: number): Decimal => (v < 0 ? exactly(-v).neg() : new D(`0b${v.toString(2)}`));

const times = (p: Rows, q: Rows): Rows =>
  p.map((row) => q[0].map((_, k) => row.reduce((sum, v, i) => sum.plus(v.times(q[i][k])), new D(0))));
const plus = (p: Rows, q: Rows): Rows => p.map((row, j) => row.map((v, k) => v.plus(q[j][k])));

/**
 * θ − θ₀ after any number of steps of gradient descent of the linearized model, in sixty digits and by repeated
 * doubling, without eigenvalues: S_{2t} = S_t + (I − G)^t S_t for S_t = Σ_{s<t} (I − G)^s, and c = S_t r₀.
 */
export function exactDescent(model: Explicit, y: readonly number[], steps: number): number[] {
  const jacobian = model.jacobian.map((row) => row.map(exactly));
  const rates = model.rates.map(exactly);
  const weighted = jacobian.map((row) => row.map((g, p) => g.times(rates[p])));
  const identity = jacobian.map((_, j) => jacobian.map((_, k) => new D(j === k ? 1 : 0)));
  const shrink = identity.map((row, j) =>
    row.map((v, k) =>
      v.minus(weighted[j].reduce((sum, g, p) => sum.plus(g.times(jacobian[k][p])), new D(0))),
    ),
  );
  // The binary digits of t from the highest: double, and go one step on at a 1.
  let [power, sum]: [Rows, Rows] = [identity, identity.map((row) => row.map(() => new D(0)))];
  for (const digit of steps.toString(2)) {
    sum = plus(sum, times(power, sum));
    power = times(power, power);
    if (digit === '0') continue;
    sum = plus(sum, power);
    power = times(power, shrink);
  }
  const residuals = model.f0.map((f, j) => [exactly(f).minus(exactly(y[j]))]);
  const coefficients = times(sum, residuals);
  return rates.map((_, p) =>
    weighted.reduce((total, row, j) => total.minus(row[p].times(coefficients[j][0])), new D(0)).toNumber(),
  );
}
