import * as tf from "@tensorflow/tfjs";
import { createOptimizer } from "./create_optimizer.ts";
import { InputDropout } from "./_input_dropout.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";
import { observedSquaredError } from "./kernels/sparse_ops.ts";
import { Slots } from "./_slots.ts";
import type { Stepper } from "./stepper.ts";
import type { TrainingRun } from "./_training_run.ts";

/** One update a batch: tfjs differentiates, the optimizer moves the weights. */
export function batchStepper(run: TrainingRun): Stepper {
  const { network, given, centres, options } = run;
  let optimizer = createOptimizer(options.optimizer, options);
  const sums = new Slots();
  const dropout = options.inputDropout > 0
    ? new InputDropout(options.inputDropout, run.randomDropout)
    : undefined;
  const variables = [...network.variables];

  /** The gradients so far added up, where they are never set back to 0. */
  function accumulate(gradients: tf.Tensor[]): readonly tf.Tensor[] {
    return sums.for(variables).map((sum, at) => {
      sum.assign(tf.add(sum, gradients[at]));
      return sum;
    });
  }

  return {
    rowsAtATime: options.batchSize,
    step: (rows) =>
      tf.tidy(() => {
        const batch = sparseBatch(given, { rows, centres });
        const seen = dropout?.blank(batch) ?? batch;
        let squares: tf.Tensor1D | undefined;
        const { grads } = tf.variableGrads(() => {
          const hidden = network.hidden(seen);
          const errors = observedSquaredError(batch, hidden, network.output());
          squares = tf.keep(errors);
          const count = options.lossOver === "observed"
            ? batch.size
            : batch.rows * batch.columns;
          return tf.div(tf.sum(errors), count) as tf.Scalar;
        }, variables);
        const gradients = variables.map(({ name }) => grads[name]);
        optimizer.step(
          variables,
          options.accumulateGradients ? accumulate(gradients) : gradients,
        );
        const rowSquares = squares!.dataSync<"float32">();
        squares!.dispose();
        let rmseSum = 0;
        rows.forEach((row, place) => {
          const count = given.indptr[row + 1] - given.indptr[row];
          rmseSum += Math.sqrt(rowSquares[place] / count);
        });
        return rmseSum;
      }),
    restart() {
      optimizer.dispose();
      optimizer = createOptimizer(options.optimizer, options);
    },
    sync() {},
    dispose() {
      optimizer.dispose();
      sums.dispose();
    },
  };
}
