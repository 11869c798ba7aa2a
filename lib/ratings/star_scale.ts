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
export function requireScale(scale: StarScale) {
  if (typeof scale !== "object" || scale === null) {
    throw new TypeError(
      `Cannot use a scale of stars as it must be such as { lowest: 1, highest: 5 }: current value is ${scale}`,
    );
  }
  const { lowest, highest } = scale;
  if (
    !Number.isFinite(lowest) || !Number.isFinite(highest) || lowest >= highest
  ) {
    throw new RangeError(
      `Cannot use a scale of stars as its lowest must be below its highest: current values are ${lowest} and ${highest}`,
    );
  }
}

/**
 * Warns of ratings beyond a scale: blanks written as zeros, say, or ratings of
 * another scale. They are legal, and a model learns them, but what it predicts
 * is clipped.
 */
export function warnBeyondScale(
  stars: Float32Array,
  { lowest, highest }: StarScale,
) {
  const isBeyond = (value: number) => value < lowest || value > highest;
  const first = stars.findIndex(isBeyond);
  if (first < 0) return;
  const count = stars.reduce((sum, value) => sum + Number(isBeyond(value)), 0);
  console.warn(
    `${count} of ${stars.length} ratings lie outside the scale of ${lowest} to ${highest} stars, the first is ${
      stars[first]
    }. ` +
      "If 0 stands for a blank, leave these ratings out. If they are right, give the model their scale, such as scale: { lowest: 0, highest: 10 }: this warning then ends.",
  );
}
