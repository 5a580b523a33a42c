import type { BoundLaw } from '../../theory/initializations/law.js';
import { DataError, dataProblem } from '../data/data-error.js';
import { kinkLaw } from './kink-law.js';
import type { Penalty } from './penalty.js';
import { requirePositive } from './require-positive.js';

/** A designed law, and the constant of its ζ. */
export interface DesignedLaw extends BoundLaw {
  /** ζ = 1/(constant · ρ). */
  readonly constant: number;
}

/**
 * The law of (W, B) whose penalty 1/ζ is the given one up to a factor (Jin and Montúfar 2023, Proposition 15):
 * the kink C has density p_C = 1/(Zρ), W = ±1 with probability 1/2 each, independent of C, and B = −CW.
 * Then ζ = E[W²] p_C = 1/(Zρ) on the range, 0 outside. A draw takes a uniform variate, inverted, and a sign.
 * @throws DataError where ρ or 1/ρ is not positive and finite in the range
 */
export function designedLaw(penalty: Penalty, text: string): DesignedLaw {
  requirePositive(penalty);
  const { at, from, to, breaks } = penalty;
  const { mass, quantile, kernel } = dataProblem(() =>
    kinkLaw({ density: (x) => 1 / at(x), from, to, breaks }),
  );
  if (!(mass > 0 && mass < Infinity)) {
    throw new DataError(
      `the integral of 1/ρ over the range is ${mass}; expected a positive finite number: scale the penalty to order one`,
    );
  }
  const zeta = (x: number): number => (x < from || x > to ? 0 : 1 / (mass * at(x)));
  const support = Math.max(Math.abs(from), Math.abs(to));
  return {
    initialization: {
      name: 'designed',
      title: 'Initialization designed for a penalty',
      source: 'Jin and Montúfar (2023), Proposition 15',
    },
    values: {},
    text,
    constant: mass,
    zeta,
    zetaOfDegree: () => zeta, // |W| = 1
    breaks,
    range: [from, to],
    support,
    density: {
      form: 'kinks',
      w: 1,
      at: zeta,
      bounds: { w: 1, b: support, radius: Infinity },
    },
    kernel: { at: kernel, within: Infinity },
    draw(variates) {
      const kink = quantile(variates.uniform());
      const w = variates.sign();
      return [w, -kink * w];
    },
  };
}
