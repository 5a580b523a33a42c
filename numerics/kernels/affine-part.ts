import { Matrix, QrDecomposition } from 'ml-matrix';

/** The coefficients of the affine map ux + v. */
export interface AffinePart {
  readonly u: number;
  readonly v: number;
}

/**
 * The affine map nearest to y in the norm ‖L·‖, for a given linear whitening L of vectors in ℝᴹ.
 *
 * L the identity gives ordinary least squares; L with LᵀL = K⁻¹ gives generalized least squares
 * (u,v) = (PᵀK⁻¹P)⁻¹PᵀK⁻¹y with P = [x, 1]. Solved by QR on L[x−c, 1], with c the mean of x, for accuracy.
 * @throws RangeError when fewer than two inputs are distinct.
 */
export function fitAffine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  whiten: (z: ArrayLike<number>) => ArrayLike<number>,
): AffinePart {
  const inputs = Array.from(x);
  if (new Set(inputs).size < 2) {
    throw new RangeError(
      `fitAffine: got ${new Set(inputs).size} distinct inputs, expected at least two to take off an affine part: ` +
        "add data, or use adjust: 'none'",
    );
  }
  const centre = inputs.reduce((sum, value) => sum + value, 0) / inputs.length;
  const columns = [inputs.map((value) => value - centre), inputs.map(() => 1)].map((column) =>
    Array.from(whiten(column)),
  );
  const design = new Matrix(columns).transpose();
  const target = Matrix.columnVector(Array.from(whiten(y)));
  const [u, atCentre] = new QrDecomposition(design).solve(target).to1DArray();
  return { u, v: atCentre - u * centre };
}
