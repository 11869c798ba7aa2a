import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { requireComparable } from "./_require.ts";
import { rmse } from "./rmse.ts";

/**
 * Mean over rows of the RMSE within the row, in stars: with one row a user,
 * the loss that the deck plots. A user with two ratings counts as much as one
 * with two hundred; {@linkcode rmse} weighs every rating alike instead.
 *
 * @param predicted Predictions in the order of `expected`, in stars; shape [expected.size].
 * @param expected The ratings given. Rows without a rating do not count.
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example One user hit, one missed by a star
 * ```ts
 * import { meanUserRmse, RatingMatrix } from "stacked-autoencoders";
 *
 * const expected = RatingMatrix.from(
 *   { user: [0, 0, 0, 1], movie: [0, 1, 2, 0], stars: [4, 4, 4, 5] },
 *   { users: 2, movies: 3 },
 * );
 * if (meanUserRmse([4, 4, 4, 4], expected) !== 0.5) throw new Error("(0 + 1) / 2 is 0.5");
 * ```
 */
export function meanUserRmse(
  predicted: ArrayLike<number>,
  expected: RatingMatrix,
): number {
  requireComparable(predicted, expected.stars);
  const all = Float64Array.from(predicted);
  let sum = 0;
  let rated = 0;
  for (let row = 0; row < expected.rows; row++) {
    const [from, to] = [expected.indptr[row], expected.indptr[row + 1]];
    if (from === to) continue;
    sum += rmse(all.subarray(from, to), expected.stars.subarray(from, to));
    rated++;
  }
  return sum / rated;
}
