import type * as tf from "@tensorflow/tfjs";

/** Kernels take the bits of every tensor for floats. */
export function requireFloats(tensors: Record<string, tf.Tensor>) {
  for (const [name, { dtype }] of Object.entries(tensors)) {
    if (dtype !== "float32") {
      throw new TypeError(
        `Cannot use ${name} as its numbers must be of type float32: current value is ${dtype}`,
      );
    }
  }
}

/** Refuses a tensor of another shape: kernels would reach outside it. */
export function requireShape(
  name: string,
  actual: number[],
  expected: number[],
) {
  if (actual.join() !== expected.join()) {
    throw new RangeError(
      `Cannot use ${name} as its shape must be the [${expected}] that the batch and the layer need: ` +
        `current shape is [${actual}]`,
    );
  }
}
