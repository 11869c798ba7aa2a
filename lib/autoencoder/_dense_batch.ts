import * as tf from "@tensorflow/tfjs";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/** Some rows of a rating matrix, spread out for tfjs. */
export interface DenseBatch {
  /** Ratings less the row's centre, 0 where there is none; shape [rows, columns]. */
  readonly input: tf.Tensor2D;
  /** 1 where there is a rating, else 0; shape [rows, columns]. */
  readonly mask: tf.Tensor2D;
  /** Number of ratings in each row. */
  readonly counts: Float32Array;
}

/**
 * Spreads out the given rows. The two tensors are the caller's to dispose.
 *
 * @param centres What to subtract from each rating; shape [ratings.rows].
 */
export function denseBatch(
  ratings: RatingMatrix,
  { rows, centres }: { rows: Int32Array; centres: Float64Array },
): DenseBatch {
  const shape: [number, number] = [rows.length, ratings.columns];
  const input = new Float32Array(shape[0] * shape[1]);
  const mask = new Float32Array(input.length);
  const counts = new Float32Array(rows.length);
  rows.forEach((row, place) => {
    const { columns, stars } = ratings.row(row);
    const start = place * ratings.columns;
    columns.forEach((column, at) => {
      input[start + column] = stars[at] - centres[row];
      mask[start + column] = 1;
    });
    counts[place] = columns.length;
  });
  return {
    input: tf.tensor2d(input, shape),
    mask: tf.tensor2d(mask, shape),
    counts,
  };
}
