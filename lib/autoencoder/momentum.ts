import type * as tf from "@tensorflow/tfjs";
import { requireGradients, requireOptimizer } from "./_require_optimizer.ts";
import { kernels } from "./kernels/current_kernels.ts";
import { renew } from "./kernels/renew.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";
import { Slots } from "./_slots.ts";

/** Options of {@linkcode Momentum}. */
export interface MomentumOptions extends OptimizerOptions {
  /**
   * How slowly the mean of gradients forgets, 0 to 1; the deck's β.
   * @default {0.9}
   */
  readonly beta?: number;
}

/**
 * Gradient descent with momentum: each weight follows the recent mean of its
 * gradients, so that zigzags cancel and slopes add up.
 *
 * Source: slide 17 of the deck (its second equation misprints v_db as v_dw).
 * The mean is weighted by 1 − β; PyTorch's is not.
 *
 * @example One step on a single weight
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Momentum } from "stacked-autoencoders";
 *
 * const weight = tf.variable(tf.scalar(1));
 * const momentum = new Momentum({ learningRate: 1, beta: 0.75 });
 * momentum.step([weight], [tf.scalar(2)]); // v = 0.25 · 2
 * if (weight.dataSync()[0] !== 0.5) throw new Error("1 − 0.5 is 0.5");
 * momentum.dispose();
 * ```
 */
export class Momentum implements Optimizer {
  readonly #options: Required<MomentumOptions>;
  readonly #means = new Slots();

  /** Starts with no memory of gradients. */
  constructor(options: MomentumOptions) {
    const { learningRate, weightDecay = 0, beta = 0.9 } = options ?? {};
    this.#options = { learningRate, weightDecay, beta };
    requireOptimizer(this.#options, options);
  }

  /** One update of all variables. */
  step(variables: readonly tf.Variable[], gradients: readonly tf.Tensor[]) {
    requireGradients(variables, gradients);
    const means = this.#means.for(variables);
    variables.forEach((weights, at) =>
      // v ← β·v + (1 − β)·dw,  w ← w − α·v,  dw = g + λ·w
      kernels().momentum(this.#options, gradients[at], means[at], weights)
    );
    renew(variables);
  }

  /** Frees the memory of the gradients. */
  dispose() {
    this.#means.dispose();
  }
}
