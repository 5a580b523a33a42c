/**
 * `theorem-check`: what a claim, an initialization or an activation outside the package is written with.
 * Only what is exported here, in numerics.ts and in testing.ts is public; a change that breaks it raises the version.
 */
export { definePlugin, type Plugin } from '../proofs-check/plugins/plugin.js';
export { toBeWritten } from '../theory/to-be-written.js';

// Claims
export type {
  Assumption,
  Axis,
  Claim,
  Control,
  Decision,
  Derivations,
  Figure,
  Finding,
  Kind,
  Layer,
  Measured,
  Profile,
  Row,
  Statistic,
  Unit,
  Verdict,
} from '../proofs-check/claim.js';
export type { Derivation, Step, StepStatus } from '../theory/derivation.js';
export type { RandomStream, Streams } from '../numerics/random/streams.js';

// Decisions
export { decideComparison } from '../proofs-check/decisions/comparison.js';
export { conjunction } from '../proofs-check/decisions/conjunction.js';
export { decideIdentity } from '../proofs-check/decisions/identity.js';
export { decideLevel, type LevelClaim } from '../proofs-check/decisions/level.js';
export { decideOrder } from '../proofs-check/decisions/order.js';
export { decideRate, plannedPower, type RateClaim } from '../proofs-check/decisions/rate.js';

// Initializations
export { parse } from '../theory/expression/parse.js';
export type { Expr } from '../theory/expression/expression.js';
export {
  between,
  positive,
  type Initialization,
  type Law,
  type Parameter,
  type Values,
  type Variates,
  type ZetaPiece,
} from '../theory/initializations/initialization.js';
export { bindLaw, type BoundLaw } from '../theory/initializations/law.js';
export {
  drawDirection,
  type RayLaw,
  type VectorInitialization,
} from '../theory/initializations/several/vector-initialization.js';
export {
  bindVectorLaw,
  type Direction,
  type VectorLaw,
} from '../theory/initializations/several/vector-law.js';
export { deriveZeta } from '../theory/penalty/derive.js';

// Activations
export { defineActivation, type Activation, type Formula } from '../theory/activations/activation.js';
export type { Arithmetic } from '../theory/activations/arithmetic.js';
export { activationNamed } from '../theory/activations/index.js';
