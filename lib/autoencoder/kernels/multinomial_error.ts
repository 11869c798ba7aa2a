import * as tf from "@tensorflow/tfjs";
import { requireFloats, requireShape } from "./_require_tensor.ts";
import { requireSparseBatch } from "./_own_batches.ts";
import type { SparseBatch } from "./sparse_batch.ts";
import type { SparseLayer } from "./sparse_ops.ts";
import { viewOf } from "./tensor_memory.ts";

/**
 * How surprised a softmax over all movies is by those that a row holds: −Σ ln π
 * of each row, π = softmax(hidden · weightsᵀ + bias). All movies share out one
 * whole, so raising one that was rated lowers those that were not: unlike
 * {@linkcode observedSquaredError}, this must touch every movie. tfjs
 * differentiates through it.
 *
 * Source: Liang et al. 2018, "Variational autoencoders for collaborative
 * filtering", equation 2.
 *
 * @param batch Which movies each row holds; its values do not count, and no
 * gradient flows to it.
 * @param hidden What comes into the layer; shape [rows, units].
 * @param layer The layer: weights [units, columns], as tfjs's dense layers have
 * them, bias [columns].
 * @returns Shape [rows], in nats.
 *
 * @example One movie of two, and a network that knows nothing
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { multinomialError, RatingMatrix, sparseBatch } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0], movie: [1], stars: [5] },
 *   { users: 1, movies: 2 },
 * );
 * const errors = multinomialError(sparseBatch(ratings), tf.tensor2d([[1]]), {
 *   weights: tf.tensor2d([[0, 0]]),
 *   bias: tf.tensor1d([0, 0]),
 * });
 * if (Math.abs(errors.dataSync()[0] - Math.LN2) > 1e-6) throw new Error("−ln ½ is ln 2");
 * ```
 */
export function multinomialError(
  batch: SparseBatch,
  hidden: tf.Tensor2D,
  { weights, bias }: SparseLayer,
): tf.Tensor1D {
  const [units, columns] = weights.shape;
  requireSparseBatch(batch);
  requireFloats({ hidden, weights, bias });
  requireShape("weights", [columns], [batch.columns]);
  requireShape("bias", bias.shape, [columns]);
  requireShape("hidden", hidden.shape, [batch.rows, units]);
  const op = tf.customGrad((h, w, b, save) => {
    const outputs = linear(h as tf.Tensor2D, w as tf.Tensor2D, b as tf.Tensor);
    const logs = tf.logSoftmax(outputs); // [rows, columns]
    const held = indicators(batch);
    const value = tf.neg(tf.sum(tf.mul(held, logs), 1));
    (save as tf.GradSaveFunc)([logs, held, h as tf.Tensor, w as tf.Tensor]);
    const gradFunc = (slopes: tf.Tensor, saved: tf.Tensor[]) => {
      const [logs, held, hidden, weights] = saved;
      // ∂ / ∂ output_j of row r = n_r·π_j − (1 where r holds j)
      const counts = tf.sum(held, 1, true);
      const slope = tf.mul(
        tf.sub(tf.mul(counts, tf.exp(logs)), held),
        tf.expandDims(slopes, 1),
      ); // [rows, columns]
      // Transposed first: told to transpose by itself, tfjs's product is slow.
      return [
        tf.matMul(slope, tf.transpose(weights)),
        tf.matMul(tf.transpose(hidden), slope),
        tf.sum(slope, 0),
      ];
    };
    return { value, gradFunc };
  });
  return op(hidden, weights, bias) as tf.Tensor1D;
}

function linear(hidden: tf.Tensor2D, weights: tf.Tensor2D, bias: tf.Tensor) {
  return tf.add<tf.Tensor2D>(tf.matMul(hidden, weights), bias);
}

/** 1 where the batch has a rating, else 0; shape [rows, columns]. */
function indicators(batch: SparseBatch): tf.Tensor2D {
  const { rows, columns } = batch;
  const [starts, movies] = [viewOf(batch.indptr), viewOf(batch.indices)];
  const ones = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      ones[row * columns + movies[at]] = 1;
    }
  }
  return tf.tensor2d(ones, [rows, columns]);
}
