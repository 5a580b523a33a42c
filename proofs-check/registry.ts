import type { Claim } from './claim.js';
import { gaussianToCubic } from './multivariate/gaussian-to-cubic.js';
import { multivariateFilters } from './multivariate/multivariate-filters.js';
import { multivariateRate } from './multivariate/multivariate-rate.js';
import { multivariateSgd } from './multivariate/multivariate-sgd.js';
import { multivariateSkip } from './multivariate/multivariate-skip.js';
import { multivariateTrajectory } from './multivariate/multivariate-trajectory.js';
import { operatorIdentities } from './multivariate/operator-identities.js';
import { paperBivariate } from './multivariate/paper-bivariate.js';
import { penaltiesInSeveralInputs } from './multivariate/penalties-in-several-inputs.js';
import { penaltyLocality } from './multivariate/penalty-locality.js';
import { polyharmonicActivations } from './multivariate/polyharmonic-activations.js';
import { polyharmonicLimit } from './multivariate/polyharmonic-limit.js';
import { polyharmonicRate } from './multivariate/polyharmonic-rate.js';
import { radonNorm } from './multivariate/radon-norm.js';
import { radonOptimality } from './multivariate/radon-optimality.js';
import { radonVariationalQp } from './multivariate/radon-variational-qp.js';
import { adaptiveRate } from './univariate/adaptive-rate.js';
import { adjustmentPlateau } from './univariate/adjustment-plateau.js';
import { chainTotal } from './univariate/chain-total.js';
import { designedBenefit } from './univariate/designed-benefit.js';
import { designedInitialization } from './univariate/designed-initialization.js';
import { designedRate } from './univariate/designed-rate.js';
import { earlyStoppingRate } from './univariate/early-stopping-rate.js';
import { finiteWidthLimit } from './univariate/finite-width-limit.js';
import { greenActivationsClaim } from './univariate/green-activations.js';
import { greenRates } from './univariate/green-rates.js';
import { homogeneousActivations } from './univariate/homogeneous-activations.js';
import { homogeneousRates } from './univariate/homogeneous-rates.js';
import { infiniteWidthSpline } from './univariate/infinite-width-spline.js';
import { kernelNorm } from './univariate/kernel-norm.js';
import { linearization } from './univariate/linearization.js';
import { nearestInterpolant } from './univariate/nearest-interpolant.js';
import { networkTrajectory } from './univariate/network-trajectory.js';
import { noAdjustmentBound } from './univariate/no-adjustment-bound.js';
import { noiselessRate } from './univariate/noiseless-rate.js';
import { outputLayerReduction } from './univariate/output-layer-reduction.js';
import { paperFigures } from './univariate/paper-figures.js';
import { penaltyFunctions } from './univariate/penalty-functions.js';
import { sgdLimit } from './univariate/sgd-limit.js';
import { sineActivation } from './univariate/sine-activation.js';
import { skipConnection } from './univariate/skip-connection.js';
import { spectralBias } from './univariate/spectral-bias.js';
import { supportAssumption } from './univariate/support-assumption.js';
import { targetScale } from './univariate/target-scale.js';
import { trainingTrajectory } from './univariate/training-trajectory.js';
import { trajectoryFilters } from './univariate/trajectory-filters.js';
import { uniformNaturalCubic } from './univariate/uniform-natural-cubic.js';
import { univariateRate } from './univariate/univariate-rate.js';
import { unpairedInitialization } from './univariate/unpaired-initialization.js';
import { variationalQpClaim } from './univariate/variational-qp.js';

/** In the order in which the theory builds them: a new claim is a file and a line here. */
const known: Claim[] = [
  // The limit
  penaltyFunctions,
  infiniteWidthSpline,
  variationalQpClaim,
  kernelNorm,
  uniformNaturalCubic,
  supportAssumption,
  homogeneousActivations,
  // The limit in several inputs
  penaltiesInSeveralInputs,
  operatorIdentities,
  polyharmonicLimit,
  gaussianToCubic,
  polyharmonicActivations,
  radonVariationalQp,
  radonNorm,
  radonOptimality,
  penaltyLocality,
  // From networks to the limit
  linearization,
  targetScale,
  nearestInterpolant,
  outputLayerReduction,
  finiteWidthLimit,
  chainTotal,
  univariateRate,
  unpairedInitialization,
  homogeneousRates,
  sgdLimit,
  // From networks of several inputs to the limit
  multivariateRate,
  polyharmonicRate,
  multivariateSgd,
  // The linear part
  noAdjustmentBound,
  adjustmentPlateau,
  skipConnection,
  multivariateSkip,
  // Along training
  trajectoryFilters,
  trainingTrajectory,
  networkTrajectory,
  multivariateFilters,
  multivariateTrajectory,
  spectralBias,
  // Designing the penalty
  designedInitialization,
  designedRate,
  designedBenefit,
  // Learning
  noiselessRate,
  earlyStoppingRate,
  adaptiveRate,
  // The paper’s figures
  paperFigures,
  paperBivariate,
  // Beyond the paper
  greenActivationsClaim,
  greenRates,
  sineActivation,
];

/** Every claim, those of plugins last. */
export const claims: readonly Claim[] = known;

/** Adds a claim for the rest of the process. @throws RangeError for an id that is taken, or a claim it uses that is not known */
export function registerClaim(claim: Claim): void {
  if (known.some(({ id }) => id === claim.id))
    throw new RangeError(`the claim id ${claim.id} is taken; choose another`);
  claim.uses.forEach(findClaim);
  known.push(claim);
}

/** @throws RangeError naming the known claims */
export function findClaim(id: string): Claim {
  const claim = claims.find((candidate) => candidate.id === id);
  if (!claim) throw new RangeError(`unknown claim "${id}"; known: ${claims.map((c) => c.id).join(', ')}`);
  return claim;
}
