import { type RatingScores, ratingScores } from "../metrics/rating_scores.ts";
import { BiasModel } from "../ratings/bias_model.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { rowMeans } from "../ratings/row_means.ts";

/** Anything that says how many stars a user would give a movie. */
export interface RatingPredictor {
  /** The prediction, in stars, for a row and a column of the training ratings. */
  predict(user: number, movie: number): number;
}

/** The names of the {@linkcode baselines}. */
export type BaselineName =
  | "always4"
  | "globalMean"
  | "userMean"
  | "movieMean"
  | "biasModel";

/**
 * The simplest predictors there are. A model that does not beat them has
 * learnt nothing, however low its loss: show it beside them.
 *
 * - `always4`: 4 stars, for everyone and everything.
 * - `globalMean`: the mean of all training ratings.
 * - `userMean`, `movieMean`: the mean of the user's or the movie's own ratings;
 *   the global mean where there is none.
 * - `biasModel`: see {@linkcode BiasModel}.
 *
 * @param train The training ratings, one row a user.
 *
 * @example
 * ```ts
 * import { baselines, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 0], stars: [5, 3, 1] },
 *   { users: 2, movies: 3 },
 * );
 * const { userMean, movieMean, globalMean } = baselines(train);
 * if (userMean.predict(0, 2) !== 4) throw new Error("(5 + 3) / 2 is 4");
 * if (movieMean.predict(1, 0) !== 3) throw new Error("(5 + 1) / 2 is 3");
 * if (movieMean.predict(1, 2) !== globalMean.predict(1, 2)) throw new Error("movie 2 has no ratings");
 * ```
 */
export function baselines(
  train: RatingMatrix,
): Record<BaselineName, RatingPredictor> {
  const biasModel = BiasModel.fit(train);
  const plain = { prior: biasModel.mean, shrinkage: 0 };
  const userMeans = rowMeans(train, plain);
  const movieMeans = rowMeans(train.transpose(), plain);
  return {
    always4: { predict: () => 4 },
    globalMean: { predict: () => biasModel.mean },
    userMean: { predict: (user) => userMeans[user] },
    movieMean: { predict: (_, movie) => movieMeans[movie] },
    biasModel,
  };
}

/**
 * Scores a predictor on ratings, clipped to 1–5 stars like a model's.
 *
 * @param predictor What predicts.
 * @param expected The ratings it is asked for, one row a user.
 *
 * @example
 * ```ts
 * import { baselines, RatingMatrix, scorePredictor } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 0], movie: [0, 1], stars: [4, 5] },
 *   { users: 1, movies: 2 },
 * );
 * const { mae } = scorePredictor(baselines(ratings).always4, ratings);
 * if (mae !== 0.5) throw new Error("(0 + 1) / 2 is 0.5");
 * ```
 */
export function scorePredictor(
  predictor: RatingPredictor,
  expected: RatingMatrix,
): RatingScores {
  const { user, movie } = expected.toColumns();
  const predicted = Float64Array.from(
    user,
    (row, at) => predictor.predict(row, movie[at]),
  );
  return ratingScores(predicted, expected);
}
