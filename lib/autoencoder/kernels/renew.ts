import * as tf from "@tensorflow/tfjs";

/**
 * Gives variables that kernels have changed in place a new identity, with the
 * same numbers. tfjs's wasm matrix product keeps a packed copy of its right
 * side by that identity, and would go on using the weights of before.
 */
export function renew(variables: readonly tf.Variable[]) {
  for (const variable of variables) {
    tf.tidy(() => variable.assign(tf.mul(variable, 1)));
  }
}
