import { requireComparable } from "./_require.ts";

/**
 * Share of the predictions that lie at most one star from the rating: the
 * deck's claim. Answering 4 to everything scores high here, because most
 * ratings are 3, 4 or 5: never show this figure alone.
 *
 * @param predicted Predictions as they are, not rounded, in stars; shape [n].
 * @param stars The ratings given, in stars; shape [n].
 * @returns A share, 0 to 1.
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example 3.4 for a 5 is too far
 * ```ts
 * import { withinOneStar } from "stacked-autoencoders";
 *
 * if (withinOneStar([3.4, 4.4], [5, 5]) !== 0.5) throw new Error("one of two is near");
 * ```
 */
export function withinOneStar(
  predicted: ArrayLike<number>,
  stars: ArrayLike<number>,
): number {
  requireComparable(predicted, stars);
  let near = 0;
  for (let at = 0; at < stars.length; at++) {
    if (Math.abs(predicted[at] - stars[at]) <= 1) near++;
  }
  return near / stars.length;
}

/**
 * {@linkcode withinOneStar} after rounding each prediction to whole stars, as
 * a site that shows whole stars would: 3.5 becomes 4, and 4 is near a 5.
 *
 * @param predicted Predictions, in stars; shape [n].
 * @param stars The ratings given, in stars; shape [n].
 * @returns A share, 0 to 1.
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example Rounding helps 3.6, not 3.4
 * ```ts
 * import { withinOneStarRounded } from "stacked-autoencoders";
 *
 * if (withinOneStarRounded([3.4, 3.6], [5, 5]) !== 0.5) throw new Error("3.6 counts as 4");
 * ```
 */
export function withinOneStarRounded(
  predicted: ArrayLike<number>,
  stars: ArrayLike<number>,
): number {
  return withinOneStar(Array.from(predicted, Math.round), stars);
}
