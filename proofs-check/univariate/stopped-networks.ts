import { evaluateNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Assumption } from '../claim.js';
import { lineOf, meanSquare, type Learners } from './learning-protocol.js';

/**
 * The risk of a network, all of whose parameters are trained for the given time on the data less their least-squares
 * line, over that of gradient flow with the infinite-width kernel on the same data.
 */
export function riskRatio(
  start: Network,
  { x, flow }: Learners,
  target: readonly number[],
  y: readonly number[],
  time: number,
): number {
  const line = lineOf(x, y);
  const data = { x, y: y.map((value, j) => value - line[j]) };
  const rates = stableRates(start, x);
  const maxSteps = Math.round(time / x.length / (rates.output * start.b.length));
  const { network } = train(start, data, { rates, relativeResidual: 0, maxSteps });
  const learned = evaluateNetwork(network, x).map((value, j) => value + line[j]);
  return meanSquare(learned, target) / meanSquare(flow!(y, time), target);
}

/** Rows with a `network` column hold such a ratio: their geometric mean must be near 1. */
export function networksFollow(width: number, withinFactor: number): Assumption {
  return {
    statement:
      `gradient flow with the infinite-width kernel stands for networks: those of width ${width}, all parameters trained for the same time on ` +
      `the same data, have a risk within a factor ${withinFactor} of its (geometric mean)`,
    measured: (rows) => {
      const ratios = rows.flatMap((row) => ('network' in row ? [Math.log(Number(row.network))] : []));
      const mean = Math.exp(ratios.reduce((sum, value) => sum + value, 0) / ratios.length);
      return {
        value: `${mean.toFixed(3)} times its risk, ${ratios.length} ${ratios.length === 1 ? 'network trained: an illustration' : 'networks trained'}`,
        holds: Math.max(mean, 1 / mean) <= withinFactor,
      };
    },
  };
}
