import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { BiasModel } from "../ratings/bias_model.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { RatingPredictor } from "./baselines.ts";

/** Options of {@linkcode ItemKnn.fit}. */
export interface ItemKnnOptions {
  /**
   * How many of the user's movies count, those most alike; at least 1.
   * @default {30}
   */
  readonly neighbours?: number;
  /**
   * As how many common raters without likeness each similarity is shrunk; at
   * least 0.
   * @default {50}
   */
  readonly shrinkage?: number;
}

/**
 * Neighbours among movies, for stars: the bias model, plus how far the user's
 * ratings of the most similar movies lay above it,
 *
 * r̂_ui = b_ui + Σ_j s_ij·(r_uj − b_uj) / Σ_j s_ij,
 *
 * over the k movies j of the user with the largest s_ij > 0 (more, where several
 * are level with the k-th). Two movies are
 * similar when their common raters err the same way from the bias model: the
 * cosine of their residuals, times n / (n + shrinkage) for n common raters.
 *
 * Source: Koren 2010, "Factor in the neighbors", section 2.2.
 *
 * @example Who likes movie 0 likes movie 1
 * ```ts
 * import { ItemKnn, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({
 *   user: [0, 0, 1, 1, 2, 2, 3, 3, 4, 5],
 *   movie: [0, 1, 0, 1, 0, 1, 0, 1, 0, 0],
 *   stars: [5, 5, 5, 5, 1, 1, 1, 1, 5, 1],
 * }, { users: 6, movies: 2 });
 * const knn = ItemKnn.fit(train, { shrinkage: 1 });
 * if (knn.predict(4, 1) <= knn.predict(5, 1)) throw new Error("user 4 likes movie 0");
 * ```
 */
export class ItemKnn implements RatingPredictor {
  private constructor(
    private readonly byUser: RatingMatrix,
    private readonly biases: BiasModel,
    /** How far each rating lies above the bias model, in the order of byUser. */
    private readonly residuals: Float64Array,
    /** Likeness of each two movies, −1 to 1; shape [movies, movies]. */
    readonly similarities: Float32Array,
    private readonly neighbours: number,
  ) {}

  /**
   * Compares each two movies.
   *
   * @throws {RangeError} If there is no rating, or an option makes no sense.
   */
  static fit(train: RatingMatrix, options: ItemKnnOptions = {}): ItemKnn {
    requireKnown("option of ItemKnn.fit", options, ["neighbours", "shrinkage"]);
    const { neighbours = 30, shrinkage = 50 } = options;
    requireOption("neighbours", neighbours, rules.count);
    requireOption("shrinkage", shrinkage, rules.atLeast0);
    const byUser = train.rowsAre === "users" ? train : train.transpose();
    const biases = BiasModel.fit(byUser);
    const { user, movie, stars } = byUser.toColumns();
    const residuals = Float64Array.from(
      stars,
      (value, at) => value - biases.predict(user[at], movie[at]),
    );
    const similarities = residualCosines(byUser, { residuals, shrinkage });
    return new ItemKnn(byUser, biases, residuals, similarities, neighbours);
  }

  /** The prediction for a row and a column of the training ratings, in stars, not clipped. */
  predict(user: number, movie: number): number {
    const base = this.biases.predict(user, movie);
    const { columns } = this.byUser.row(user);
    const from = this.byUser.indptr[user];
    const line = movie * this.byUser.movies;
    const similarities = new Float32Array(columns.length);
    for (let at = 0; at < columns.length; at++) {
      const other = columns[at];
      if (other !== movie) similarities[at] = this.similarities[line + other];
    }
    const { length } = similarities;
    const least =
      similarities.toSorted()[Math.max(0, length - this.neighbours)];
    let [sum, weight] = [0, 0];
    for (let at = 0; at < length; at++) {
      if (similarities[at] <= 0 || similarities[at] < least) continue;
      sum += similarities[at] * this.residuals[from + at];
      weight += similarities[at];
    }
    return weight === 0 ? base : base + sum / weight;
  }
}

function residualCosines(
  byUser: RatingMatrix,
  { residuals, shrinkage }: { residuals: Float64Array; shrinkage: number },
): Float32Array {
  const { movies } = byUser;
  // Over common raters u: Σ e_ui·e_uj, Σ e_ui² and their number.
  const products = new Float64Array(movies * movies);
  const squares = new Float64Array(movies * movies);
  const counts = new Int32Array(movies * movies);
  for (let user = 0; user < byUser.rows; user++) {
    const { columns } = byUser.row(user);
    const own = residuals.subarray(byUser.indptr[user]);
    columns.forEach((one, at) => {
      for (let place = 0; place < columns.length; place++) {
        const pair = one * movies + columns[place];
        products[pair] += own[at] * own[place];
        squares[pair] += own[at] * own[at];
        counts[pair]++;
      }
    });
  }
  const similarities = new Float32Array(movies * movies);
  for (let one = 0; one < movies; one++) {
    for (let other = 0; other < movies; other++) {
      const pair = one * movies + other;
      const norm = Math.sqrt(squares[pair] * squares[other * movies + one]);
      if (norm === 0) continue; // nobody rated both, or exactly as expected
      similarities[pair] = products[pair] / norm *
        counts[pair] / (counts[pair] + shrinkage);
    }
  }
  return similarities;
}
