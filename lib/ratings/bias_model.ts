import type { RatingMatrix } from "./rating_matrix.ts";
import { shrunkMean } from "./shrunk_mean.ts";

/** Options of {@linkcode BiasModel.fit}. */
export interface BiasModelOptions {
  /**
   * As how many ratings without a bias each user's bias is shrunk; at least 0.
   * @default {8}
   */
  readonly userShrinkage?: number;
  /**
   * As how many ratings without a bias each movie's bias is shrunk; at least 0.
   * @default {4}
   */
  readonly movieShrinkage?: number;
  /**
   * How often users and movies are fitted in turn; at least 1.
   * @default {20}
   */
  readonly sweeps?: number;
}

/**
 * The bias model: a rating is the mean of all, plus how generous this user is,
 * plus how well liked this movie is: μ + b_u + b_i. It knows no tastes, yet
 * beats many models that try to, so every model here is shown beside it.
 *
 * The biases minimise Σ (stars − μ − b_u − b_i)² + k_u·Σ b_u² + k_i·Σ b_i², each
 * side in turn while the other is held: with the movies held, b_u is the
 * shrunk mean of what is left of the user's ratings.
 *
 * Source: Koren 2010, "Factor in the neighbors", section 2.1.
 *
 * @example A generous user and a strict one
 * ```ts
 * import { BiasModel, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 1], movie: [0, 1, 0, 1], stars: [5, 5, 3, 3] },
 *   { users: 2, movies: 3 },
 * );
 * const model = BiasModel.fit(train);
 * if (model.predict(0, 2) <= model.predict(1, 2)) throw new Error("user 0 is the generous one");
 * ```
 */
export class BiasModel {
  private constructor(
    /** Mean of all ratings, in stars: μ. */
    readonly mean: number,
    /** How far each user's ratings lie above the mean, in stars; shape [users]. */
    readonly userBias: Float64Array,
    /** How far each movie's ratings lie above it, in stars; shape [movies]. */
    readonly movieBias: Float64Array,
  ) {}

  /**
   * Learns the biases from ratings.
   *
   * @param train The ratings, one row a user.
   * @throws {RangeError} If there is no rating, or an option makes no sense.
   */
  static fit(
    train: RatingMatrix,
    { userShrinkage = 8, movieShrinkage = 4, sweeps = 20 }: BiasModelOptions =
      {},
  ): BiasModel {
    requireAtLeast("userShrinkage", userShrinkage, 0);
    requireAtLeast("movieShrinkage", movieShrinkage, 0);
    requireAtLeast("sweeps", sweeps, 1);
    if (train.size === 0) {
      throw new RangeError(
        "Cannot fit a bias model as there must be at least one rating: current value is 0 ratings",
      );
    }
    const byUser = train.rowsAre === "users" ? train : train.transpose();
    const byMovie = byUser.transpose();
    const mean = train.stars.reduce((sum, stars) => sum + stars, 0) /
      train.size;
    const userBias = new Float64Array(train.users);
    const movieBias = new Float64Array(train.movies);
    for (let sweep = 0; sweep < sweeps; sweep++) {
      fitSide(byUser, {
        mean,
        bias: userBias,
        held: movieBias,
        shrinkage: userShrinkage,
      });
      fitSide(byMovie, {
        mean,
        bias: movieBias,
        held: userBias,
        shrinkage: movieShrinkage,
      });
    }
    return new BiasModel(mean, userBias, movieBias);
  }

  /**
   * The prediction for a user and a movie, in stars, not clipped. Someone or
   * something without a rating has a bias of 0.
   */
  predict(user: number, movie: number): number {
    const stars = this.mean + this.userBias[user] + this.movieBias[movie];
    if (Number.isNaN(stars)) {
      throw new RangeError(
        `Cannot predict as user and movie must be rows and columns of the training ratings: current values are ${user} and ${movie}`,
      );
    }
    return stars;
  }
}

interface Side {
  readonly mean: number;
  readonly bias: Float64Array;
  readonly held: Float64Array;
  readonly shrinkage: number;
}

function fitSide(ratings: RatingMatrix, { mean, bias, held, shrinkage }: Side) {
  for (let row = 0; row < ratings.rows; row++) {
    let sum = 0;
    for (let at = ratings.indptr[row]; at < ratings.indptr[row + 1]; at++) {
      sum += ratings.stars[at] - mean - held[ratings.indices[at]];
    }
    const count = ratings.indptr[row + 1] - ratings.indptr[row];
    bias[row] = shrunkMean(sum, count, { prior: 0, shrinkage });
  }
}

function requireAtLeast(name: string, value: number, least: number) {
  if (!Number.isFinite(value) || value < least) {
    throw new RangeError(
      `Cannot fit a bias model as ${name} must be at least ${least}: current value is ${value}`,
    );
  }
}
