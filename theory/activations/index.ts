import { suggestion } from '../nearest.js';
import { numberIn } from '../number-text.js';
import { quoted } from '../quoted.js';
import type { Activation } from './activation.js';
import { erf } from './erf.js';
import { gaussianBump } from './gaussian-bump.js';
import { leakyRelu } from './leaky-relu.js';
import { POWERS, reluPower } from './relu-power.js';
import { relu } from './relu.js';
import { requireNew } from '../require-new.js';
import { softplus } from './softplus.js';
import { tanh } from './tanh.js';

/** Activations that differ by one number. */
interface Family {
  readonly name: string;
  readonly parameter: string;
  readonly default: number;
  /** All values that the parameter may have; any number if absent. */
  readonly values?: readonly number[];
  readonly member: (value: number) => Activation;
}

/** A new activation is a file beside this and a line here. */
const known: Activation[] = [relu, tanh, erf, softplus, gaussianBump];

/** Every activation that the suite knows, those of plugins last. */
export const activations: readonly Activation[] = known;

export const families: readonly Family[] = [
  { name: 'leaky-relu', parameter: 'slope', default: 0.01, member: leakyRelu },
  { name: 'relu-power', parameter: 'k', default: 2, values: POWERS, member: reluPower },
];

/** Adds an activation for the rest of the process. @throws RangeError for a name that is taken */
export function registerActivation(activation: Activation): void {
  known.push(requireNew(activation, [...known, ...families]));
}

/** A name that is not that of an activation, or not of one that fits; the message says which there are. */
export class ActivationError extends Error {}

const LONGEST = 100;

/**
 * The activation of the given name: `tanh`, `relu-power(k=3)`; a parameter left out takes its default.
 * @throws ActivationError for an unknown name, or a parameter that is unknown or outside its domain
 */
export function activationNamed(text: string): Activation {
  const shown = quoted(text);
  const match = text.length <= LONGEST ? /^\s*([a-z][a-z0-9-]*)\s*(?:\(([^()]*)\))?\s*$/i.exec(text) : null;
  const [, name = '', assignment = ''] = match ?? [];
  const single = activations.find((activation) => activation.name === name);
  const family = families.find((candidate) => candidate.name === name);
  if (single && assignment.trim() === '') return single;
  if (single) throw new ActivationError(`${name} has no parameters: write ${name}, not ${shown}`);
  if (!family) {
    const known = [
      ...activations.map((activation) => activation.name),
      ...families.map((each) => `${each.name}(${each.parameter}=${each.default})`),
    ];
    const names = [...activations, ...families].map((each) => each.name);
    const near = suggestion(name === '' ? text.trim() : name, names);
    throw new ActivationError(`unknown activation ${shown}${near}; known: ${known.join(', ')}`);
  }
  if (assignment.trim() === '') return family.member(family.default);
  const [parameter, value = '', ...rest] = assignment.split('=').map((part) => part.trim());
  const number = numberIn(value);
  const allowed = family.values ? family.values.includes(number) : Number.isFinite(number);
  if (parameter !== family.parameter || rest.length > 0 || !allowed) {
    const domain = family.values ? `one of ${family.values.join(', ')}` : 'a number';
    throw new ActivationError(
      `${name} takes ${family.parameter}, ${domain}, as in ${name}(${family.parameter}=${family.default}), not ${shown}`,
    );
  }
  return family.member(number);
}

/**
 * The positively homogeneous Green's function of the given name, which Corollary 4 applies to.
 * @throws ActivationError as `activationNamed`, and for an activation of another kind
 */
export function homogeneousActivation(
  text: string,
): Required<Pick<Activation, 'homogeneity' | 'greens'>> & Activation {
  const activation = activationNamed(text);
  const { homogeneity, greens } = activation;
  if (homogeneity !== undefined && greens) return { ...activation, homogeneity, greens };
  throw new ActivationError(
    `the activation ${activation.name} is not a positively homogeneous Green's function: expected relu, ` +
      'relu-power(k) or leaky-relu(slope) with a slope other than 1',
  );
}
