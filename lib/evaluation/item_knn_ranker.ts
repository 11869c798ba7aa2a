import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { bestMovies } from "./best_movies.ts";
import { coRatings } from "./_co_ratings.ts";
import type { MovieScorer } from "./movie_scorer.ts";
import { sumOfLines } from "./_sum_of_lines.ts";

/** Options of {@linkcode ItemKnnRanker.fit}. */
export interface ItemKnnRankerOptions {
  /**
   * How many neighbours each movie has; at least 1.
   * @default {300}
   */
  readonly neighbours?: number;
}

/**
 * Neighbours among movies, for lists: "who has seen this has also seen". Two
 * movies are similar when the same users have rated them, whatever the stars:
 * the cosine n_ij / √(n_i·n_j). A movie's score is the sum of its similarities
 * to the user's movies that are among its nearest neighbours.
 *
 * Source: Deshpande and Karypis 2004, "Item-based top-N recommendation
 * algorithms", section 4.
 *
 * @example
 * ```ts
 * import { ItemKnnRanker, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 1, 2, 3], movie: [0, 1, 0, 1, 2, 0], stars: [5, 4, 4, 2, 3, 5] },
 *   { users: 4, movies: 3 },
 * );
 * const [, second, third] = ItemKnnRanker.fit(train).scores(train, { rows: [3] });
 * if (Math.abs(second - 2 / Math.sqrt(6)) > 1e-6) throw new Error("2 of 3 and 2 users");
 * if (third !== 0) throw new Error("nobody has rated movies 0 and 2");
 * ```
 */
export class ItemKnnRanker implements MovieScorer {
  private constructor(
    /** From each seen movie (line) to those it is a neighbour of; shape [movies, movies]. */
    readonly similarities: Float32Array,
    /** Number of movies. */
    readonly movies: number,
  ) {}

  /**
   * Compares each two movies.
   *
   * @throws {RangeError} If an option makes no sense.
   */
  static fit(
    train: RatingMatrix,
    options: ItemKnnRankerOptions = {},
  ): ItemKnnRanker {
    requireKnown("option of ItemKnnRanker.fit", options, ["neighbours"]);
    const { neighbours = 300 } = options;
    requireOption("neighbours", neighbours, rules.count);
    const { movies } = train;
    const both = coRatings(train);
    const counts = Float32Array.from(
      { length: movies },
      (_, movie) => both[movie * movies + movie],
    );
    const similarities = new Float32Array(movies * movies);
    for (let movie = 0; movie < movies; movie++) {
      const cosines = Float32Array.from(counts, (count, other) => {
        const common = both[movie * movies + other];
        return common === 0 ? 0 : common / Math.sqrt(counts[movie] * count);
      });
      const nearest = bestMovies(cosines, { k: neighbours, without: [movie] });
      for (const other of nearest) {
        similarities[other * movies + movie] = cosines[other];
      }
    }
    return new ItemKnnRanker(similarities, movies);
  }

  /** Σ of the similarities from what the row has rated; shape [rows, movies]. */
  scores(
    given: RatingMatrix,
    options: { readonly rows?: ArrayLike<number> } = {},
  ): Float32Array {
    return sumOfLines(this.similarities, given, options);
  }
}
