import * as tf from "@tensorflow/tfjs";
import type { RatingMatrix } from "../../ratings/rating_matrix.ts";
import { requireKnown } from "../_options.ts";
import { remember } from "./_own_batches.ts";

/** Which part of a rating matrix a {@linkcode SparseBatch} holds. */
export interface SparseBatchOptions {
  /** The rows, in the batch's order. All of them without it. */
  readonly rows?: ArrayLike<number>;
  /** What to subtract from each rating; shape [ratings.rows]. Nothing without it. */
  readonly centres?: ArrayLike<number>;
}

/**
 * Some rows of a rating matrix as tensors, compressed: what sparse layers work
 * on. It costs what the ratings cost, and is the caller's to dispose.
 */
export interface SparseBatch {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns of the matrix. */
  readonly columns: number;
  /** Number of ratings. */
  readonly size: number;
  /** Where each row starts; int32, shape [rows + 1]. */
  readonly indptr: tf.Tensor1D;
  /** The column of each rating; int32, shape [size] (at least 1). */
  readonly indices: tf.Tensor1D;
  /** Each rating less its row's centre, in stars; shape [size] (at least 1). */
  readonly values: tf.Tensor1D;
}

/**
 * Takes rows out of a rating matrix.
 *
 * @throws {RangeError} If there is no such row, a row's centre is missing or not
 * finite, or the matrix's arrays were changed since it was made; the message
 * names the row and the value.
 * @throws {TypeError} If an option does not exist.
 *
 * @example
 * ```ts
 * import { RatingMatrix, sparseBatch } from "stacked-autoencoders";
 * import * as tf from "@tensorflow/tfjs";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 1, 1], movie: [0, 0, 2], stars: [5, 3, 4] },
 *   { users: 2, movies: 3 },
 * );
 * const batch = sparseBatch(ratings, { rows: [1], centres: [5, 3.5] });
 * if (batch.values.dataSync().join() !== "-0.5,0.5") throw new Error("not centred");
 * tf.dispose([batch.indptr, batch.indices, batch.values]);
 * ```
 */
export function sparseBatch(
  ratings: RatingMatrix,
  options: SparseBatchOptions = {},
): SparseBatch {
  requireKnown("option of sparseBatch", options, ["rows", "centres"]);
  const { rows, centres } = options;
  const chosen = rows ?? Array.from({ length: ratings.rows }, (_, row) => row);
  ratings.requireIntact(chosen);
  const indptr = new Int32Array(chosen.length + 1);
  const parts = Array.from(chosen, (row) => ratings.row(row));
  parts.forEach(({ stars }, place) => {
    indptr[place + 1] = indptr[place] + stars.length;
  });
  const size = indptr[chosen.length];
  // tfjs has no tensors without elements in wasm's memory: one stands idle.
  const indices = new Int32Array(Math.max(1, size));
  const values = new Float32Array(Math.max(1, size));
  parts.forEach(({ columns, stars }, place) => {
    const from = indptr[place];
    indices.set(columns, from);
    const centre = centres === undefined ? 0 : centres[chosen[place]];
    if (!Number.isFinite(centre)) {
      throw new RangeError(
        `Cannot centre row ${
          chosen[place]
        } as its centre must be a finite number: current value is ${centre}, the centres are ${centres?.length}`,
      );
    }
    for (let at = 0; at < stars.length; at++) {
      values[from + at] = stars[at] - centre;
    }
  });
  const batch = {
    rows: chosen.length,
    columns: ratings.columns,
    size,
    indptr: tf.tensor1d(indptr, "int32"),
    indices: tf.tensor1d(indices, "int32"),
    values: tf.tensor1d(values),
  };
  return remember(batch);
}
