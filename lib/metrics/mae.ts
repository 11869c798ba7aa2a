import { requireComparable } from "./_require.ts";

/**
 * Mean absolute error, in stars: Σ |predicted − stars| / n.
 *
 * @param predicted Predictions, in stars; shape [n].
 * @param stars The ratings given, in stars; shape [n].
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example Off by one star, once in four
 * ```ts
 * import { mae } from "stacked-autoencoders";
 *
 * if (mae([4, 4, 4, 4], [4, 4, 4, 5]) !== 0.25) throw new Error("1 / 4 is 0.25");
 * ```
 */
export function mae(
  predicted: ArrayLike<number>,
  stars: ArrayLike<number>,
): number {
  requireComparable(predicted, stars);
  let sum = 0;
  for (let at = 0; at < stars.length; at++) {
    sum += Math.abs(predicted[at] - stars[at]);
  }
  return sum / stars.length;
}
