import { RatingMatrix } from "../ratings/rating_matrix.ts";

/**
 * Each row's ratings as a vector of length 1 that is the same at all of them:
 * 1/√n. That a movie was rated is kept, the stars are not; a row of many ratings
 * does not shout louder than one of few.
 *
 * Source: Liang et al. 2018, section 3 ("normalise the input").
 */
export function unitRows(ratings: RatingMatrix): RatingMatrix {
  const byUser = ratings.rowsAre === "users";
  const { user, movie } = ratings.toColumns();
  const stars = new Float32Array(ratings.size);
  for (let row = 0; row < ratings.rows; row++) {
    const [from, to] = [ratings.indptr[row], ratings.indptr[row + 1]];
    stars.fill(1 / Math.sqrt(to - from), from, to);
  }
  const rows = RatingMatrix.from({ user, movie, stars }, ratings);
  return byUser ? rows : rows.transpose();
}
