/** The lowest and the highest rating that can be given, in stars. */
export interface StarScale {
  /** For example 1. */
  readonly lowest: number;
  /** For example 5. */
  readonly highest: number;
}

/**
 * Moves every prediction beyond the scale to its nearer end. What is not a
 * number stays so, for a metric to refuse.
 *
 * @param predicted Predictions, in stars; shape [n].
 * @param scale The scale to keep to.
 * @returns A new array; shape [n].
 * @throws {RangeError} If the scale's lowest is not below its highest.
 *
 * @example
 * ```ts
 * import { clipToScale } from "stacked-autoencoders";
 *
 * const clipped = clipToScale([0.2, 3.5, 5.1], { lowest: 1, highest: 5 });
 * if (clipped.join() !== "1,3.5,5") throw new Error("not clipped");
 * ```
 */
export function clipToScale(
  predicted: ArrayLike<number>,
  scale: StarScale,
): Float64Array {
  requireScale(scale);
  return Float64Array.from(
    predicted,
    (stars) => Math.min(Math.max(stars, scale.lowest), scale.highest),
  );
}

/** Refuses a scale whose ends are not finite numbers in order. */
export function requireScale({ lowest, highest }: StarScale) {
  if (
    !Number.isFinite(lowest) || !Number.isFinite(highest) || lowest >= highest
  ) {
    throw new RangeError(
      `Cannot use a scale of stars as its lowest must be below its highest: current values are ${lowest} and ${highest}`,
    );
  }
}
