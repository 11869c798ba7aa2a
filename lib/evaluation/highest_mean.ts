import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { rowMeans } from "../ratings/row_means.ts";
import type { RatingPredictor } from "./baselines.ts";

/** Options of {@linkcode HighestMean.fit}. */
export interface HighestMeanOptions {
  /**
   * As how many ratings of the overall mean each movie's mean is shrunk; at
   * least 0. With 0, films with one rating of 5 stars lead every list.
   * @default {10}
   */
  readonly shrinkage?: number;
}

/**
 * The mean of each movie's ratings, shrunk towards the mean of all: what a site
 * calls its best rated films, the same for everyone.
 *
 * @example One rating of 5 stars does not beat 5, 5 and 4
 * ```ts
 * import { HighestMean, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 2, 1], movie: [0, 1, 1, 1, 2], stars: [5, 5, 5, 4, 1] },
 *   { users: 3, movies: 3 },
 * );
 * const best = HighestMean.fit(train, { shrinkage: 10 });
 * if (best.predict(0, 0) >= best.predict(0, 1)) throw new Error("not shrunk");
 * ```
 */
export class HighestMean implements RatingPredictor {
  private constructor(
    /** The shrunk mean of each movie, in stars; shape [movies]. */
    readonly means: Float64Array,
  ) {}

  /**
   * Takes the means.
   *
   * @throws {RangeError} If there is no rating, or an option makes no sense.
   */
  static fit(
    train: RatingMatrix,
    options: HighestMeanOptions = {},
  ): HighestMean {
    requireKnown("option of HighestMean.fit", options, ["shrinkage"]);
    const { shrinkage = 10 } = options;
    requireOption("shrinkage", shrinkage, rules.atLeast0);
    if (train.size === 0) {
      throw new RangeError(
        "Cannot take means as there must be at least one rating: current value is 0 ratings",
      );
    }
    const prior = train.stars.reduce((sum, stars) => sum + stars, 0) /
      train.size;
    const byMovie = train.rowsAre === "movies" ? train : train.transpose();
    return new HighestMean(rowMeans(byMovie, { prior, shrinkage }));
  }

  /** The movie's mean, in stars, whoever asks. */
  predict(_: number, movie: number): number {
    const stars = this.means[movie];
    if (stars === undefined) {
      throw new RangeError(
        `Cannot predict as the movie must be a column of the training ratings: current value is ${movie}`,
      );
    }
    return stars;
  }
}
