import { integerPower } from '../../../theory/integer-power.js';

/** A basis of the polynomials of degree ≤ k in d variables: monomials of the inputs brought to [−1, 1] about the mean of the data. */
export interface PolynomialBasis {
  readonly size: number;
  /** The basis at a point. */
  readonly at: (point: ArrayLike<number>) => number[];
  readonly centre: Float64Array;
  readonly scale: number;
}

/** The basis for points (rows), constant first, then the coordinates; degree −1 is the empty basis. */
export function polynomialBasis(points: readonly ArrayLike<number>[], degree: number): PolynomialBasis {
  const inputs = points[0].length;
  const centre = Float64Array.from({ length: inputs }, (_, i) =>
    points.reduce((sum, point) => sum + point[i] / points.length, 0),
  );
  const scale =
    points.reduce((most, point) => Math.max(most, ...centre.map((c, i) => Math.abs(point[i] - c))), 0) || 1;
  const exponents = monomials(inputs, degree);
  return {
    size: exponents.length,
    centre,
    scale,
    at: (point) =>
      exponents.map((powers) =>
        powers.reduce(
          (product, power, i) => product * integerPower((point[i] - centre[i]) / scale, power),
          1,
        ),
      ),
  };
}

/** Exponents of the monomials of degree ≤ k in d variables, by degree. */
function monomials(inputs: number, degree: number): number[][] {
  const ofDegree = (variables: number, total: number): number[][] =>
    variables === 1
      ? [[total]]
      : Array.from({ length: total + 1 }, (_, k) =>
          ofDegree(variables - 1, k).map((rest) => [total - k, ...rest]),
        ).flat();
  return Array.from({ length: degree + 1 }, (_, total) => ofDegree(inputs, total)).flat();
}
