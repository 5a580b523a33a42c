import type { RandomStream } from '../../numerics/random/streams.js';
import type { Parameter } from '../../theory/initializations/initialization.js';
import type { VectorInitialization } from '../../theory/initializations/several/vector-initialization.js';
import { bindVectorLaw, type VectorLaw } from '../../theory/initializations/several/vector-law.js';

/** The law with random parameters, within a factor 2 of their defaults. */
export function randomVectorLaw(
  { name, parameters }: Pick<VectorInitialization, 'name' | 'parameters'>,
  inputs: number,
  random: RandomStream,
): VectorLaw {
  const draw = ({ name: parameter, default: usual }: Parameter): string => {
    const value = usual * Math.exp((2 * random.uniform() - 1) * Math.LN2);
    return `${parameter}=${value.toFixed(4)}`;
  };
  return bindVectorLaw(parameters.length > 0 ? `${name}(${parameters.map(draw).join(',')})` : name, inputs);
}

/** A direction uniform on the sphere of ℝ^inputs. */
export function randomDirection(inputs: number, random: RandomStream): number[] {
  const direction = Array.from({ length: inputs }, () => random.normal());
  const norm = Math.hypot(...direction);
  return direction.map((value) => value / norm);
}

/** The median of c = −B/‖W‖, and its median distance from there: where ζ sits, and how wide it is. */
export function centreOfKinks(law: VectorLaw, random: RandomStream): { middle: number; spread: number } {
  const w = new Float64Array(law.inputs);
  const kinks = Array.from({ length: 1001 }, () => {
    const b = law.draw(random, w, 0);
    return -b / Math.sqrt(w.reduce((sum, component) => sum + component * component, 0));
  });
  const median = (values: readonly number[]): number => [...values].sort((p, q) => p - q)[500];
  const middle = median(kinks);
  return { middle, spread: median(kinks.map((c) => Math.abs(c - middle))) };
}
