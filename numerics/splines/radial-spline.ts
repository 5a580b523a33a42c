import { Matrix, LuDecomposition } from 'ml-matrix';

/** Data in d inputs, the radial function, and the degree of the polynomial part. */
export interface RadialSplineOptions {
  /** r ↦ φ(r), such as r³ or r² log r. */
  readonly radial: (r: number) => number;
  /** Distinct points, points × inputs, row by row. */
  readonly x: readonly number[];
  readonly inputs: number;
  readonly y: readonly number[];
  readonly degree: number;
}

/** g(x) = Σ λ_j φ(‖x − x_j‖) + p(x) */
export interface RadialSpline {
  readonly coefficients: readonly number[];
  /** p */
  readonly polynomial: (point: readonly number[]) => number;
  readonly evaluate: (point: readonly number[]) => number;
}

/**
 * The textbook radial spline: Σ λ_j φ(‖x − x_j‖) + p with g(x_j) = y_j and Σ λ_j q(x_j) = 0 for the polynomials q of
 * the degree, from the block system [Φ P; Pᵀ 0] as it stands, by LU with pivoting and one step of refinement. For
 * φ = r³ and degree 1 this is Theorem 8 of Jin and Montúfar (2023).
 * @throws RangeError on unequal lengths; Error when the system is singular
 */
export function radialSpline({ radial, x, inputs, y, degree }: RadialSplineOptions): RadialSpline {
  const n = y.length;
  if (x.length !== n * inputs) {
    throw new RangeError(
      `radialSpline: got ${x.length} input values and ${n} targets, expected ${inputs} input values for each target`,
    );
  }
  const points = y.map((_, j) => x.slice(j * inputs, (j + 1) * inputs));
  const powers = exponentsUpTo(inputs, degree);
  const monomials = (point: readonly number[]): number[] =>
    powers.map((exponents) => exponents.reduce((product, i) => product * point[i], 1));
  const size = n + powers.length;
  const system = Matrix.zeros(size, size);
  points.forEach((point, i) => {
    points.forEach((other, j) => {
      system.set(i, j, radial(apart(point, other)));
    });
    monomials(point).forEach((value, k) => {
      system.set(i, n + k, value);
      system.set(n + k, i, value);
    });
  });
  const lu = new LuDecomposition(system);
  if (lu.isSingular())
    throw new Error(`radialSpline: the system of ${n} points is singular: spread the points`);
  const right = Matrix.columnVector([...y, ...powers.map(() => 0)]);
  const first = lu.solve(right);
  const solved = first
    .clone()
    .add(lu.solve(Matrix.sub(right, system.mmul(first))))
    .to1DArray();
  const coefficients = solved.slice(0, n);
  const polynomial = (point: readonly number[]): number =>
    monomials(point).reduce((sum, value, k) => sum + solved[n + k] * value, 0);
  return {
    coefficients,
    polynomial,
    evaluate: (point) =>
      points.reduce(
        (sum, other, j) => sum + coefficients[j] * radial(apart(point, other)),
        polynomial(point),
      ),
  };
}

/** r² log r, the radial function of thin plates in the plane. */
export const thinPlate = (r: number): number => (r > 0 ? r * r * Math.log(r) : 0);

const apart = (x: readonly number[], y: readonly number[]): number =>
  Math.hypot(...x.map((value, i) => value - y[i]));

/** Monomials of degree ≤ k as lists of the factors’ indices, ascending. */
function exponentsUpTo(inputs: number, degree: number): number[][] {
  let level: number[][] = degree < 0 ? [] : [[]];
  const all = [...level];
  for (let k = 0; k < degree; k++) {
    level = level.flatMap((factors) =>
      Array.from({ length: inputs }, (_, i) => i)
        .filter((i) => factors.length === 0 || i >= factors[factors.length - 1])
        .map((i) => [...factors, i]),
    );
    all.push(...level);
  }
  return all;
}
