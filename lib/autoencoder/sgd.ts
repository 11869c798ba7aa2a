import type * as tf from "@tensorflow/tfjs";
import { requireGradients, requireOptimizer } from "./_require_optimizer.ts";
import { kernels } from "./kernels/current_kernels.ts";
import { renew } from "./kernels/renew.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/**
 * Gradient descent as it stands in every textbook: each weight moves against
 * its own gradient.
 *
 * @example One step on a single weight
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Sgd } from "stacked-autoencoders";
 *
 * const weight = tf.variable(tf.scalar(1));
 * new Sgd({ learningRate: 0.25 }).step([weight], [tf.scalar(2)]);
 * if (weight.dataSync()[0] !== 0.5) throw new Error("1 − 0.25 · 2 is 0.5");
 * ```
 */
export class Sgd implements Optimizer {
  readonly #options: Required<OptimizerOptions>;

  /** It remembers nothing. */
  constructor(options: OptimizerOptions) {
    const { learningRate, weightDecay = 0 } = options ?? {};
    this.#options = { learningRate, weightDecay };
    requireOptimizer(this.#options, options);
  }

  /** One update of all variables. */
  step(variables: readonly tf.Variable[], gradients: readonly tf.Tensor[]) {
    requireGradients(variables, gradients);
    variables.forEach((weights, at) =>
      // w ← w − α·dw,  dw = g + λ·w
      kernels().sgd(this.#options, gradients[at], weights)
    );
    renew(variables);
  }

  /** There is nothing to free. */
  dispose() {}
}
