import type * as tf from "@tensorflow/tfjs";
import { requireGradients, requireOptimizer } from "./_require_optimizer.ts";
import { kernels } from "./kernels/current_kernels.ts";
import { renew } from "./kernels/renew.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";
import { Slots } from "./_slots.ts";

/** Options of {@linkcode Adam}. */
export interface AdamOptions extends OptimizerOptions {
  /**
   * How slowly the mean of gradients forgets, 0 to 1.
   * @default {0.9}
   */
  readonly beta1?: number;
  /**
   * How slowly the mean of squares forgets, 0 to 1.
   * @default {0.999}
   */
  readonly beta2?: number;
  /**
   * Added to the root, outside it.
   * @default {1e-8}
   */
  readonly epsilon?: number;
}

/**
 * Adam: momentum and RMSprop together. The step follows the recent mean of the
 * gradients, divided by the root of the recent mean of their squares; both
 * means start at 0 and are corrected for that.
 *
 * Source: Kingma and Ba 2015, algorithm 1.
 *
 * @example The first step has the size of the learning rate
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Adam } from "stacked-autoencoders";
 *
 * const weight = tf.variable(tf.scalar(1));
 * const adam = new Adam({ learningRate: 0.1 });
 * adam.step([weight], [tf.scalar(2)]);
 * if (Math.abs(weight.dataSync()[0] - 0.9) > 1e-6) throw new Error("not 0.9");
 * ```
 */
export class Adam implements Optimizer {
  readonly #options: Required<AdamOptions>;
  readonly #means = new Slots();
  readonly #meanSquares = new Slots();
  /** β₁ᵗ and β₂ᵗ as running products: exact on every machine, as `**` need not be. */
  #beta1PowerT = 1;
  #beta2PowerT = 1;

  /** Starts with no memory of gradients. */
  constructor(options: AdamOptions) {
    const {
      learningRate,
      weightDecay = 0,
      beta1 = 0.9,
      beta2 = 0.999,
      epsilon = 1e-8,
    } = options ?? {};
    this.#options = { learningRate, weightDecay, beta1, beta2, epsilon };
    requireOptimizer(this.#options, options);
  }

  /** One update of all variables. */
  step(variables: readonly tf.Variable[], gradients: readonly tf.Tensor[]) {
    requireGradients(variables, gradients);
    const means = this.#means.for(variables);
    const meanSquares = this.#meanSquares.for(variables);
    this.#beta1PowerT *= this.#options.beta1;
    this.#beta2PowerT *= this.#options.beta2;
    const options = {
      ...this.#options,
      correction1: 1 - this.#beta1PowerT,
      correction2: 1 - this.#beta2PowerT,
    };
    variables.forEach((weights, at) =>
      // m ← β₁·m + (1 − β₁)·dw,  v ← β₂·v + (1 − β₂)·dw²,  dw = g + λ·w,
      // w ← w − α·m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
      kernels().adam(
        options,
        gradients[at],
        means[at],
        meanSquares[at],
        weights,
      )
    );
    renew(variables);
  }

  /** Frees the memory of the gradients. */
  dispose() {
    this.#means.dispose();
    this.#meanSquares.dispose();
  }
}
