import * as tf from "@tensorflow/tfjs";
import type { CompleteFitOptions } from "./fit_options.ts";
import { createOptimizer } from "./create_optimizer.ts";
import { activate } from "./kernels/sparse_ops.ts";
import type { SparseNetwork } from "./sparse_network.ts";
import type { Stepper } from "./stepper.ts";

/**
 * Teaches an inner pair to reproduce the codes that reach it. Unlike ratings
 * they have no blanks, and both layers are small: tfjs does it all.
 *
 * @param pair An encoder with its decoder, both with an activation.
 * @param codes One line a row; shape [rows, units].
 * @param options Which optimizer, and how it steps.
 */
export function codeStepper(
  pair: SparseNetwork,
  codes: Float32Array,
  options: CompleteFitOptions,
): Stepper {
  const { activation } = pair;
  const variables = [...pair.variables];
  const units = variables[0].shape[0];
  const { learningRate, weightDecay } = options;
  const start = () =>
    createOptimizer(options.optimizer, { learningRate, weightDecay });
  let optimizer = start();

  return {
    rowsAtATime: options.batchSize,
    step: (rows) =>
      tf.tidy(() => {
        const chosen = new Float32Array(rows.length * units);
        rows.forEach((row, place) =>
          chosen.set(
            codes.subarray(row * units, (row + 1) * units),
            place * units,
          )
        );
        const batch = tf.tensor2d(chosen, [rows.length, units]);
        let squares: tf.Tensor | undefined;
        const { grads } = tf.variableGrads(() => {
          const [encoder, encoderBias, decoder, decoderBias] = variables;
          const code = activate(
            activation,
            tf.add(tf.matMul(batch, encoder), encoderBias),
          );
          const again = activate(
            activation,
            tf.add(tf.matMul(code, decoder), decoderBias),
          );
          const errors = tf.sum(tf.square(tf.sub(again, batch)), 1); // [rows]
          squares = tf.keep(errors);
          return tf.div(tf.sum(errors), chosen.length) as tf.Scalar;
        }, variables);
        optimizer.step(variables, variables.map(({ name }) => grads[name]));
        const rowSquares = squares!.dataSync<"float32">();
        squares!.dispose();
        return rowSquares.reduce(
          (sum, square) => sum + Math.sqrt(square / units),
          0,
        );
      }),
    restart() {
      optimizer.dispose();
      optimizer = start();
    },
    sync() {},
    dispose: () => optimizer.dispose(),
  };
}
