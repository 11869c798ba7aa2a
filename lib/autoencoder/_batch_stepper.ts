import * as tf from "@tensorflow/tfjs";
import { createOptimizer } from "./create_optimizer.ts";
import { InputDropout } from "./_input_dropout.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";
import { Slots } from "./_slots.ts";
import type { Stepper } from "./stepper.ts";
import type { TrainingRun } from "./_training_run.ts";

/** One update a batch: tfjs differentiates, the optimizer moves the weights. */
export function batchStepper(run: TrainingRun): Stepper {
  const { network, given, loss, centres, options } = run;
  const { learningRate, weightDecay } = options;
  const start = () =>
    createOptimizer(options.optimizer, { learningRate, weightDecay });
  let optimizer = start();
  const gradientSums = new Slots();
  const dropout = options.inputDropout > 0
    ? new InputDropout(options.inputDropout, run.randomDropout)
    : undefined;
  const variables = [...network.variables];

  /** The gradients so far added up, where they are never set back to 0. */
  function accumulate(gradients: tf.Tensor[]): readonly tf.Tensor[] {
    return gradientSums.for(variables).map((sum, at) => {
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
        let sums: tf.Tensor1D | undefined;
        const { grads } = tf.variableGrads(() => {
          const hidden = network.hidden(seen);
          const errors = loss.ofRows(batch, hidden, network);
          sums = tf.keep(errors);
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
        const rowSums = sums!.dataSync<"float32">();
        sums!.dispose();
        let reported = 0;
        rows.forEach((row, place) => {
          const count = given.indptr[row + 1] - given.indptr[row];
          reported += loss.reported(rowSums[place], count);
        });
        return reported;
      }),
    restart() {
      optimizer.dispose();
      optimizer = start();
    },
    sync() {},
    dispose() {
      optimizer.dispose();
      gradientSums.dispose();
    },
  };
}
