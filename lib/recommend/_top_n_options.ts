import {
  requireKnown,
  requireOption,
  type Rule,
  rules,
} from "../autoencoder/_options.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";

/** What a list of the best movies is made from, for one user or for all. */
export interface TopNOptions {
  /**
   * The ratings that the model sees, one row a user. What a user has rated in
   * them is never on that user's list.
   */
  readonly given: RatingMatrix;
  /**
   * The length of the list; at least 1. It is shorter where fewer movies are
   * left.
   * @default {10}
   */
  readonly n?: number;
  /**
   * The ratings that the model was trained on, which the support is counted in.
   * @default {given}
   */
  readonly train?: RatingMatrix;
  /**
   * The least number of training ratings that a movie needs; a whole number of
   * at least 0. Of a movie without any, a model knows nothing but its own first
   * weights.
   * @default {1}
   */
  readonly minimumSupport?: number;
  /**
   * Which movies, by column, may be on the list; all without it.
   */
  readonly filter?: (movie: number) => boolean;
}

const wholeNumber: Rule = {
  must: "a whole number of at least 0",
  holds: (x) => Number.isSafeInteger(x) && x >= 0,
};

/** Options with nothing left open: which movies may be recommended at all. */
export interface CompleteTopN {
  readonly given: RatingMatrix;
  readonly n: number;
  /** The movies that may be on no list. */
  readonly barred: Int32Array;
}

/** Fills in the defaults and refuses what makes no sense. */
export function completeTopN(
  options: TopNOptions,
  more: readonly string[] = [],
): CompleteTopN {
  requireKnown("option of topN", options, [
    "given",
    "n",
    "train",
    "minimumSupport",
    "filter",
    ...more,
  ]);
  const { given, n = 10, train = given, minimumSupport = 1, filter } = options;
  requireUserRows("given", given);
  requireUserRows("train", train);
  requireOption("n", n, rules.count);
  requireOption("minimumSupport", minimumSupport, wholeNumber);
  if (train.columns !== given.columns) {
    throw new RangeError(
      `Cannot recommend as given and train must have the same movies: current numbers of columns are ${given.columns} and ${train.columns}`,
    );
  }
  if (filter !== undefined && typeof filter !== "function") {
    throw new TypeError(
      `Cannot recommend as filter must be a function from a movie's column to true or false: current value is ${filter}`,
    );
  }
  if (options.train === undefined && given.rows === 1 && minimumSupport > 0) {
    throw new RangeError(
      "Cannot count how often a movie was rated as given must hold more than one user: " +
        "pass train (foldIn does), or minimumSupport: 0",
    );
  }
  const support = supportOf(train);
  return {
    given,
    n,
    barred: support.map((_, movie) => movie).filter((movie) =>
      support[movie] < minimumSupport || !(filter?.(movie) ?? true)
    ),
  };
}

/** The number of ratings of each movie; shape [movies]. */
export function supportOf(ratings: RatingMatrix): Int32Array {
  const support = new Int32Array(ratings.columns);
  for (const movie of ratings.indices) support[movie]++;
  return support;
}

/** Refuses what is no matrix, or one of movies × users. */
export function requireUserRows(name: string, ratings: RatingMatrix) {
  if (!(ratings instanceof RatingMatrix) || ratings.rowsAre !== "users") {
    throw new TypeError(
      `Cannot recommend as ${name} must be a RatingMatrix with one row a user: current value is ${
        ratings instanceof RatingMatrix ? "one row a movie" : ratings
      }`,
    );
  }
}

/** Refuses a row or a column that is not there. */
export function requirePlace(name: string, value: number, below: number) {
  requireOption(name, value, {
    must: `a whole number from 0 to ${below - 1}`,
    holds: (x) => Number.isInteger(x) && x >= 0 && x < below,
  });
}
