import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { requireComparable } from "./_require.ts";
import { rmse } from "./rmse.ts";

/**
 * The RMSE of each row, in stars: with one row a user, how well each user is
 * served. {@linkcode meanUserRmse} is their mean.
 *
 * @param predicted Predictions in the order of `expected`, in stars; shape [expected.size].
 * @param expected The ratings given.
 * @returns The row's number to its RMSE, rows ascending; rows without a rating
 * are absent.
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example
 * ```ts
 * import { RatingMatrix, userRmses } from "stacked-autoencoders";
 *
 * const expected = RatingMatrix.from(
 *   { user: [0, 0, 2], movie: [0, 1, 0], stars: [4, 4, 5] },
 *   { users: 3, movies: 2 },
 * );
 * const served = userRmses([4, 4, 3], expected);
 * if (served.get(0) !== 0 || served.get(2) !== 2) throw new Error("not 0 and 2 stars");
 * if (served.has(1)) throw new Error("user 1 has no rating");
 * ```
 */
export function userRmses(
  predicted: ArrayLike<number>,
  expected: RatingMatrix,
): Map<number, number> {
  requireComparable(predicted, expected.stars);
  const all = Float64Array.from(predicted);
  const { indptr, stars } = expected;
  const rmses = new Map<number, number>();
  for (let row = 0; row < expected.rows; row++) {
    const [from, to] = [indptr[row], indptr[row + 1]];
    if (from === to) continue;
    rmses.set(row, rmse(all.subarray(from, to), stars.subarray(from, to)));
  }
  return rmses;
}
