import * as tf from "@tensorflow/tfjs";
import { requireOneOf } from "../_options.ts";
import { kernels } from "./current_kernels.ts";
import type { ActivationKind } from "./activation_kind.ts";
import { requireFloats, requireShape } from "./_require_tensor.ts";
import { requireSparseBatch } from "./_own_batches.ts";
import type { SparseBatch } from "./sparse_batch.ts";

/** What a sparse layer has. */
export interface SparseLayer {
  /** One line a movie; shape [columns, units]. */
  readonly weights: tf.Tensor2D;
  /** Shape [units]. */
  readonly bias: tf.Tensor1D;
}

/**
 * A dense layer's sum over ratings that are mostly blank: ratings · weights +
 * bias, at the price of the ratings. tfjs differentiates through it.
 *
 * @param batch The ratings; no gradient flows to them.
 * @param layer The weights and biases.
 * @returns Shape [rows, units].
 *
 * @example Two ratings, two units
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { RatingMatrix, sparseBatch, sparseMatMul } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 0], movie: [0, 2], stars: [5, 1] },
 *   { users: 1, movies: 3 },
 * );
 * const sums = sparseMatMul(sparseBatch(ratings), {
 *   weights: tf.tensor2d([[1, 0], [9, 9], [0, 1]]),
 *   bias: tf.tensor1d([0.5, 0.5]),
 * });
 * if (sums.dataSync().join() !== "5.5,1.5") throw new Error("not 5 + 0.5, 1 + 0.5");
 * ```
 */
export function sparseMatMul(
  batch: SparseBatch,
  { weights, bias }: SparseLayer,
): tf.Tensor2D {
  const [columns, units] = weights.shape;
  requireSparseBatch(batch);
  requireFloats({ weights, bias });
  requireShape("weights", [columns], [batch.columns]);
  requireShape("bias", bias.shape, [units]);
  const op = tf.customGrad((w, b) => {
    const value = tf.zeros<tf.Rank.R2>([batch.rows, units]);
    kernels().sparseMatMul(batch, w as tf.Tensor, b as tf.Tensor, value);
    const gradFunc = (dy: tf.Tensor) => {
      const gradient = tf.zeros<tf.Rank.R2>([columns, units]);
      kernels().sparseMatMulGradient(batch, dy, gradient);
      return [gradient, tf.sum(dy, 0)];
    };
    return { value, gradFunc };
  });
  return op(weights, bias) as tf.Tensor2D;
}

/**
 * How far a linear output layer misses the ratings that exist: the sum of
 * squared errors of each row, at the price of the ratings. tfjs differentiates
 * through it.
 *
 * @param batch The ratings to meet; no gradient flows to them.
 * @param hidden What comes into the layer; shape [rows, units].
 * @param layer The layer: weights [columns, units], bias [columns].
 * @returns Shape [rows], in stars².
 *
 * @example One rating of 5, one blank
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { observedSquaredError, RatingMatrix, sparseBatch } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0], movie: [1], stars: [5] },
 *   { users: 1, movies: 2 },
 * );
 * const squares = observedSquaredError(sparseBatch(ratings), tf.tensor2d([[1, 1]]), {
 *   weights: tf.tensor2d([[99, 99], [1, 2]]),
 *   bias: tf.tensor1d([99, 0]),
 * });
 * if (squares.dataSync()[0] !== 4) throw new Error("(3 − 5)² is 4");
 * ```
 */
export function observedSquaredError(
  batch: SparseBatch,
  hidden: tf.Tensor2D,
  { weights, bias }: SparseLayer,
): tf.Tensor1D {
  const [columns, units] = weights.shape;
  requireSparseBatch(batch);
  requireFloats({ hidden, weights, bias });
  requireShape("weights", [columns], [batch.columns]);
  requireShape("bias", bias.shape, [columns]);
  requireShape("hidden", hidden.shape, [batch.rows, units]);
  const op = tf.customGrad((h, w, b, save) => {
    const errors = tf.zeros([batch.values.size]);
    const value = tf.zeros<tf.Rank.R1>([batch.rows]);
    const from = { hidden: h, weights: w, bias: b } as const;
    kernels().observedErrors(
      batch,
      from as Record<keyof typeof from, tf.Tensor>,
      { errors, squares: value },
    );
    (save as tf.GradSaveFunc)([errors, h as tf.Tensor, w as tf.Tensor]);
    const gradFunc = (slopes: tf.Tensor, saved: tf.Tensor[]) => {
      const [errors, hidden, weights] = saved;
      const to = {
        hidden: tf.zeros(hidden.shape),
        weights: tf.zeros(weights.shape),
        bias: tf.zeros([columns]),
      };
      const from = { hidden, weights, errors, slopes };
      kernels().observedGradients(batch, from, to);
      return [to.hidden, to.weights, to.bias];
    };
    return { value, gradFunc };
  });
  return op(hidden, weights, bias) as tf.Tensor1D;
}

/**
 * The sigmoid or tanh, by kernels of our own: the same bits on every machine.
 * tfjs differentiates through it.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { activate } from "stacked-autoencoders";
 *
 * const [half] = activate("sigmoid", tf.tensor1d([0])).dataSync();
 * if (half !== 0.5) throw new Error(`${half} is not a half`);
 * ```
 */
export function activate<T extends tf.Tensor>(kind: ActivationKind, x: T): T {
  requireOneOf("activation", kind, ["sigmoid", "tanh"]);
  requireFloats({ x });
  const op = tf.customGrad((input, save) => {
    const value = tf.zeros(x.shape);
    kernels().activate(kind, input as tf.Tensor, value);
    (save as tf.GradSaveFunc)([value]);
    const gradFunc = (dy: tf.Tensor, [y]: tf.Tensor[]) => {
      const gradient = tf.zeros(x.shape);
      kernels().activationGradient(kind, y, dy, gradient);
      return [gradient];
    };
    return { value, gradFunc };
  });
  return op(x) as T;
}
