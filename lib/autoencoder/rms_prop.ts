import type * as tf from "@tensorflow/tfjs";
import { requireGradients, requireOptimizer } from "./_require_optimizer.ts";
import { kernels } from "./kernels/current_kernels.ts";
import { renew } from "./kernels/renew.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";
import { Slots } from "./_slots.ts";

/** Options of {@linkcode RmsProp}. */
export interface RmsPropOptions extends OptimizerOptions {
  /**
   * How slowly the mean of squares forgets, 0 to 1; the deck's β.
   * @default {0.99}
   */
  readonly decay?: number;
  /**
   * Added to the root, *outside* it, as PyTorch does (tfjs adds it inside).
   * @default {1e-8}
   */
  readonly epsilon?: number;
}

/**
 * RMSprop: each weight's step is divided by the root of the recent mean of its
 * squared gradients, so that all weights move at a like pace.
 *
 * Source: slide 18 of the deck; Tieleman and Hinton 2012, lecture 6.5.
 *
 * @example One step on a single weight
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { RmsProp } from "stacked-autoencoders";
 *
 * const weight = tf.variable(tf.scalar(1));
 * const rmsProp = new RmsProp({ learningRate: 0.1, decay: 0.75 });
 * rmsProp.step([weight], [tf.scalar(2)]); // v = 0.25 · 2² = 1: the step is 0.1 · 2 / 1
 * if (Math.abs(weight.dataSync()[0] - 0.8) > 1e-6) throw new Error("not 0.8");
 * ```
 */
export class RmsProp implements Optimizer {
  readonly #options: Required<RmsPropOptions>;
  readonly #meanSquares = new Slots();

  /** Starts with no memory of gradients. */
  constructor(options: RmsPropOptions) {
    const { learningRate, weightDecay = 0, decay = 0.99, epsilon = 1e-8 } =
      options ?? {};
    this.#options = { learningRate, weightDecay, decay, epsilon };
    requireOptimizer(this.#options, options);
  }

  /** One update of all variables. */
  step(variables: readonly tf.Variable[], gradients: readonly tf.Tensor[]) {
    requireGradients(variables, gradients);
    const meanSquares = this.#meanSquares.for(variables);
    variables.forEach((weights, at) =>
      // v ← β·v + (1 − β)·dw²,  w ← w − α·dw / (√v + ε),  dw = g + λ·w
      kernels().rmsProp(this.#options, gradients[at], meanSquares[at], weights)
    );
    renew(variables);
  }

  /** Frees the memory of the gradients. */
  dispose() {
    this.#meanSquares.dispose();
  }
}
