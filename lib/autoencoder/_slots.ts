import * as tf from "@tensorflow/tfjs";

/**
 * One tensor of zeros a variable, made at first use: an optimizer's memory.
 * They are variables so that they can change in place.
 */
export class Slots {
  #slots: tf.Variable[] = [];

  /** The slots of these variables, in their order. */
  for(variables: readonly tf.Variable[]): readonly tf.Variable[] {
    if (this.#slots.length === 0) {
      this.#slots = variables.map((variable) =>
        tf.tidy(() => tf.variable(tf.zerosLike(variable), false))
      );
    }
    return this.#slots;
  }

  /** Frees them. */
  dispose() {
    tf.dispose(this.#slots);
    this.#slots = [];
  }
}
