/**
 * A small symmetric positive definite matrix, factored as L·Lᵀ. (Large ones:
 * `_inverse.ts`. The library ml-matrix inverts 1682 × 1682 in 70 s.)
 *
 * Source: Golub and Van Loan 2013, "Matrix Computations", algorithm 4.2.2.
 */
export class Cholesky {
  /** The lines of L, each up to its diagonal; line i has shape [i + 1]. */
  readonly #lines: Float64Array[];

  /**
   * @param matrix Its lines; only the lower triangle is read. Shape [n, n].
   * @throws {RangeError} If it is not positive definite.
   */
  constructor(matrix: readonly ArrayLike<number>[]) {
    this.#lines = matrix.map((line, i) =>
      Float64Array.from({ length: i + 1 }, (_, j) => line[j])
    );
    this.#lines.forEach((line, i) => {
      for (let j = 0; j <= i; j++) {
        // l_ij = (a_ij − Σ_k<j l_ik·l_jk) / l_jj,  l_ii = √(a_ii − Σ_k<i l_ik²)
        const other = this.#lines[j];
        for (let k = 0; k < j; k++) line[j] -= line[k] * other[k];
        line[j] = i === j ? Math.sqrt(line[i]) : line[j] / other[j];
      }
      if (!(line[i] > 0)) {
        throw new RangeError(
          `Cannot factor a matrix as it must be positive definite: current value of pivot ${i} is ${
            line[i]
          }; make the regularisation stronger`,
        );
      }
    });
  }

  /** The x of L·Lᵀ·x = right; shape [n]. */
  solve(right: ArrayLike<number>): Float64Array {
    const lines = this.#lines;
    const x = Float64Array.from(right);
    for (let i = 0; i < x.length; i++) {
      for (let k = 0; k < i; k++) x[i] -= lines[i][k] * x[k];
      x[i] /= lines[i][i];
    }
    for (let i = x.length - 1; i >= 0; i--) {
      x[i] /= lines[i][i];
      for (let k = 0; k < i; k++) x[k] -= lines[i][k] * x[i];
    }
    return x;
  }
}
