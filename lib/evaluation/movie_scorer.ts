import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { StarScale } from "../ratings/star_scale.ts";

/**
 * Anything that orders movies for a user: what top lists are made from and
 * ranking metrics measure. Autoencoders are scorers, and so are their rivals.
 */
export interface MovieScorer {
  /**
   * The scale of the ratings, where scores are stars; without it they are
   * something else, and are never shown as stars.
   */
  readonly scale?: StarScale;
  /**
   * How strongly each movie is recommended to each user, rated or not: higher
   * is better. Scores compare within a row only; their unit is the scorer's
   * own (stars, log-probabilities, counts).
   *
   * @param given The ratings that it sees, one row a user. Rivals that learn by
   * user (the bias model, factors) expect the users they were fitted on.
   * @param options Which rows; all without it.
   * @returns Shape [rows, given.columns], row by row; finite numbers.
   */
  scores(
    given: RatingMatrix,
    options?: { readonly rows?: ArrayLike<number> },
  ): Float32Array;
}
