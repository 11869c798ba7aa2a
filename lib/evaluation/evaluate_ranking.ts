import type { GivenAndExpected } from "../autoencoder/given_and_expected.ts";
import { catalogueCoverage } from "../metrics/catalogue_coverage.ts";
import { hitAtK } from "../metrics/hit_at_k.ts";
import { ndcgAtK } from "../metrics/ndcg_at_k.ts";
import { novelty } from "../metrics/novelty.ts";
import { precisionAtK } from "../metrics/precision_at_k.ts";
import { recallAtK } from "../metrics/recall_at_k.ts";
import { reciprocalRankAtK } from "../metrics/reciprocal_rank_at_k.ts";
import { bestMovies } from "./best_movies.ts";
import type { MovieScorer } from "./movie_scorer.ts";

/** How good top lists are: see {@linkcode evaluateRanking}. */
export interface RankingScores {
  /** Length of the lists. */
  readonly k: number;
  /** Users with a relevant movie: what the means are over. */
  readonly users: number;
  /** Mean of `precisionAtK`, 0 to 1. */
  readonly precision: number;
  /** Mean of `recallAtK`, 0 to 1. */
  readonly recall: number;
  /** Mean of `ndcgAtK`, 0 to 1. */
  readonly ndcg: number;
  /** Mean of `hitAtK`: the share of users with a relevant movie in the list. */
  readonly hitRate: number;
  /** Mean of `reciprocalRankAtK`, 0 to 1. */
  readonly meanReciprocalRank: number;
  /** `catalogueCoverage` of these users' lists, 0 to 1. */
  readonly coverage: number;
  /** `novelty` of these users' lists, in bits. */
  readonly novelty: number;
}

/** Options of {@linkcode evaluateRanking}. */
export interface EvaluateRankingOptions {
  /**
   * Length of the lists; at least 1.
   * @default {10}
   */
  readonly k?: number;
  /**
   * From how many stars on a held-out rating makes its movie relevant. Without
   * it every held-out rating does: the task is then to foresee what a user
   * goes on to rate, and not only what they like.
   */
  readonly relevantFrom?: number;
}

/**
 * How good a scorer's top lists are, by every ranking metric of this library.
 *
 * - **Candidates** are all movies that the user has not rated in `given`, those
 *   without any rating included. (Ranking the held-out movies among a sample of
 *   the others is cheaper, but can order models wrongly: Krichene and Rendle
 *   2020.)
 * - **Relevant** are the user's movies in `expected`: all of them, or with
 *   `relevantFrom` those with at least so many stars. A movie that is relevant
 *   to the user in truth but was never rated counts as a miss, so the figures
 *   are lower bounds, and good for comparison only.
 * - **Ties** fall to the movie in the lower column (in MovieLens: with the lower
 *   id), so a scorer's figures are the same on every run.
 * - **Users without a relevant movie** are left out of every figure; `users`
 *   says how many stayed.
 *
 * @param scorer What ranks.
 * @param ratings What it sees, and what it is to find.
 * @throws {RangeError} If `given` and `expected` differ in shape or overlap, or
 * no user has a relevant movie.
 *
 * @example The most popular film that is not yet rated is the right one for one of two
 * ```ts
 * import { evaluateRanking, MostPopular, RatingMatrix } from "stacked-autoencoders";
 *
 * const shape = { users: 3, movies: 4 };
 * const given = RatingMatrix.from(
 *   { user: [0, 1, 2, 2], movie: [0, 0, 1, 3], stars: [5, 4, 3, 4] },
 *   shape,
 * );
 * const expected = RatingMatrix.from({ user: [0, 1], movie: [1, 2], stars: [4, 2] }, shape);
 * const { hitRate } = evaluateRanking(MostPopular.fit(given), { given, expected }, { k: 1 });
 * if (hitRate !== 0.5) throw new Error("movie 1 is right for user 0, wrong for user 1");
 * ```
 */
export function evaluateRanking(
  scorer: MovieScorer,
  { given, expected }: GivenAndExpected,
  { k = 10, relevantFrom = -Infinity }: EvaluateRankingOptions = {},
): RankingScores {
  if (given.rows !== expected.rows || given.columns !== expected.columns) {
    throw new RangeError(
      `Cannot evaluate lists as given and expected must be of one shape: current shapes are ` +
        `[${given.rows}, ${given.columns}] and [${expected.rows}, ${expected.columns}]`,
    );
  }
  if (Number.isNaN(relevantFrom)) {
    throw new RangeError(
      "Cannot evaluate lists as relevantFrom must be a number of stars: current value is NaN",
    );
  }
  const relevant = Array.from({ length: expected.rows }, (_, row) => {
    const { columns, stars } = expected.row(row);
    return new Set(columns.filter((_, at) => stars[at] >= relevantFrom));
  });
  const rows = [...relevant.keys()].filter((row) => relevant[row].size > 0);
  if (rows.length === 0) {
    throw new RangeError(
      "Cannot evaluate lists as at least one user must have a relevant movie: current value is 0 users",
    );
  }
  const scores = scorer.scores(given, { rows }); // [rows, movies]
  const lists = rows.map((row, place) => {
    requireApart(given, expected, row);
    const from = place * given.columns;
    return bestMovies(scores.subarray(from, from + given.columns), {
      k,
      without: given.row(row).columns,
    });
  });
  const mean = (metric: typeof ndcgAtK) =>
    lists.reduce(
      (sum, list, at) => sum + metric(list, relevant[rows[at]], { k }),
      0,
    ) / lists.length;
  return {
    k,
    users: rows.length,
    precision: mean(precisionAtK),
    recall: mean(recallAtK),
    ndcg: mean(ndcgAtK),
    hitRate: mean(hitAtK),
    meanReciprocalRank: mean(reciprocalRankAtK),
    coverage: catalogueCoverage(lists, { movies: given.columns }),
    novelty: novelty(lists, given),
  };
}

/** A movie that is both given and expected could never be found. */
function requireApart(
  given: GivenAndExpected["given"],
  expected: GivenAndExpected["expected"],
  row: number,
) {
  for (const column of expected.row(row).columns) {
    if (given.get(row, column) !== undefined) {
      throw new RangeError(
        `Cannot evaluate lists as a rating must not be both given and expected: current value is row ${row}, column ${column}`,
      );
    }
  }
}
