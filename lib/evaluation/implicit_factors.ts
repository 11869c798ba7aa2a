import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { Random } from "../random/random.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { factorRow, ridge } from "./_factor_row.ts";
import type { MovieScorer } from "./movie_scorer.ts";

/** Options of {@linkcode ImplicitFactors.fit}. */
export interface ImplicitFactorsOptions {
  /**
   * Numbers that describe a user and a movie; at least 1.
   * @default {20}
   */
  readonly factors?: number;
  /**
   * How much more a rated movie counts than one that is not: α; above 0.
   * @default {2}
   */
  readonly confidence?: number;
  /**
   * How strongly the factors are drawn towards 0: λ; above 0.
   * @default {20}
   */
  readonly l2?: number;
  /**
   * How often users and movies are fitted in turn; at least 1.
   * @default {10}
   */
  readonly sweeps?: number;
  /**
   * Fixes the first factors.
   * @default {1}
   */
  readonly seed?: number;
}

/**
 * Matrix factorisation, for lists: the product x_u·y_i of few numbers for the
 * user with as many for the movie is to be 1 where the user has rated the movie
 * and 0 elsewhere, the 1s counting 1 + α times. It minimises
 * Σ c_ui·(p_ui − x_u·y_i)² + λ·(Σ ‖x_u‖² + Σ ‖y_i‖²) over *all* pairs, users and
 * movies in turn (ALS). A user's numbers follow from their ratings in `given`,
 * so newcomers are served like anybody else.
 *
 * Source: Hu, Koren and Volinsky 2008, "Collaborative filtering for implicit
 * feedback datasets", equations 3 to 5.
 *
 * @example Who has seen movie 0 has seen movie 1
 * ```ts
 * import { ImplicitFactors, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 1, 2, 3], movie: [0, 1, 0, 1, 2, 0], stars: [5, 4, 4, 2, 3, 5] },
 *   { users: 4, movies: 3 },
 * );
 * const model = ImplicitFactors.fit(train, { factors: 2, l2: 0.1 });
 * const [, second, third] = model.scores(train, { rows: [3] });
 * if (second <= third) throw new Error("movie 1 goes with movie 0");
 * ```
 */
export class ImplicitFactors implements MovieScorer {
  private constructor(
    /** y; shape [movies, factors]. */
    readonly movieFactors: readonly Float64Array[],
    private readonly step: { readonly confidence: number; readonly l2: number },
  ) {}

  /**
   * Fits the factors. All ratings count alike, whatever their stars.
   *
   * @throws {RangeError} If an option makes no sense.
   */
  static fit(
    train: RatingMatrix,
    options: ImplicitFactorsOptions = {},
  ): ImplicitFactors {
    const names = ["factors", "confidence", "l2", "sweeps", "seed"];
    requireKnown("option of ImplicitFactors.fit", options, names);
    const { factors = 20, confidence = 2, l2 = 20, sweeps = 10, seed = 1 } =
      options;
    requireOption("factors", factors, rules.count);
    requireOption("confidence", confidence, rules.above0);
    requireOption("l2", l2, rules.above0);
    requireOption("sweeps", sweeps, rules.count);
    const random = new Random(seed);
    const byUser = train.rowsAre === "users" ? train : train.transpose();
    const byMovie = byUser.transpose();
    const step = { confidence, l2 };
    let y: readonly Float64Array[] = Array.from(
      { length: train.movies },
      () => Float64Array.from({ length: factors }, () => 0.1 * random.normal()),
    );
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const x = fitRows(byUser, y, step);
      y = fitRows(byMovie, x, step);
    }
    return new ImplicitFactors(y, step);
  }

  /** x_u·y_i; shape [rows, movies]. */
  scores(
    given: RatingMatrix,
    options: { readonly rows?: ArrayLike<number> } = {},
  ): Float32Array {
    const y = this.movieFactors;
    if (given.columns !== y.length) {
      throw new RangeError(
        `Cannot score these ratings as there must be one column a movie of the training ratings: ` +
          `current values are ${given.columns} columns and ${y.length} movies`,
      );
    }
    const users = fitRows(given, y, { ...this.step, ...options });
    const scores = new Float32Array(users.length * y.length);
    users.forEach((x, place) =>
      y.forEach((factors, movie) => {
        let sum = 0;
        for (let i = 0; i < x.length; i++) sum += x[i] * factors[i];
        scores[place * y.length + movie] = sum;
      })
    );
    return scores;
  }
}

interface Step {
  readonly confidence: number;
  readonly l2: number;
  readonly rows?: ArrayLike<number>;
}

/** x_u = (YᵀY + α·Σ y_i·y_iᵀ + λ)⁻¹ · (1 + α)·Σ y_i, sums over the rated movies. */
function fitRows(
  ratings: RatingMatrix,
  factors: readonly Float64Array[],
  { confidence, l2, rows = { length: ratings.rows } }: Step,
): Float64Array[] {
  const size = factors[0].length;
  const base = ridge(size, l2);
  for (const f of factors) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) base[i][j] += f[i] * f[j];
    }
  }
  return Array.from({ length: rows.length }, (_, place) => {
    const { columns } = ratings.row(rows[place] ?? place);
    // Beyond its 1 in YᵀY each rated movie weighs α, with the target (1 + α)/α.
    const targets = new Float64Array(columns.length)
      .fill((1 + confidence) / confidence);
    return factorRow({ factors, columns, targets, weight: confidence, base });
  });
}
