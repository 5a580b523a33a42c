/** Most points for which a kernel matrix is solved with: O(M³) time, M² numbers. */
export const MOST_KERNEL_POINTS = 2000;
/** Largest kernel value that is solved with: eigenvalue routines square it twice over. */
const LARGEST_KERNEL = 1e60;

/**
 * Makes sure that a kernel matrix can be solved with in double precision and in minutes.
 * @throws RangeError; `what` needs the matrix, `remedy` says what would be possible instead
 */
export function requireSolvable<Point>(
  kernel: (x: Point, y: Point) => number,
  points: readonly Point[],
  what: string,
  remedy: string,
): void {
  if (points.length > MOST_KERNEL_POINTS) {
    throw new RangeError(
      `${points.length} points, and ${what} solves with a kernel matrix of at most ${MOST_KERNEL_POINTS}; ${remedy}`,
    );
  }
  const far = points.find((point) => !(kernel(point, point) <= LARGEST_KERNEL));
  if (far !== undefined) {
    throw new RangeError(
      `the kernel at input ${String(far)} is ${kernel(far, far)}, expected at most ${LARGEST_KERNEL}; rescale the inputs to order one`,
    );
  }
}
