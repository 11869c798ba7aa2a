import { Cholesky } from "./_cholesky.ts";

/** What {@linkcode factorRow} fits to. */
export interface FactorRowOptions {
  /** The factors of the other side; shape [count, factors]. */
  readonly factors: readonly Float64Array[];
  /** Which of them this row has ratings with. */
  readonly columns: ArrayLike<number>;
  /** What to meet there, one a column. */
  readonly targets: ArrayLike<number>;
  /** How much each of them counts. */
  readonly weight: number;
  /** What is there without ratings: regularisation, and in implicit feedback the rest; shape [factors, factors]. */
  readonly base: readonly Float64Array[];
}

/**
 * Half a step of alternating least squares: the factors x of one row that
 * minimise xᵀ·base·x + Σ_j weight·(target_j − x·f_j)², that is
 * x = (base + weight·Σ f_j·f_jᵀ)⁻¹ · weight·Σ target_j·f_j.
 *
 * @returns Shape [factors].
 */
export function factorRow(
  { factors, columns, targets, weight, base }: FactorRowOptions,
): Float64Array {
  const matrix = base.map((line) => line.slice());
  const right = new Float64Array(base.length);
  for (let at = 0; at < columns.length; at++) {
    const f = factors[columns[at]];
    for (let i = 0; i < f.length; i++) {
      right[i] += weight * targets[at] * f[i];
      for (let j = 0; j <= i; j++) matrix[i][j] += weight * f[i] * f[j];
    }
  }
  return new Cholesky(matrix).solve(right);
}

/** l2 on the diagonal, 0 elsewhere; shape [size, size]. */
export function ridge(size: number, l2: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const line = new Float64Array(size);
    line[i] = l2;
    return line;
  });
}
