import * as tf from "@tensorflow/tfjs";
import type { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { createOptimizer } from "./create_optimizer.ts";
import { DivergenceError } from "./divergence_error.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";
import { observedSquaredError } from "./kernels/sparse_ops.ts";
import { Pause } from "./_pause.ts";
import type { CompleteFitOptions } from "./fit_options.ts";
import type { Optimizer } from "./optimizer.ts";
import type { SparseNetwork } from "./sparse_network.ts";
import type { StopReason, TrainingHistory } from "./training_events.ts";

/** What a training run works on. */
export interface TrainingRun {
  /** Its weights are changed in place. */
  readonly network: SparseNetwork;
  /** The ratings to learn from, one row a user. */
  readonly given: RatingMatrix;
  /** What to subtract from each row's ratings; shape [given.rows]. */
  readonly centres: Float64Array;
  /** The options of `fit`. */
  readonly options: CompleteFitOptions;
  /** Shuffles the users. */
  readonly random: Random;
  /** Loss on the ratings held out, if there are any, in stars. */
  readonly validate?: () => number;
}

/** The training loop: epochs of shuffled batches, until done or told to stop. */
export async function train(run: TrainingRun): Promise<TrainingHistory> {
  const { network, given, options, random } = run;
  const { epochs, batchSize, callbacks, signal, patience } = options;
  const optimizer = createOptimizer(options.optimizer, options);
  const best = new BestWeights(network);
  const pause = new Pause();
  const rated = ratedRows(given);
  const batches = Math.ceil(rated.length / batchSize);
  const trainLoss: number[] = [];
  const validationLoss: number[] = [];
  let stoppedBy: StopReason = "epochs";
  try {
    await callbacks.onTrainBegin?.({ epochs, batches });
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;

    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = shuffledOrder(rated.length, random);
      let userRmseSum = 0;
      for (let batch = 0; batch < batches && !signal?.aborted; batch++) {
        const rows = order
          .subarray(batch * batchSize, (batch + 1) * batchSize)
          .map((place) => rated[place]);
        const userRmse = step(run, { rows, optimizer });
        requireFinite(userRmse, epoch, options.learningRate);
        userRmseSum += userRmse;
        await callbacks.onBatchEnd?.(batch, {
          epochs,
          batches,
          epoch,
          seconds: seconds(),
        });
        await pause.ifDue();
      }
      if (signal?.aborted) {
        stoppedBy = "signal";
        break;
      }
      trainLoss.push(userRmseSum / rated.length);
      if (run.validate !== undefined) {
        const loss = run.validate();
        requireFinite(loss, epoch, options.learningRate);
        validationLoss.push(loss);
        if (patience !== undefined) best.offer(loss, epoch);
      }
      await callbacks.onEpochEnd?.(epoch, {
        trainLoss: trainLoss[epoch],
        ...(run.validate && { validationLoss: validationLoss[epoch] }),
        seconds: seconds(),
      });
      await pause.ifDue();
      if (patience !== undefined && epoch - best.epoch >= patience) {
        stoppedBy = "early stopping";
        break;
      }
    }
    best.restore();
    const history: TrainingHistory = {
      trainLoss,
      validationLoss,
      seconds: seconds(),
      stoppedBy,
      ...(best.epoch >= 0 && { bestEpoch: best.epoch }),
    };
    requireFiniteWeights(network, trainLoss.length - 1, options.learningRate);
    await callbacks.onTrainEnd?.(history);
    return history;
  } finally {
    optimizer.dispose();
  }
}

/** One update of the weights; returns the sum of the users' RMSEs before it. */
function step(
  { network, given, centres }: TrainingRun,
  { rows, optimizer }: { rows: Int32Array; optimizer: Optimizer },
): number {
  return tf.tidy(() => {
    const batch = sparseBatch(given, { rows, centres });
    const variables = [...network.variables];
    let squares: tf.Tensor1D | undefined;
    const { grads } = tf.variableGrads(() => {
      const errors = observedSquaredError(
        batch,
        network.hidden(batch),
        network.output(),
      );
      squares = tf.keep(errors);
      return tf.div(tf.sum(errors), batch.size) as tf.Scalar;
    }, variables);
    optimizer.step(variables, variables.map(({ name }) => grads[name]));
    const sums = squares!.dataSync<"float32">();
    squares!.dispose();
    let userRmseSum = 0;
    rows.forEach((row, place) => {
      const count = given.indptr[row + 1] - given.indptr[row];
      userRmseSum += Math.sqrt(sums[place] / count);
    });
    return userRmseSum;
  });
}

/** The rows that have a rating: the others have nothing to teach. */
function ratedRows(ratings: RatingMatrix): Int32Array {
  return Int32Array.from({ length: ratings.rows }, (_, row) => row).filter(
    (row) => ratings.indptr[row] < ratings.indptr[row + 1],
  );
}

function requireFinite(loss: number, epoch: number, learningRate: number) {
  if (!Number.isFinite(loss)) {
    throw new DivergenceError(epoch, { loss, learningRate });
  }
}

function requireFiniteWeights(
  network: SparseNetwork,
  epoch: number,
  learningRate: number,
) {
  for (const weights of network.variables) {
    if (weights.dataSync().some((weight) => !Number.isFinite(weight))) {
      requireFinite(NaN, epoch, learningRate);
    }
  }
}

/** The weights of the epoch with the lowest validation loss. */
class BestWeights {
  epoch = -1;
  #loss = Infinity;
  // Copies of the numbers: a tensor's clone would change with the weights.
  #weights: Float32Array[] = [];

  constructor(readonly network: SparseNetwork) {}

  offer(loss: number, epoch: number) {
    if (loss >= this.#loss) return;
    this.epoch = epoch;
    this.#loss = loss;
    this.#weights = this.network.variables.map((weights) =>
      weights.dataSync<"float32">().slice()
    );
  }

  restore() {
    this.#weights.forEach((weights, index) => {
      const variable = this.network.variables[index];
      tf.tidy(() => variable.assign(tf.tensor(weights, variable.shape)));
    });
  }
}
