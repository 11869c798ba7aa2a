import { requireKnown } from "../autoencoder/_options.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import { requireScale, type StarScale } from "../ratings/star_scale.ts";
import { requireUserRows } from "./_top_n_options.ts";

/** A newcomer's ratings, one entry a rating. */
export interface OwnRatings {
  /** Column of the movie, from 0; none twice. */
  readonly movie: ArrayLike<number>;
  /** The rating, in stars. */
  readonly stars: ArrayLike<number>;
}

/** A newcomer, ready for `topN` and `explain`. */
export interface FoldedIn {
  /** The newcomer's ratings; shape [1, movies]. */
  readonly given: RatingMatrix;
  /** The only row there is. */
  readonly user: 0;
  /** The ratings that the model was trained on. */
  readonly train: RatingMatrix;
}

/**
 * Makes a user of somebody whom the model has never seen, from a handful of
 * ratings. Nothing is trained: an autoencoder holds movies in its weights, not
 * users; what it says to a user depends on that user's ratings alone.
 *
 * @param ratings The newcomer's ratings; at least one.
 * @param options The ratings that the model was trained on, and their scale (1
 * to 5 stars without it).
 * @returns What `topN(model, …)` takes; spread it to add more options.
 * @throws {RangeError} If there is no rating, one lies outside the scale, or a
 * movie is unknown or comes twice; the message names the entry.
 *
 * @example
 * ```ts
 * import { foldIn, RatingMatrix, StackedAutoencoder, topN } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({
 *   user: [0, 0, 0, 1, 1, 1],
 *   movie: [0, 1, 2, 0, 1, 2],
 *   stars: [5, 5, 1, 1, 1, 5],
 * }, { users: 2, movies: 3 });
 * using model = new StackedAutoencoder({ visibleUnits: 3, hiddenUnits: [2] });
 * await model.fit(train, { epochs: 200, learningRate: 0.05 });
 *
 * const me = foldIn({ movie: [0], stars: [5] }, { train });
 * const [first] = topN(model, { ...me, n: 1 });
 * if (first.movie !== 1) throw new Error("who likes movie 0 likes movie 1");
 * ```
 */
export function foldIn(
  ratings: OwnRatings,
  options: { readonly train: RatingMatrix; readonly scale?: StarScale },
): FoldedIn {
  requireKnown("option of foldIn", options, ["train", "scale"]);
  const { train, scale = { lowest: 1, highest: 5 } } = options;
  requireUserRows("train", train);
  requireScale(scale);
  const { movie, stars } = ratings;
  if (movie.length === 0) {
    throw new RangeError(
      "Cannot recommend to a newcomer as there must be at least one rating: current number is 0",
    );
  }
  Array.from(stars).forEach((value, entry) => {
    if (!(value >= scale.lowest && value <= scale.highest)) {
      throw new RangeError(
        `Cannot use a rating as it must be from ${scale.lowest} to ${scale.highest} stars: current value at entry ${entry} is ${value}`,
      );
    }
  });
  return {
    given: RatingMatrix.from(
      { user: new Int32Array(movie.length), movie, stars },
      { users: 1, movies: train.movies },
    ),
    user: 0,
    train,
  };
}
