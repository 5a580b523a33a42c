/** `theorem-check/numerics`: what claims about networks and their limits measure with. */

// Networks
export {
  copyNetwork,
  evaluateNetwork,
  initializeNetwork,
  type Network,
} from '../numerics/networks/network.js';
export { stableRates, stochasticRates, tangentKernel } from '../numerics/networks/tangent-kernel.js';
export { train, trainBy, type TrainerName } from '../numerics/networks/trainers.js';
export {
  DivergenceError,
  NonConvergenceError,
  TrainingError,
  type Batches,
  type Data,
  type LearningRates,
  type Trainer,
  type Training,
  type TrainingOptions,
} from '../numerics/networks/training.js';

// What wide networks learn
export {
  adjustTargets,
  affineValues,
  type Adjusted,
  type Adjustment,
} from '../numerics/prediction/affine-adjustment.js';
export { predict, predictions, type PredictionOptions } from '../numerics/prediction/predict.js';
export { naturalCubicSpline, type NaturalCubicSpline } from '../numerics/splines/natural-cubic-spline.js';
export {
  naturalSplineOfOrder,
  type NaturalSpline,
  type NaturalSplineOptions,
} from '../numerics/splines/natural-spline-of-order.js';
export {
  radialSpline,
  type RadialSpline,
  type RadialSplineOptions,
} from '../numerics/splines/radial-spline.js';
export {
  weightedNaturalSpline,
  type WeightedSpline,
  type WeightedSplineOptions,
} from '../numerics/splines/weighted-natural-spline.js';
export {
  kernelInterpolant,
  type KernelInterpolant,
  type KernelInterpolantOptions,
} from '../numerics/kernels/interpolant.js';
export { lawKernel, quadratureKernel } from '../numerics/kernels/law-kernel.js';
export type { Kernel } from '../numerics/kernels/kernel-matrix.js';

// Quadrature, statistics, randomness
export { gaussLegendre, type QuadratureRule } from '../numerics/quadrature/gauss-legendre.js';
export { integrate, type Integral, type IntegrateOptions } from '../numerics/quadrature/integrate.js';
export { normalProbability, normalQuantile, studentQuantile } from '../numerics/statistics/quantiles.js';
export { fitRate, type RateFit, type Run } from '../numerics/statistics/rate-fit.js';
export { streams } from '../numerics/random/streams.js';
