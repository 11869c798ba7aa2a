import type { MovieScorer } from "../evaluation/movie_scorer.ts";
import { bestLists } from "./_best_lists.ts";
import {
  completeTopN,
  requirePlace,
  type TopNOptions,
} from "./_top_n_options.ts";
import type { Recommendation } from "./recommendation.ts";

export type { TopNOptions } from "./_top_n_options.ts";

/**
 * The movies that a model recommends to a user: the highest scores among those
 * that the user has not rated. Ordered by the unclipped score; of equal ones the
 * movie in the first column comes first, so that a list is always the same.
 *
 * What the user has rated in `given` is left out, whatever the options: it is
 * what the model sees. Somebody who has rated everything gets an empty list;
 * somebody without ratings gets what the model says to a stranger.
 *
 * @param model What scores movies: an autoencoder of either kind, or a rival.
 * @param options Whom to recommend to, from which ratings, and which movies; see
 * {@linkcode TopNOptions}.
 * @returns At most `n` movies, best first.
 * @throws {RangeError} If an option makes no sense, or a score is not finite.
 *
 * @example
 * ```ts
 * import { type MovieScorer, RatingMatrix, topN } from "stacked-autoencoders";
 *
 * const given = RatingMatrix.from(
 *   { user: [0, 1, 1, 1], movie: [0, 0, 1, 2], stars: [5, 4, 3, 1] },
 *   { users: 2, movies: 3 },
 * );
 * // Any object with scores will do; here every user gets the same ones.
 * const scale = { lowest: 1, highest: 5 };
 * const model: MovieScorer = { scale, scores: () => Float32Array.of(9, 2, 5.5) };
 *
 * const list = topN(model, { given, user: 0 }); // not movie 0: user 0 has rated it
 * if (list.map(({ movie }) => movie).join() !== "2,1") throw new Error("wrong order");
 * if (list[0].score !== 5.5 || list[0].stars !== 5) throw new Error("shown unclipped");
 * ```
 */
export function topN(
  model: MovieScorer,
  options: TopNOptions & {
    /** The user's row in `given`. */
    readonly user: number;
  },
): Recommendation[] {
  const complete = completeTopN(options, ["user"]);
  requirePlace("user", options.user, complete.given.rows);
  const rows = Int32Array.of(options.user);
  return bestLists(model, { ...complete, rows })[0];
}
