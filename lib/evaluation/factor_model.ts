import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { Random } from "../random/random.ts";
import { BiasModel } from "../ratings/bias_model.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { RatingPredictor } from "./baselines.ts";
import { factorRow, ridge } from "./_factor_row.ts";

/** Options of {@linkcode FactorModel.fit}. */
export interface FactorModelOptions {
  /**
   * Numbers that describe a user and a movie; at least 1.
   * @default {10}
   */
  readonly factors?: number;
  /**
   * How strongly they are drawn towards 0: λ; above 0.
   * @default {10}
   */
  readonly l2?: number;
  /**
   * How often users and movies are fitted in turn; at least 1.
   * @default {15}
   */
  readonly sweeps?: number;
  /**
   * Fixes the first factors.
   * @default {1}
   */
  readonly seed?: number;
}

/**
 * Matrix factorisation, for stars: the bias model, plus a product of few
 * numbers for the user with as many for the movie, r̂_ui = b_ui + p_u·q_i. It
 * minimises Σ (r_ui − r̂_ui)² + λ·(Σ ‖p_u‖² + Σ ‖q_i‖²) by least squares, users
 * and movies in turn (ALS), with the biases fitted first and then held.
 *
 * Source: Koren, Bell and Volinsky 2009, "Matrix factorization techniques for
 * recommender systems".
 *
 * @example Two opposite tastes fit into one number
 * ```ts
 * import { FactorModel, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({
 *   user: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3],
 *   movie: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1],
 *   stars: [5, 5, 1, 5, 5, 1, 1, 1, 5, 1, 1],
 * }, { users: 4, movies: 3 });
 * const model = FactorModel.fit(train, { factors: 1, l2: 0.5 });
 * if (model.predict(3, 2) < 3) throw new Error("user 3 is like user 2, who likes movie 2");
 * ```
 */
export class FactorModel implements RatingPredictor {
  private constructor(
    private readonly biases: BiasModel,
    /** p; shape [users, factors]. */
    readonly userFactors: readonly Float64Array[],
    /** q; shape [movies, factors]. */
    readonly movieFactors: readonly Float64Array[],
  ) {}

  /**
   * Fits the factors.
   *
   * @throws {RangeError} If there is no rating, or an option makes no sense.
   */
  static fit(
    train: RatingMatrix,
    options: FactorModelOptions = {},
  ): FactorModel {
    const names = ["factors", "l2", "sweeps", "seed"];
    requireKnown("option of FactorModel.fit", options, names);
    const { factors = 10, l2 = 10, sweeps = 15, seed = 1 } = options;
    requireOption("factors", factors, rules.count);
    requireOption("l2", l2, rules.above0);
    requireOption("sweeps", sweeps, rules.count);
    const random = new Random(seed);
    const byUser = train.rowsAre === "users" ? train : train.transpose();
    const byMovie = byUser.transpose();
    const biases = BiasModel.fit(byUser);
    const base = ridge(factors, l2);
    let p: readonly Float64Array[] = [];
    let q: readonly Float64Array[] = Array.from(
      { length: train.movies },
      () => Float64Array.from({ length: factors }, () => random.normal()),
    );
    for (let sweep = 0; sweep < sweeps; sweep++) {
      p = fitRows(
        byUser,
        q,
        base,
        (user, movie) => biases.predict(user, movie),
      );
      q = fitRows(
        byMovie,
        p,
        base,
        (movie, user) => biases.predict(user, movie),
      );
    }
    return new FactorModel(biases, p, q);
  }

  /** The prediction for a row and a column of the training ratings, in stars, not clipped. */
  predict(user: number, movie: number): number {
    let stars = this.biases.predict(user, movie);
    const [p, q] = [this.userFactors[user], this.movieFactors[movie]];
    for (let factor = 0; factor < p.length; factor++) {
      stars += p[factor] * q[factor];
    }
    return stars;
  }
}

function fitRows(
  ratings: RatingMatrix,
  factors: readonly Float64Array[],
  base: readonly Float64Array[],
  expected: (row: number, column: number) => number,
): Float64Array[] {
  return Array.from({ length: ratings.rows }, (_, row) => {
    const { columns, stars } = ratings.row(row);
    const targets = Array.from(
      columns,
      (column, at) => stars[at] - expected(row, column),
    );
    return factorRow({ factors, columns, targets, weight: 1, base });
  });
}
