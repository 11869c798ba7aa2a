import type { RatingMatrix } from "./rating_matrix.ts";
import { shrunkMean, type ShrunkMeanOptions } from "./shrunk_mean.ts";

/**
 * The shrunk mean of each row's ratings, in stars: what centring subtracts, so
 * that a model sees how a user's ratings differ and not how generous they are.
 *
 * @param given The ratings.
 * @param options The mean of all ratings as the prior, and its weight.
 * @returns One mean a row; shape [rows].
 *
 * @example A user without ratings gets the prior
 * ```ts
 * import { RatingMatrix, rowMeans } from "stacked-autoencoders";
 *
 * const given = RatingMatrix.from(
 *   { user: [0], movie: [0], stars: [5] },
 *   { users: 2, movies: 1 },
 * );
 * const means = rowMeans(given, { prior: 3.5, shrinkage: 2 });
 * if (means.join() !== "4,3.5") throw new Error("(5 + 2 · 3.5) / 3 is 4");
 * ```
 */
export function rowMeans(
  given: RatingMatrix,
  options: ShrunkMeanOptions,
): Float64Array {
  const means = new Float64Array(given.rows);
  for (let row = 0; row < given.rows; row++) {
    const { stars } = given.row(row);
    const sum = stars.reduce((total, value) => total + value, 0);
    means[row] = shrunkMean(sum, stars.length, options);
  }
  return means;
}
