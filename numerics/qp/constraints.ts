/** Rows a and right sides b of linear constraints, one per row. */
export interface Constraints {
  readonly matrix: readonly ArrayLike<number>[];
  readonly rhs: ArrayLike<number>;
}

/** @throws RangeError unless there is one right side per row, every row has n elements, and all are finite. */
export function checkConstraints(name: string, { matrix, rhs }: Constraints, n: number): void {
  if (matrix.length !== rhs.length) {
    throw new RangeError(
      `solveQp: got ${matrix.length} ${name} rows and ${rhs.length} right sides, expected equally many`,
    );
  }
  matrix.forEach((row, i) => {
    checkVector(`${name} row ${i}`, row, n);
  });
  checkVector(`${name} right side`, rhs, rhs.length);
}

/** @throws RangeError unless the vector has n elements, all finite. */
export function checkVector(name: string, vector: ArrayLike<number>, n: number): void {
  const bad = Array.from(vector).findIndex((value) => !Number.isFinite(value));
  if (vector.length !== n || bad >= 0) {
    throw new RangeError(
      `solveQp: got a ${name} of length ${vector.length}${bad >= 0 ? ` with element ${bad} = ${vector[bad]}` : ''}, ` +
        `expected ${n} finite numbers`,
    );
  }
}
