import { requireComparable } from "./_require.ts";

/**
 * Root mean squared error, in stars: √(Σ (predicted − stars)² / n). Large
 * errors weigh more than in {@linkcode mae}.
 *
 * @param predicted Predictions, in stars; shape [n].
 * @param stars The ratings given, in stars; shape [n].
 * @throws {RangeError} If the lengths differ, are 0, or a number is not finite.
 *
 * @example Off by one star, once in four
 * ```ts
 * import { rmse } from "stacked-autoencoders";
 *
 * if (rmse([4, 4, 4, 4], [4, 4, 4, 5]) !== 0.5) throw new Error("√(1 / 4) is 0.5");
 * ```
 */
export function rmse(
  predicted: ArrayLike<number>,
  stars: ArrayLike<number>,
): number {
  requireComparable(predicted, stars);
  let sum = 0;
  for (let at = 0; at < stars.length; at++) {
    sum += (predicted[at] - stars[at]) ** 2;
  }
  return Math.sqrt(sum / stars.length);
}
