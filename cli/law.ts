import { bindLaw, type BoundLaw } from '../theory/initializations/law.js';
import {
  designText,
  isDesigned,
  parseDesigned,
  type DesignSpec,
} from '../theory/initializations/designed-spec.js';
import { bindVectorLaw, type VectorLaw } from '../theory/initializations/several/vector-law.js';
import { parseCsv } from '../numerics/data/csv.js';
import type { DataPoints } from '../numerics/data/data-points.js';
import { listed } from '../numerics/data/listed.js';
import { designedLaw, type DesignedLaw } from '../numerics/design/designed-law.js';
import { expressionPenalty, penaltyOfTable, type Penalty } from '../numerics/design/penalty.js';
import { quoted } from '../theory/quoted.js';
import { Failure } from './failure.js';
import { readText } from './files.js';

/**
 * The law that `--init` names: one of the known initializations, or one designed for a penalty.
 * @throws SpecError, DataError, Failure
 */
export function lawNamed(text: string): BoundLaw {
  return isDesigned(text) ? lawDesigned(parseDesigned(text)) : bindLaw(text);
}

/**
 * The law of as many inputs as the data have that `--init` names.
 * @throws SpecError, DataError, Failure
 */
export function lawFor(text: string, { file, inputs }: DataPoints): BoundLaw | VectorLaw {
  if (inputs.length === 1) return lawNamed(text);
  if (isDesigned(text)) {
    throw new Failure(
      `--init ${quoted(text.trim())}: designed laws have one input, but ${file} has ${inputs.length} (${listed(inputs)}); ` +
        'choose another law, such as sphere-uniform(aB=2), or keep one input',
    );
  }
  return bindVectorLaw(text, inputs.length);
}

/** The law designed for a penalty. */
export const lawDesigned = (spec: DesignSpec, penalty = penaltyOf(spec)): DesignedLaw =>
  designedLaw(penalty, designText(spec));

/** The penalty that a design asks for; a table is read here. */
export function penaltyOf(spec: DesignSpec): Penalty {
  if (spec.kind === 'expression') return expressionPenalty(spec);
  return penaltyOfTable(parseCsv(readText(spec.file), spec.file));
}
