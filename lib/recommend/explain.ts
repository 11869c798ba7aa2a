import type { MovieScorer } from "../evaluation/movie_scorer.ts";
import { requireKnown } from "../autoencoder/_options.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import { explanationSentence } from "./_explanation_sentence.ts";
import type { Explanation, Reason } from "./explanation.ts";
import { requirePlace, requireUserRows } from "./_top_n_options.ts";

/** What {@linkcode explain} is asked. */
export interface ExplainOptions {
  /** The ratings that the model sees, one row a user. */
  readonly given: RatingMatrix;
  /** The user's row in `given`. */
  readonly user: number;
  /** The column of the movie to explain. */
  readonly movie: number;
  /**
   * The movies' names for the sentence, by column.
   * @default {movie 0, movie 1 …}
   */
  readonly titles?: readonly string[];
}

/**
 * Which of a user's own ratings moved a prediction most. Each rating is left out
 * of the input in turn, all in one pass through the model, and its effect is the
 * score with it less the score without it. Everything that the model makes of
 * the rating counts, the user's mean included. Effects do not add up to the
 * score: a network is not a sum.
 *
 * @param model What scores movies from the ratings that it is given. Rivals that
 * learn users by row (the bias model, factors) do not, and cannot be explained so.
 * @param options Whose prediction, and of which movie; see {@linkcode ExplainOptions}.
 * @returns The reasons, and a sentence that names the strongest.
 * @throws {RangeError} If the user has no ratings, or an option makes no sense.
 *
 * @example
 * ```ts
 * import { explain, type MovieScorer, RatingMatrix } from "stacked-autoencoders";
 *
 * const given = RatingMatrix.from(
 *   { user: [0, 0], movie: [0, 1], stars: [5, 2] },
 *   { users: 1, movies: 3 },
 * );
 * // A model whose score of movie 2 is a tenth of the rating of movie 0.
 * const model: MovieScorer = {
 *   scores: (given) =>
 *     Float32Array.from({ length: given.rows * 3 }, (_, at) =>
 *       at % 3 === 2 ? (given.get(Math.floor(at / 3), 0) ?? 0) / 10 : 0),
 * };
 * const { reasons, sentence } = explain(model, { given, user: 0, movie: 2, titles: ["Alien", "Babe", "Cube"] });
 * if (reasons[0].movie !== 0 || Math.abs(reasons[0].effect - 0.5) > 1e-6) throw new Error("5 / 10");
 * if (!sentence.includes("Alien")) throw new Error(sentence);
 * ```
 */
export function explain(
  model: MovieScorer,
  options: ExplainOptions,
): Explanation {
  // topN's other options may come along, as in { ...me, movie }.
  requireKnown("option of explain", options, [
    "given",
    "user",
    "movie",
    "titles",
    "train",
  ]);
  const { given, user, movie, titles } = options;
  requireUserRows("given", given);
  requirePlace("user", user, given.rows);
  requirePlace("movie", movie, given.columns);
  const { columns, stars } = given.row(user);
  if (columns.length === 0) {
    throw new RangeError(
      `Cannot explain as the user must have ratings in given: current number of user ${user} is 0 (counted from 0)`,
    );
  }
  const scores = model.scores(leaveOneOut(columns, stars, given.columns));
  const score = scores[movie];
  const reasons = Array.from(columns, (rated, at): Reason => ({
    movie: rated,
    stars: stars[at],
    effect: score - scores[(at + 1) * given.columns + movie],
  })).sort((a, b) =>
    Math.abs(b.effect) - Math.abs(a.effect) || a.movie - b.movie
  );
  const sentence = explanationSentence({ movie, score, reasons }, {
    titles,
    scale: model.scale,
  });
  return { movie, score, reasons, sentence };
}

/** All ratings in row 0; in row k, all but the k-th. */
function leaveOneOut(
  columns: Int32Array,
  stars: Float32Array,
  movies: number,
): RatingMatrix {
  const entries: { user: number[]; movie: number[]; stars: number[] } = {
    user: [],
    movie: [],
    stars: [],
  };
  for (let row = 0; row <= columns.length; row++) {
    columns.forEach((movie, at) => {
      if (at + 1 === row) return;
      entries.user.push(row);
      entries.movie.push(movie);
      entries.stars.push(stars[at]);
    });
  }
  return RatingMatrix.from(entries, { users: columns.length + 1, movies });
}
