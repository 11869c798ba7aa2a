import * as tf from "@tensorflow/tfjs";
import type { ActivationKind } from "./kernels/activation_kind.ts";
import type { SparseBatch } from "./kernels/sparse_batch.ts";
import {
  activate,
  type SparseLayer,
  sparseMatMul,
} from "./kernels/sparse_ops.ts";

/**
 * A network of dense layers, run on ratings that are mostly blank: the first
 * and the last layer are left to the sparse kernels, the small ones between
 * them to tfjs. It works on the layers' own weights and keeps none.
 */
export class SparseNetwork {
  /** The layers' weights and biases, in order: w₁, b₁, w₂, b₂ … */
  readonly variables: readonly tf.Variable[];
  /** What the hidden units apply. */
  readonly activation: ActivationKind;

  /** Looks into a network of dense layers. */
  constructor(network: tf.LayersModel, activation: ActivationKind) {
    this.variables = network.trainableWeights.map((weight) =>
      weight.read() as tf.Variable
    );
    this.activation = activation;
  }

  /** The values of the last hidden layer; shape [rows, units]. */
  hidden(batch: SparseBatch): tf.Tensor2D {
    const [weights, bias, ...rest] = this.variables;
    let values = activate(
      this.activation,
      sparseMatMul(batch, { weights, bias } as unknown as SparseLayer),
    );
    for (let layer = 0; layer + 2 < rest.length; layer += 2) {
      const sums = tf.add(tf.matMul(values, rest[layer]), rest[layer + 1]);
      values = activate(this.activation, sums as tf.Tensor2D);
    }
    return values;
  }

  /** The output layer with one line a movie; weights [columns, units]. */
  output(): SparseLayer {
    const [weights, bias] = this.variables.slice(-2);
    return {
      weights: tf.transpose(weights) as tf.Tensor2D,
      bias: bias as tf.Tensor as tf.Tensor1D,
    };
  }
}
