import { bestMovies } from "../evaluation/best_movies.ts";
import type { MovieScorer } from "../evaluation/movie_scorer.ts";
import { clipToScale } from "../ratings/star_scale.ts";
import type { CompleteTopN } from "./_top_n_options.ts";
import type { Recommendation } from "./recommendation.ts";

/** Rows that are scored at a time: what bounds the memory of a long run. */
const rowsAtATime = 256;

/** The best unseen movies of each row, in the order of `rows`. */
export function bestLists(
  model: MovieScorer,
  { given, n, barred, rows }: CompleteTopN & { readonly rows: Int32Array },
): Recommendation[][] {
  const lists: Recommendation[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    const batch = rows.subarray(from, from + rowsAtATime);
    const scores = model.scores(given, { rows: batch });
    requireScores(scores, batch.length * given.columns);
    batch.forEach((row, place) => {
      const own = scores.subarray(
        place * given.columns,
        (place + 1) * given.columns,
      );
      const without = [...barred, ...given.row(row).columns];
      lists.push(
        Array.from(bestMovies(own, { k: n, without }), (movie) => ({
          movie,
          score: own[movie],
          ...(model.scale &&
            { stars: clipToScale([own[movie]], model.scale)[0] }),
        })),
      );
    });
  }
  return lists;
}

function requireScores(scores: Float32Array, length: number) {
  if (scores.length !== length) {
    throw new RangeError(
      `Cannot recommend as the model must score every movie for every row, ${length} in all: current number is ${scores.length}`,
    );
  }
  const at = scores.findIndex((score) => !Number.isFinite(score));
  if (at >= 0) {
    throw new RangeError(
      `Cannot recommend as scores must be finite numbers: current value is ${
        scores[at]
      }`,
    );
  }
}
