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

  private constructor(
    variables: readonly tf.Variable[],
    activation: ActivationKind,
  ) {
    this.variables = variables;
    this.activation = activation;
  }

  /** Looks into a network of dense layers. */
  static of(
    network: tf.LayersModel,
    activation: ActivationKind,
  ): SparseNetwork {
    const variables = network.trainableWeights.map((weight) =>
      weight.read() as tf.Variable
    );
    return new SparseNetwork(variables, activation);
  }

  /** Number of hidden layers. */
  get depth(): number {
    return this.variables.length / 2 - 1;
  }

  /**
   * An encoder with the decoder that mirrors it, as a network of its own: 1 for
   * encoder_1 and decoder_1, the outermost pair.
   */
  pair(level: number): SparseNetwork {
    const encoder = this.variables.slice(2 * level - 2, 2 * level);
    const end = this.variables.length - 2 * level;
    const decoder = this.variables.slice(end, end + 2);
    return new SparseNetwork([...encoder, ...decoder], this.activation);
  }

  /**
   * The values of a hidden layer, counted from 1; shape [rows, units]. Of the
   * last one without a number.
   */
  hidden(batch: SparseBatch, layerNumber: number = this.depth): tf.Tensor2D {
    const [weights, bias, ...rest] = this.variables.slice(0, 2 * layerNumber);
    let values = activate(
      this.activation,
      sparseMatMul(batch, { weights, bias } as unknown as SparseLayer),
    );
    for (let layer = 0; layer < rest.length; layer += 2) {
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
