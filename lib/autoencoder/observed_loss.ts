import * as tf from "@tensorflow/tfjs";

/** What {@linkcode observedLoss} compares. */
export interface ObservedLossInput {
  /** What the network says; shape [users, movies]. */
  readonly output: tf.Tensor2D;
  /** The ratings, anything where there is none; shape [users, movies]. */
  readonly ratings: tf.Tensor2D;
  /** 1 where there is a rating, else 0; shape [users, movies]. */
  readonly mask: tf.Tensor2D;
}

/**
 * The loss that training minimises: the mean squared error over the ratings
 * that exist. A blank is not a rating of 0: what the network says there costs
 * nothing, and that is what it will be asked for later.
 *
 * Σ mask·(output − ratings)² / Σ mask, in stars².
 *
 * Source: Sedhain et al. 2015, "AutoRec", equation 3, as a mean and without
 * its penalty.
 *
 * @returns The loss, and the sum of squared errors of each user; shapes [] and [users].
 *
 * @example A blank costs nothing
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { observedLoss } from "stacked-autoencoders";
 *
 * const { loss } = observedLoss({
 *   output: tf.tensor2d([[3, 99]]),
 *   ratings: tf.tensor2d([[5, 0]]),
 *   mask: tf.tensor2d([[1, 0]]),
 * });
 * if (loss.dataSync()[0] !== 4) throw new Error("(3 − 5)² is 4");
 * ```
 */
export function observedLoss(
  { output, ratings, mask }: ObservedLossInput,
): { loss: tf.Scalar; userErrors: tf.Tensor1D } {
  const errors = tf.mul(tf.sub(output, ratings), mask);
  const userErrors = tf.sum(tf.square(errors), 1) as tf.Tensor1D;
  const loss = tf.div(tf.sum(userErrors), tf.sum(mask)) as tf.Scalar;
  return { loss, userErrors };
}
