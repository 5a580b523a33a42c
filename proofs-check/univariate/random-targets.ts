import type { RandomStream } from '../../numerics/random/streams.js';

/** A smooth function: `derivative(k)` is its k-th derivative, k = 0 itself. */
export interface Target {
  readonly derivative: (order: number) => (x: number) => number;
}

/** Waves of a random target, and the highest of their frequencies (radians per unit of x). */
const WAVES = 6;
const TOP_FREQUENCY = 6;

/**
 * A random analytic function, a sum of waves a·cos(ωx + φ) of frequencies ω between 1 and 6, so with one to four
 * turns on [−1, 1]. The amplitudes a are normal, scaled by ω^(−`smoothness`): the derivative of that order has waves of
 * order one.
 */
export function randomTarget(random: RandomStream, smoothness: number): Target {
  const waves = Array.from({ length: WAVES }, () => ({
    amplitude: random.normal(),
    frequency: 1 + (TOP_FREQUENCY - 1) * random.uniform(),
    phase: 2 * Math.PI * random.uniform(),
  }));
  return {
    derivative: (order) => {
      const terms = waves.map(({ amplitude, frequency, phase }) => ({
        size: amplitude * Math.exp((order - smoothness) * Math.log(frequency)),
        frequency,
        shift: phase + (order * Math.PI) / 2,
      }));
      return (x) =>
        terms.reduce((sum, { size, frequency, shift }) => sum + size * Math.cos(frequency * x + shift), 0);
    },
  };
}
