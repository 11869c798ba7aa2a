import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { StarScale } from "../ratings/star_scale.ts";
import { clipToScale } from "../ratings/star_scale.ts";
import { mae } from "./mae.ts";
import { meanUserRmse } from "./mean_user_rmse.ts";
import { rmse } from "./rmse.ts";
import { withinOneStar, withinOneStarRounded } from "./within_one_star.ts";

/** How well predictions match ratings, by every rating metric of this library. */
export interface RatingScores {
  /** Root mean squared error over all ratings, in stars. */
  readonly rmse: number;
  /** Mean absolute error, in stars. */
  readonly mae: number;
  /** Mean over users of each user's RMSE, in stars: the deck's "test loss". */
  readonly meanUserRmse: number;
  /** Share of predictions at most one star off, 0 to 1. */
  readonly withinOneStar: number;
  /** The same after rounding to whole stars, 0 to 1. */
  readonly withinOneStarRounded: number;
}

/** Options of {@linkcode ratingScores}. */
export interface RatingScoresOptions {
  /**
   * The scale to which predictions are clipped first; `null` leaves them as
   * they are.
   * @default {{ lowest: 1, highest: 5 }}
   */
  readonly clip?: StarScale | null;
}

/**
 * All rating metrics at once.
 *
 * @param predicted Predictions in the order of `expected`, in stars; shape [expected.size].
 * @param expected The ratings given.
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example A prediction beyond the scale is clipped to it
 * ```ts
 * import { RatingMatrix, ratingScores } from "stacked-autoencoders";
 *
 * const expected = RatingMatrix.from(
 *   { user: [0], movie: [0], stars: [5] },
 *   { users: 1, movies: 1 },
 * );
 * if (ratingScores([5.5], expected).rmse !== 0) throw new Error("not clipped");
 * if (ratingScores([5.5], expected, { clip: null }).rmse !== 0.5) throw new Error("clipped");
 * ```
 */
export function ratingScores(
  predicted: ArrayLike<number>,
  expected: RatingMatrix,
  { clip = { lowest: 1, highest: 5 } }: RatingScoresOptions = {},
): RatingScores {
  const shown = clip === null ? predicted : clipToScale(predicted, clip);
  return {
    rmse: rmse(shown, expected.stars),
    mae: mae(shown, expected.stars),
    meanUserRmse: meanUserRmse(shown, expected),
    withinOneStar: withinOneStar(shown, expected.stars),
    withinOneStarRounded: withinOneStarRounded(shown, expected.stars),
  };
}
