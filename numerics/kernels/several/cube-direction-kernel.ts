import type { PointKernel } from '../../../theory/initializations/several/vector-law.js';
import { integrate } from '../../quadrature/integrate.js';
import { dot } from './points.js';

/**
 * The kernel of W = Z/‖Z‖ in the plane, Z uniform in the square, and B ~ U(−a, a), where ‖x‖ ≤ a:
 * a²/6 + ⟨x,x′⟩/4 + E|⟨W, x−x′⟩|³/(24a) by quadrature over t = tan φ, the angle having density 1/(8 cos²φ) for
 * |φ| ≤ π/4.
 */
export const cubeDirectionKernel =
  (a: number): PointKernel =>
  (x, y) => {
    const [p, q] = [x[0] - y[0], x[1] - y[1]];
    const moment = p === 0 && q === 0 ? 0 : 0.25 * (overQuarter(p, q) + overQuarter(q, p));
    return (a * a) / 6 + dot(x, y) / 4 + moment / (24 * a);
  };

/** ∫ |p + tq|³ (1 + t²)^(−3/2) dt over |t| ≤ 1 */
function overQuarter(p: number, q: number): number {
  return integrate(
    (t) => {
      const [size, square] = [Math.abs(p + t * q), 1 + t * t];
      return (size * size * size) / (square * Math.sqrt(square));
    },
    -1,
    1,
    { breaks: [-p / q] },
  ).value;
}
