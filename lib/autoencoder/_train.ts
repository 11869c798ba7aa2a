import * as tf from "@tensorflow/tfjs";
import { shuffledOrder } from "../random/shuffle.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { Pause } from "./_pause.ts";
import { pretrain } from "./_pretrain.ts";
import { requireFinite } from "./_require_finite.ts";
import { runEpoch } from "./_run_epoch.ts";
import { stepperFor } from "./_stepper_for.ts";
import type { TrainingRun } from "./_training_run.ts";
import type { SparseNetwork } from "./sparse_network.ts";
import type { StopReason, TrainingHistory } from "./training_events.ts";

/** The training loop: epochs of shuffled batches, until done or told to stop. */
export async function train(run: TrainingRun): Promise<TrainingHistory> {
  const { network, given, options, random } = run;
  const { epochs, callbacks, signal, patience } = options;
  const pause = new Pause();
  const rated = ratedRows(given);
  const before = performance.now();
  const pretrainLoss = options.pretrain && await pretrain(run, rated, pause);
  const pretrainSeconds = (performance.now() - before) / 1000;
  const stepper = stepperFor(run);
  const best = new BestWeights(network);
  const { rowsAtATime } = stepper;
  const batches = Math.ceil(rated.length / rowsAtATime);
  const trainLoss: number[] = [];
  const validationLoss: number[] = [];
  let stoppedBy: StopReason = "epochs";
  const warmUp = options.warmStart?.epochs ?? 0;
  try {
    await callbacks.onTrainBegin?.({ epochs, batches });
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;

    // The epochs of a warm start are numbered from below 0, and nobody hears of them.
    for (let epoch = 0 - warmUp; epoch < epochs; epoch++) {
      if (epoch === 0 && warmUp > 0) stepper.restart();
      const order = options.shuffle
        ? shuffledOrder(rated.length, random).map((place) => rated[place])
        : rated;
      const afterBatch = (batch: number) => {
        stepper.sync();
        const logs = { epochs, batches, epoch, seconds: seconds() };
        return callbacks.onBatchEnd?.(batch, logs);
      };
      const userRmseSum = await runEpoch({
        stepper,
        order,
        epoch,
        learningRate: options.learningRate,
        signal,
        pause,
        afterBatch: epoch >= 0 && callbacks.onBatchEnd !== undefined
          ? afterBatch
          : undefined,
      });
      stepper.sync();
      if (signal?.aborted) {
        stoppedBy = "signal";
        break;
      }
      if (epoch < 0) continue;
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
      ...(pretrainLoss && { pretrainLoss }),
      seconds: seconds() + (pretrainLoss ? pretrainSeconds : 0),
      stoppedBy,
      ...(best.epoch >= 0 && { bestEpoch: best.epoch }),
    };
    requireFiniteWeights(network, trainLoss.length - 1, options.learningRate);
    await callbacks.onTrainEnd?.(history);
    return history;
  } finally {
    stepper.dispose();
  }
}

/** The rows that have a rating: the others have nothing to teach. */
function ratedRows(ratings: RatingMatrix): Int32Array {
  return Int32Array.from({ length: ratings.rows }, (_, row) => row).filter(
    (row) => ratings.indptr[row] < ratings.indptr[row + 1],
  );
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
