import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { requirePlace, requireUserRows } from "./_top_n_options.ts";
import type { MovieVectors } from "./movie_vectors.ts";

/** Options of {@linkcode similarMovies}. */
export interface SimilarMoviesOptions {
  /** The column of the movie. */
  readonly movie: number;
  /** The ratings that the model was trained on, one row a user. */
  readonly train: RatingMatrix;
  /**
   * The length of the list; at least 1.
   * @default {10}
   */
  readonly n?: number;
  /**
   * As how many users who have rated both movies, and found nothing in common,
   * the doubt counts; at least 0.
   * @default {100}
   */
  readonly shrinkage?: number;
}

/** A movie like another. */
export interface SimilarMovie {
  /** Its column in the rating matrix. */
  readonly movie: number;
  /** The shrunk cosine, −1 to 1: what the list is ordered by. */
  readonly similarity: number;
  /** The cosine of the two vectors, −1 to 1. */
  readonly cosine: number;
  /** How many users have rated both. */
  readonly raters: number;
}

/**
 * The movies whose vectors point in the same direction, less doubt: a movie that
 * few have rated lies in its place by chance, and may be anybody's neighbour.
 * With c the cosine of two vectors, taken from the mean of all vectors, and n
 * the users who have rated both movies,
 *
 *     similarity = c · n / (n + shrinkage)
 *
 * Source of the shrinkage: Koren 2010, "Factor in the neighbors", eq. 2.
 *
 * @param vectors A vector a movie, such as `movieVectors(model)`.
 * @param options See {@linkcode SimilarMoviesOptions}.
 * @returns At most `n` other movies, the most similar first; of equal ones, the
 * first column first.
 * @throws {RangeError} If an option makes no sense, or the shapes do not fit.
 *
 * @example
 * ```ts
 * import { RatingMatrix, similarMovies } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 0, 1, 1], movie: [0, 1, 2, 0, 1], stars: [5, 4, 1, 2, 2] },
 *   { users: 2, movies: 3 },
 * );
 * const vectors = { movies: 3, length: 2, values: Float32Array.of(1, 0, 2, 0, -3, 0) };
 * const [first] = similarMovies(vectors, { movie: 0, train, shrinkage: 2 });
 * if (first.movie !== 1 || first.similarity !== 0.5) throw new Error("1 · 2 / (2 + 2)");
 * ```
 */
export function similarMovies(
  vectors: MovieVectors,
  options: SimilarMoviesOptions,
): SimilarMovie[] {
  requireKnown("option of similarMovies", options, [
    "movie",
    "train",
    "n",
    "shrinkage",
  ]);
  const { movie, train, n = 10, shrinkage = 100 } = options;
  requireUserRows("train", train);
  requireOption("n", n, rules.count);
  requireOption("shrinkage", shrinkage, rules.atLeast0);
  if (vectors.movies !== train.columns) {
    throw new RangeError(
      `Cannot compare movies as there must be one vector a column of train: current numbers are ${vectors.movies} vectors and ${train.columns} columns`,
    );
  }
  requirePlace("movie", movie, vectors.movies);
  const directions = unitVectors(vectors);
  const raters = ratersOfBoth(train, movie);
  return Array.from(raters, (count, other): SimilarMovie => {
    const cosine = dot(directions, movie, other);
    const weight = count === 0 ? 0 : count / (count + shrinkage);
    return { movie: other, similarity: cosine * weight, cosine, raters: count };
  })
    .filter((similar) => similar.movie !== movie)
    .sort((a, b) => b.similarity - a.similarity || a.movie - b.movie)
    .slice(0, n);
}

interface Directions {
  readonly length: number;
  readonly values: Float64Array;
}

/** Each vector less the mean of all, brought to length 1; 0 stays 0. */
function unitVectors({ movies, length, values }: MovieVectors): Directions {
  const mean = new Float64Array(length);
  values.forEach((value, at) => mean[at % length] += value / movies);
  const units = Float64Array.from(
    values,
    (value, at) => value - mean[at % length],
  );
  for (let movie = 0; movie < movies; movie++) {
    const unit = units.subarray(movie * length, (movie + 1) * length);
    const size = Math.hypot(...unit);
    if (size > 0) unit.forEach((value, at) => unit[at] = value / size);
  }
  return { length, values: units };
}

function dot({ length, values }: Directions, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) {
    sum += values[a * length + at] * values[b * length + at];
  }
  return sum;
}

/** How many users have rated this movie and each other one; shape [movies]. */
function ratersOfBoth(train: RatingMatrix, movie: number): Int32Array {
  const raters = new Int32Array(train.columns);
  for (let user = 0; user < train.rows; user++) {
    if (train.get(user, movie) === undefined) continue;
    for (const other of train.row(user).columns) raters[other]++;
  }
  return raters;
}
