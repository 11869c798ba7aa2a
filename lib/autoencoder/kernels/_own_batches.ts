import type * as tf from "@tensorflow/tfjs";

/** What matters of a `SparseBatch`. */
interface Batch {
  readonly rows: number;
  readonly columns: number;
  readonly indptr: tf.Tensor;
  readonly indices: tf.Tensor;
  readonly values: tf.Tensor;
}

/** The batches that `sparseBatch` made, whose indices are known to be sound. */
const made = new WeakMap<tf.Tensor, Batch>();

/** Puts a batch among them. */
export function remember<Own extends Batch>(batch: Own): Own {
  made.set(batch.indices, batch);
  return batch;
}

/**
 * Refuses a batch that was put together by hand: kernels go where its indices
 * say. Other values in the place of a batch's own are allowed.
 */
export function requireSparseBatch(batch: Batch) {
  const own = made.get(batch?.indices);
  const isOwn = own !== undefined &&
    own.rows === batch.rows && own.columns === batch.columns &&
    own.indptr === batch.indptr && own.values.size === batch.values.size;
  if (!isOwn) {
    throw new TypeError(
      "Cannot use a batch as it must be one that sparseBatch() made: current value was made or changed by hand",
    );
  }
}
