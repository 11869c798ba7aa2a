import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { StarScale } from "../ratings/star_scale.ts";
import type { RatingPredictor } from "./baselines.ts";
import type { MovieScorer } from "./movie_scorer.ts";

/** Options of {@linkcode rankByStars}. */
export interface RankByStarsOptions {
  /**
   * The scale of the ratings, in stars.
   * @default {{ lowest: 1, highest: 5 }}
   */
  readonly scale?: StarScale;
}

/**
 * Makes a list of whatever predicts stars: the movies with the highest
 * predictions. How little that says of a good list is what ranking metrics show.
 *
 * @param predictor What predicts; its users are the rows of the ratings given.
 *
 * @example The bias model recommends the best liked movie to everyone
 * ```ts
 * import { BiasModel, rankByStars, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 1], stars: [2, 5, 4] },
 *   { users: 2, movies: 2 },
 * );
 * const [first, second] = rankByStars(BiasModel.fit(train)).scores(train, { rows: [1] });
 * if (first >= second) throw new Error("movie 1 is the better liked");
 * ```
 */
export function rankByStars(
  predictor: RatingPredictor,
  { scale = { lowest: 1, highest: 5 } }: RankByStarsOptions = {},
): MovieScorer {
  return {
    scale,
    scores(given: RatingMatrix, options = {}) {
      const {
        rows = Int32Array.from({ length: given.rows }, (_, row) => row),
      } = options;
      return Float32Array.from(
        { length: rows.length * given.columns },
        (_, at) =>
          predictor.predict(
            rows[Math.floor(at / given.columns)],
            at % given.columns,
          ),
      );
    },
  };
}
