import * as tf from "@tensorflow/tfjs";
import type { Random } from "../random/random.ts";
import type { SparseBatch } from "./kernels/sparse_batch.ts";

/**
 * Blanks a share p of the ratings that the network is given, and multiplies the
 * others by 1/(1 − p), so that the sums in its first layer stay the same on
 * average. Asked for all of them, it must learn to guess what it does not see:
 * what it is used for, and what mere copying would not teach it.
 *
 * Source: Vincent et al. 2008, section 2.3 (denoising autoencoders); the factor:
 * Srivastava et al. 2014, section 10.
 */
export class InputDropout {
  readonly #share: number;
  readonly #random: Random;

  constructor(share: number, random: Random) {
    this.#share = share;
    this.#random = random;
  }

  /** The batch as the network sees it; the batch itself stays as it is. */
  blank(batch: SparseBatch): SparseBatch {
    const kept = 1 / (1 - this.#share);
    const values = batch.values.dataSync<"float32">().map((value) =>
      this.#random.uniform() < this.#share ? 0 : value * kept
    );
    return { ...batch, values: tf.tensor1d(values) };
  }
}
