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
    const same = variables.length === this.#slots.length &&
      variables.every(({ size }, at) => size === this.#slots[at].size);
    if (!same) {
      throw new RangeError(
        `Cannot step as the variables must be the same on every call: ` +
          `current shapes are ${shapes(variables)}, before they were ${
            shapes(this.#slots)
          }`,
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

function shapes(variables: readonly tf.Variable[]): string {
  return variables.map(({ shape }) => `[${shape}]`).join(", ");
}
