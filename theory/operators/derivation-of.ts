import type { Derivation, Step } from '../derivation.js';

/** The derivation when all its steps are judged. */
export const derivationOf = async (
  title: string,
  steps: readonly (Step | Promise<Step>)[],
): Promise<Derivation> => ({ title, steps: await Promise.all(steps.map((step) => Promise.resolve(step))) });
