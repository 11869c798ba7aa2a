import type * as tf from "@tensorflow/tfjs";

/** The update rules to choose from. */
export type OptimizerName = "adam" | "rmsprop" | "momentum" | "sgd";

/** What every update rule takes. */
export interface OptimizerOptions {
  /** Size of a step, above 0. */
  readonly learningRate: number;
  /**
   * Added to each gradient, times the weight itself, as PyTorch does: it draws
   * all weights and biases towards 0.
   * @default {0}
   */
  readonly weightDecay?: number;
}

/** An update rule with its memory of the gradients so far. */
export interface Optimizer {
  /**
   * Changes the variables in place.
   *
   * @param variables The weights; the same list on every call.
   * @param gradients The loss's gradient for each, of the same shape.
   */
  step(
    variables: readonly tf.Variable[],
    gradients: readonly tf.Tensor[],
  ): void;
  /** Frees the memory of the gradients. */
  dispose(): void;
}
