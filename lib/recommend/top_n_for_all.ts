import type { MovieScorer } from "../evaluation/movie_scorer.ts";
import { bestLists } from "./_best_lists.ts";
import { completeTopN, type TopNOptions } from "./_top_n_options.ts";
import type { Recommendation } from "./recommendation.ts";

/**
 * The lists of {@linkcode topN} for every user at once.
 *
 * @param model What scores movies.
 * @param options See {@linkcode TopNOptions}.
 * @returns One list a row of `given`.
 * @throws {RangeError} If an option makes no sense, or a score is not finite.
 *
 * @example How many different movies are recommended at all
 * ```ts
 * import { RatingMatrix, StackedAutoencoder, topNForAll } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 1, 2], movie: [0, 1, 1, 2, 3], stars: [5, 4, 2, 5, 3] },
 *   { users: 3, movies: 4 },
 * );
 * using model = new StackedAutoencoder({ visibleUnits: 4, hiddenUnits: [2] });
 * await model.fit(train, { epochs: 5 });
 * const lists = topNForAll(model, { given: train, n: 2 });
 * const different = new Set(lists.flat().map(({ movie }) => movie));
 * if (lists.length !== 3 || different.size < 2) throw new Error("not for all");
 * ```
 */
export function topNForAll(
  model: MovieScorer,
  options: TopNOptions,
): Recommendation[][] {
  const complete = completeTopN(options);
  const rows = Int32Array.from(
    { length: complete.given.rows },
    (_, row) => row,
  );
  return bestLists(model, { ...complete, rows });
}
