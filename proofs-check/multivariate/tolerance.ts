import type { Row } from '../claim.js';

/** Around a claimed exponent of −1/2; the nearest wrong theory, a fall with −1/8, is 3/8 away. */
export const TOLERANCE = { narrow: 0.1, wide: 0.17 };

/** The narrow tolerance where the widths of the evidence reach far enough for it. */
export function toleranceByReach(rows: readonly Row[], from: number): number {
  const widest = Math.max(...rows.map(({ width }) => Number(width)));
  return widest >= from ? TOLERANCE.narrow : TOLERANCE.wide;
}
