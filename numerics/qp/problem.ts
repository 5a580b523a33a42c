/** min ½xᵀHx + cᵀx subject to Ax = b. */
export interface QpProblem {
  /** H, symmetric positive definite (n × n). */
  readonly hessian: readonly ArrayLike<number>[];
  /** c (n). */
  readonly linear: ArrayLike<number>;
  /** A (m × n), of linearly independent rows; none at all is no constraint. */
  readonly matrix: readonly ArrayLike<number>[];
  /** b (m). */
  readonly rhs: ArrayLike<number>;
}

/** @throws RangeError unless the sizes agree and all numbers are finite: quadprog-js ignores a NaN silently. */
export function checkProblem({ hessian, linear, matrix, rhs }: QpProblem): void {
  const n = linear.length;
  checkVector('linear term', linear, n);
  checkVector('right side', rhs, rhs.length);
  checkMatrix('Hessian', hessian, n, n);
  checkMatrix('constraint', matrix, rhs.length, n);
}

function checkMatrix(
  name: 'Hessian' | 'constraint',
  rows: readonly ArrayLike<number>[],
  m: number,
  n: number,
): void {
  if (rows.length !== m) {
    throw new RangeError(
      `solveQp: got ${rows.length} ${name} rows, expected ${m}: one per element of the ` +
        (name === 'Hessian' ? 'linear term' : 'right side'),
    );
  }
  rows.forEach((row, i) => checkVector(`${name} row ${i}`, row, n));
}

function checkVector(name: string, vector: ArrayLike<number>, n: number): void {
  const bad = Array.from(vector).findIndex((value) => !Number.isFinite(value));
  if (vector.length === n && bad < 0) return;
  throw new RangeError(
    `solveQp: got a ${name} of length ${vector.length}${bad >= 0 ? ` with element ${bad} = ${vector[bad]}` : ''}, ` +
      `expected ${n} finite numbers`,
  );
}
