import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { userRmses } from "./user_rmses.ts";

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
  const rmses = userRmses(predicted, expected);
  let sum = 0;
  for (const rmse of rmses.values()) sum += rmse;
  return sum / rmses.size;
}
