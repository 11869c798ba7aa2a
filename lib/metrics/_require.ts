/** Refuses predictions that cannot be compared with ratings one to one. */
export function requireComparable(
  predicted: ArrayLike<number>,
  stars: ArrayLike<number>,
) {
  if (predicted.length !== stars.length) {
    throw new RangeError(
      `Cannot compare predictions with ratings as there must be one for each: current lengths are ${predicted.length} and ${stars.length}`,
    );
  }
  if (stars.length === 0) {
    throw new RangeError(
      "Cannot compute a metric as there must be at least one rating: current value is 0 ratings",
    );
  }
  requireFinite("prediction", predicted);
  requireFinite("rating", stars);
}

function requireFinite(name: string, values: ArrayLike<number>) {
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at])) {
      throw new RangeError(
        `Cannot compute a metric as every ${name} must be a finite number: current value at position ${at} is ${
          values[at]
        }`,
      );
    }
  }
}
