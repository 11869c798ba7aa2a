import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/**
 * A movie-to-movie model's scores: for each row the sum of the lines of the
 * movies that it has rated, whatever the stars.
 *
 * @param weights From each movie (line) to each movie; shape [movies, movies].
 * @returns Shape [rows, movies].
 */
export function sumOfLines(
  weights: Float32Array,
  given: RatingMatrix,
  { rows = Int32Array.from({ length: given.rows }, (_, row) => row) }: {
    readonly rows?: ArrayLike<number>;
  } = {},
): Float32Array {
  const movies = Math.sqrt(weights.length);
  if (given.columns !== movies) {
    throw new RangeError(
      `Cannot score these ratings as there must be one column a movie of the training ratings: ` +
        `current values are ${given.columns} columns and ${movies} movies`,
    );
  }
  const scores = new Float32Array(rows.length * movies);
  for (let place = 0; place < rows.length; place++) {
    const sums = scores.subarray(place * movies, (place + 1) * movies);
    for (const seen of given.row(rows[place]).columns) {
      const line = weights.subarray(seen * movies, (seen + 1) * movies);
      for (let movie = 0; movie < movies; movie++) sums[movie] += line[movie];
    }
  }
  return scores;
}
