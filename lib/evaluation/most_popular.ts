import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { MovieScorer } from "./movie_scorer.ts";

/**
 * Recommends to everyone what most users have rated: no taste at all, yet hard
 * to beat, since what many have seen many will see.
 *
 * @example
 * ```ts
 * import { MostPopular, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 1, 1], movie: [2, 2, 0], stars: [1, 2, 5] },
 *   { users: 2, movies: 3 },
 * );
 * const scores = MostPopular.fit(train).scores(train, { rows: [0] });
 * if (scores.join() !== "1,0,2") throw new Error("movie 2 has two ratings");
 * ```
 */
export class MostPopular implements MovieScorer {
  private constructor(
    /** Ratings of each movie; shape [movies]. */
    readonly counts: Float32Array,
  ) {}

  /** Counts the ratings of each movie, whatever their stars. */
  static fit(train: RatingMatrix): MostPopular {
    const counts = new Float32Array(train.movies);
    for (const movie of train.toColumns().movie) counts[movie]++;
    return new MostPopular(counts);
  }

  /** The counts, once a row; shape [rows, movies]. */
  scores(
    given: RatingMatrix,
    { rows = { length: given.rows } }: { readonly rows?: ArrayLike<number> } =
      {},
  ): Float32Array {
    const { counts } = this;
    const all = new Float32Array(rows.length * counts.length);
    for (let row = 0; row < rows.length; row++) {
      all.set(counts, row * counts.length);
    }
    return all;
  }
}
