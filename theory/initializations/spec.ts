import { suggestion } from '../nearest.js';
import { numberIn } from '../number-text.js';
import { quoted } from '../quoted.js';
import { initializations } from './index.js';
import type { Initialization, Parameter, Values } from './initialization.js';
import { ZERO_BIAS } from './reserved.js';
import { vectorInitializations } from './several/index.js';
import type { VectorInitialization } from './several/vector-initialization.js';

/** A specification of an initialization that cannot be used; the message says how to mend it. */
export class SpecError extends Error {}

const LONGEST = 200;

export interface Spec<Law extends Named = Initialization> {
  readonly initialization: Law;
  readonly values: Values;
  /** The specification in full, defaults included. */
  readonly text: string;
}

interface Named {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly oneInput?: VectorInitialization['oneInput'];
}

/**
 * Reads `name(parameter=value, …)`; parameters left out take their defaults.
 * @throws SpecError for an unknown name or parameter, a value outside its domain, or a zero-bias scheme
 */
export const parseSpec = (text: string): Spec =>
  readSpec(
    text,
    initializations,
    'one input',
    vectorInitializations,
    ', and designed(penalty=…,from=…,to=…)',
  );

/**
 * The same for the laws of several inputs.
 * @throws SpecError
 */
export const parseVectorSpec = (text: string): Spec<VectorInitialization> =>
  readSpec(text, vectorInitializations, 'several inputs', initializations);

function readSpec<Law extends Named>(
  text: string,
  known: readonly Law[],
  inputs: string,
  others: readonly Named[],
  more = '',
): Spec<Law> {
  const shown = quoted(text);
  const match = text.length <= LONGEST ? /^\s*([a-z][a-z0-9-]*)\s*(?:\(([^()]*)\))?\s*$/i.exec(text) : null;
  if (!match)
    throw new SpecError(
      `${shown} is not of the form name(parameter=value,…), e.g. gaussian(sigmaW=1,sigmaB=1)`,
    );
  const [, name, list = ''] = match;
  if (ZERO_BIAS.includes(name)) {
    throw new SpecError(
      `${name} sets all biases to zero: every kink sits at 0 and the kernel has rank 2, so no penalty exists; ` +
        'choose a law with random biases, e.g. gaussian(sigmaW=1,sigmaB=1)',
    );
  }
  const initialization = known.find((candidate) => candidate.name === name);
  if (!initialization) {
    const elsewhere = others.find((candidate) => candidate.name === name);
    const same =
      elsewhere && (elsewhere.oneInput?.law ?? known.find((law) => law.oneInput?.law === elsewhere));
    const names = known.map((law) => law.name);
    throw new SpecError(
      `${elsewhere ? `no initialization for ${inputs}:` : 'unknown initialization'} ${shown}` +
        `${elsewhere ? '' : suggestion(name, more === '' ? names : [...names, 'designed'])}; ` +
        `known${elsewhere ? ' there' : ''}: ${names.join(', ')}${more}${same ? `; ${name} becomes ${same.name} there` : ''}`,
    );
  }
  const values = readValues(initialization, list);
  const assignments = initialization.parameters.map((p) => `${p.name}=${values[p.name]}`);
  return {
    initialization,
    values,
    text: assignments.length > 0 ? `${name}(${assignments.join(',')})` : name,
  };
}

function readValues(initialization: Named, list: string): Values {
  const values: Record<string, number> = {};
  for (const entry of list.trim() === '' ? [] : list.split(',')) {
    const [name, value = '', ...rest] = entry.split('=').map((part) => part.trim());
    const parameter = initialization.parameters.find((p) => p.name === name);
    if (!parameter || rest.length > 0) {
      const names = initialization.parameters.map((p) => p.name);
      throw new SpecError(
        `${initialization.name} has no parameter ${quoted(entry.trim())}${suggestion(name, names)}; ` +
          `its parameters: ${names.join(', ') || 'none'}`,
      );
    }
    if (name in values)
      throw new SpecError(`${initialization.name}: parameter ${name} is given twice; give it once`);
    const [low, high] = parameter.domain;
    const number = numberIn(value);
    if (!(number > low && number < high)) {
      const bounded = high === Infinity ? `a number above ${low}` : `a number between ${low} and ${high}`;
      const domain = low === -Infinity ? 'a finite number' : bounded;
      throw new SpecError(
        `${initialization.name}: ${name} (${parameter.meaning}) must be ${domain}, not ${quoted(value)}`,
      );
    }
    values[name] = number;
  }
  return Object.fromEntries(initialization.parameters.map((p) => [p.name, values[p.name] ?? p.default]));
}
