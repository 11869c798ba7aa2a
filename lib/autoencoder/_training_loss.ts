import type * as tf from "@tensorflow/tfjs";
import { multinomialError } from "./kernels/multinomial_error.ts";
import type { SparseBatch } from "./kernels/sparse_batch.ts";
import { observedSquaredError } from "./kernels/sparse_ops.ts";
import type { Feedback } from "./model_options.ts";
import type { SparseNetwork } from "./sparse_network.ts";

/** What training makes small. */
export interface TrainingLoss {
  /** Whether single steps may be left to the fused kernel, which has this loss. */
  readonly isFused: boolean;
  /** The loss of each row, summed over what the batch asks for; shape [rows]. */
  ofRows(
    batch: SparseBatch,
    hidden: tf.Tensor2D,
    network: SparseNetwork,
  ): tf.Tensor1D;
  /** What is reported of a row: from its sum and its number of ratings. */
  reported(sum: number, count: number): number;
}

/** The losses by what the network is asked for. */
export const trainingLosses: Record<Feedback, TrainingLoss> = {
  /** Squared errors at the ratings that exist; a row's RMSE, in stars. */
  stars: {
    isFused: true,
    ofRows: (batch, hidden, network) =>
      observedSquaredError(batch, hidden, network.output()),
    reported: (sum, count) => Math.sqrt(sum / count),
  },
  /** −Σ ln π of the movies that were rated; a row's mean of it, in nats. */
  implicit: {
    isFused: false,
    ofRows(batch, hidden, network) {
      const [weights, bias] = network.variables.slice(-2);
      return multinomialError(batch, hidden, {
        weights: weights as tf.Tensor as tf.Tensor2D,
        bias: bias as tf.Tensor as tf.Tensor1D,
      });
    },
    reported: (sum, count) => sum / count,
  },
};
