import { Random } from "../random/random.ts";

/** Options of {@linkcode bootstrapDifference}. */
export interface BootstrapOptions {
  /**
   * How often the users are drawn anew; at least 100.
   * @default {10000}
   */
  readonly repetitions?: number;
  /**
   * Share of the repetitions that the interval covers; above 0, below 1.
   * @default {0.95}
   */
  readonly confidence?: number;
  /**
   * Fixes the draws.
   * @default {1}
   */
  readonly seed?: number;
}

/** A difference of two means, and how far chance alone could move it. */
export interface BootstrapDifference {
  /** Mean of the first less mean of the second. */
  readonly difference: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
  /** Share of the repetitions in which the first mean is below the second. */
  readonly shareBelow: number;
}

/**
 * Whether a gap between two models means anything. The users are drawn anew,
 * with replacement, as many as there are; each time the mean losses of both
 * models over *the same* users are compared. An interval that leaves out 0 says:
 * with other users of the same kind, the gap would very likely have the same
 * sign. It says nothing of other seeds: for that, train again.
 *
 * The ends are percentiles of the differences. Source: Efron and Tibshirani
 * 1993, "An Introduction to the Bootstrap", section 13.3.
 *
 * @param first One loss a user of the first model, such as the values of
 * {@linkcode userRmses}.
 * @param second Those of the second, for the same users in the same order.
 * @param options See {@linkcode BootstrapOptions}.
 * @throws {RangeError} If there are fewer than two users, the lengths differ, a
 * loss is not finite, or an option makes no sense.
 *
 * @example Better for every user, but not by as much for each
 * ```ts
 * import { bootstrapDifference } from "stacked-autoencoders";
 *
 * const model = [0.8, 0.9, 1.0, 1.1];
 * const rival = [0.9, 1.1, 1.1, 1.3];
 * const { difference, low, high } = bootstrapDifference(model, rival);
 * if (Math.abs(difference + 0.15) > 1e-9) throw new Error("not −0.15");
 * if (!(low >= -0.2001 && high <= -0.0999)) throw new Error("outside what there is");
 * ```
 */
export function bootstrapDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { repetitions = 10_000, confidence = 0.95, seed = 1 }: BootstrapOptions = {},
): BootstrapDifference {
  requirePaired(first, second);
  if (!Number.isSafeInteger(repetitions) || repetitions < 100) {
    throw new RangeError(
      `Cannot use repetitions as it must be a whole number of at least 100: current value is ${repetitions}`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(
      `Cannot use confidence as it must be above 0 and below 1: current value is ${confidence}`,
    );
  }
  const random = new Random(seed);
  const users = first.length;
  const gaps = Float64Array.from(first, (loss, user) => loss - second[user]);
  const means = new Float64Array(repetitions);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    let sum = 0;
    for (let draw = 0; draw < users; draw++) sum += gaps[random.integer(users)];
    means[repetition] = sum / users;
  }
  means.sort();
  return {
    difference: gaps.reduce((sum, gap) => sum + gap, 0) / users,
    low: quantile(means, (1 - confidence) / 2),
    high: quantile(means, (1 + confidence) / 2),
    shareBelow: means.filter((mean) => mean < 0).length / repetitions,
  };
}

/** The value below which this share of the sorted numbers lies, interpolated. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

function requirePaired(first: ArrayLike<number>, second: ArrayLike<number>) {
  if (first.length !== second.length || first.length < 2) {
    throw new RangeError(
      `Cannot compare two models as there must be one loss a user of each, of at least 2 users: current lengths are ${first.length} and ${second.length}`,
    );
  }
  for (let user = 0; user < first.length; user++) {
    if (!Number.isFinite(first[user]) || !Number.isFinite(second[user])) {
      throw new RangeError(
        `Cannot compare two models as every loss must be a finite number: current values at position ${user} are ${
          first[user]
        } and ${second[user]}`,
      );
    }
  }
}
