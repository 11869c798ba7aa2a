import type { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import { RatingMatrix } from "./rating_matrix.ts";

/** Options of {@linkcode holdOut}. */
export interface HoldOutOptions {
  /** The share of the ratings to hold out; above 0, below 1. */
  readonly share: number;
  /** The source of chance. */
  readonly random: Random;
}

/** Ratings in two parts that together are the whole. */
export interface HeldOut {
  /** What a model may learn from. */
  readonly kept: RatingMatrix;
  /** What it is judged by. */
  readonly held: RatingMatrix;
}

/**
 * Holds out a random part of the ratings, for validation. Every row that has
 * ratings keeps at least one, so that no user becomes a stranger.
 *
 * @param ratings The ratings to divide, one row a user (or a movie); both parts
 * have the same rows.
 * @throws {RangeError} If the share is not between 0 and 1, or would hold out
 * no rating at all.
 *
 * @example A quarter of eight ratings
 * ```ts
 * import { holdOut, Random, RatingMatrix } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 0, 0, 0, 1, 1, 1, 1], movie: [0, 1, 2, 3, 0, 1, 2, 3], stars: [1, 2, 3, 4, 5, 4, 3, 2] },
 *   { users: 2, movies: 4 },
 * );
 * const { kept, held } = holdOut(ratings, { share: 0.25, random: new Random(1) });
 * if (kept.size !== 6 || held.size !== 2) throw new Error("6 + 2 is 8");
 * ```
 */
export function holdOut(
  ratings: RatingMatrix,
  { share, random }: HoldOutOptions,
): HeldOut {
  const wanted = Math.round(share * ratings.size);
  if (!(share > 0 && share < 1) || wanted === 0) {
    throw new RangeError(
      `Cannot hold out ratings as the share must be above 0 and below 1, and come to at least one rating: ` +
        `current value is ${share} of ${ratings.size} ratings`,
    );
  }
  const { user, movie, stars } = ratings.toColumns();
  const rowOf = ratings.rowsAre === "users" ? user : movie;
  const left = new Int32Array(ratings.rows);
  for (const row of rowOf) left[row]++;
  const isHeld = new Uint8Array(ratings.size);
  let count = 0;
  for (const at of shuffledOrder(ratings.size, random)) {
    if (count === wanted) break;
    if (left[rowOf[at]] === 1) continue;
    left[rowOf[at]]--;
    isHeld[at] = 1;
    count++;
  }
  if (count === 0) {
    throw new RangeError(
      `Cannot hold out ratings as a row must keep one, and some row must have two: current value is ${ratings.size} ratings in as many rows`,
    );
  }
  const part = (flag: number) => {
    const chosen = (_: number, at: number) => isHeld[at] === flag;
    const byUser = RatingMatrix.from({
      user: user.filter(chosen),
      movie: movie.filter(chosen),
      stars: stars.filter(chosen),
    }, ratings);
    return ratings.rowsAre === "users" ? byUser : byUser.transpose();
  };
  return { kept: part(0), held: part(1) };
}
