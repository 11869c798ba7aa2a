import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/**
 * How many users have rated each two movies, XᵀX; on the diagonal, how many have
 * rated the movie.
 *
 * @returns Shape [movies, movies].
 */
export function coRatings(train: RatingMatrix): Float32Array {
  const byUser = train.rowsAre === "users" ? train : train.transpose();
  const { movies } = train;
  const counts = new Float32Array(movies * movies);
  for (let user = 0; user < byUser.rows; user++) {
    const { columns } = byUser.row(user);
    for (const one of columns) {
      for (const other of columns) counts[one * movies + other]++;
    }
  }
  return counts;
}
