import { Decimal } from 'decimal.js';
import { expect, it } from 'vitest';
import { trainExact } from '../../../../numerics/networks/exact/exact-trainer.js';
import { initializeNetwork, type Network } from '../../../../numerics/networks/network.js';
import { trainPlain } from '../../../../numerics/networks/plain-trainer.js';
import { stableRates } from '../../../../numerics/networks/tangent-kernel.js';
import type { Data } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { bindLaw } from '../../../../theory/initializations/law.js';

const D = Decimal.clone({ precision: 32 });

/** Gradient descent of a ReLU network with one input in 32 digits. */
function descend(start: Network, { x, y }: Data, rate: number, steps: number): number[] {
  const [w, b, a] = [start.w, start.b, start.a].map((group) => Array.from(group, (v) => new D(v)));
  let d = new D(start.d);
  for (let step = 0; step < steps; step++) {
    const margins = w.map((wi, i) => x.map((xj) => wi.times(xj).plus(b[i])));
    const residuals = x.map((_, j) =>
      a
        .reduce((sum, ai, i) => (margins[i][j].gt(0) ? sum.plus(ai.times(margins[i][j])) : sum), d)
        .minus(y[j]),
    );
    for (let i = 0; i < w.length; i++) {
      let [slope, offset, gain] = [new D(0), new D(0), new D(0)];
      x.forEach((xj, j) => {
        if (!margins[i][j].gt(0)) return;
        slope = slope.plus(residuals[j].times(xj));
        offset = offset.plus(residuals[j]);
        gain = gain.plus(residuals[j].times(margins[i][j]));
      });
      const ai = a[i];
      w[i] = w[i].minus(ai.times(rate).times(slope));
      b[i] = b[i].minus(ai.times(rate).times(offset));
      a[i] = ai.minus(gain.times(rate));
    }
    d = d.minus(residuals.reduce((sum, r) => sum.plus(r), new D(0)).times(rate));
  }
  return [...w, ...b, ...a, d].map(Number);
}

it('is nearer to gradient descent in high precision than plain gradient descent in double precision', () => {
  const data = { x: [-2, -1, 0.3, 1.1, 2], y: [3, -1, 2.5, -2, 1] };
  const ratios = [1, 2, 3, 4, 5].map((seed) => {
    const start = initializeNetwork(bindLaw('gaussian'), 12, streams(seed));
    const { output } = stableRates(start, data.x);
    const options = { rates: { hidden: output, output }, relativeResidual: 0, maxSteps: 1_500 };
    const truth = descend(start, data, output, options.maxSteps);
    const [plain, exact] = [trainPlain, trainExact].map((train) => {
      const { w, b, a, d } = train(start, data, options).network;
      return Math.max(...[...w, ...b, ...a, d].map((value, k) => Math.abs(value - truth[k])));
    });
    // A few units in the last place of parameters of size 4, times the condition of the trajectory.
    expect(exact).toBeLessThan(1e-13);
    return exact / plain;
  });
  if (process.env.SHOW) console.log(ratios);
  expect(ratios.filter((ratio) => ratio < 1).length).toBeGreaterThanOrEqual(4);
}, 60_000);
