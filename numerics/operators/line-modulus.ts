import { overPanels, overTail } from './panels.js';

const NODES = 20;
/** Beyond the centre so many scales off the function is a power of the distance, or negligible. */
const CORE = 8;

/**
 * The operator |σ| = H∂ on an even function u of the line that is smooth on the given scale, by its singular integral
 * (1/π)∫_0^∞ (2u(c) − u(c+t) − u(c−t))/t² dt.
 */
export function lineModulus(u: (c: number) => number, c: number, scale = 1): number {
  const centre = u(c);
  const integrand = (t: number): number => (2 * centre - u(c + t) - u(c - t)) / (t * t);
  const panels = Math.ceil(Math.abs(c) / scale) + CORE;
  const edges = Array.from({ length: panels + 1 }, (_, k) => k * scale);
  return (overPanels(integrand, edges, NODES) + overTail(integrand, panels * scale, NODES)) / Math.PI;
}
