import { exactApplies, trainExact } from './exact/exact-trainer.js';
import type { Network } from './network.js';
import { trainPlain } from './plain-trainer.js';
import type { Trainer } from './training.js';

export const TRAINERS = ['exact', 'plain'] as const;
export type TrainerName = (typeof TRAINERS)[number];

/** The fastest trainer of this network that takes the steps of gradient descent: exact where it applies, else plain. */
export const trainerFor = (network: Pick<Network, 'activation'>): TrainerName =>
  exactApplies(network) ? 'exact' : 'plain';

/** Gradient descent by the fastest trainer of the network. */
export const train: Trainer = (network, data, options) =>
  trainBy(trainerFor(network))(network, data, options);

export const trainBy = (name: TrainerName): Trainer => (name === 'exact' ? trainExact : trainPlain);
