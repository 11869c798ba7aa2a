import * as tf from "@tensorflow/tfjs";
import { shuffledOrder } from "../random/shuffle.ts";
import { codeStepper } from "./_code_stepper.ts";
import type { Pause } from "./_pause.ts";
import { runEpoch } from "./_run_epoch.ts";
import { stepperFor } from "./_stepper_for.ts";
import type { TrainingRun } from "./_training_run.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";

/** Rows that are encoded at a time. */
const encodedAtATime = 256;

/**
 * Layer-by-layer pretraining, pair by pair from the outside in: each pair learns
 * to reproduce what reaches it, and its codes are what the next one is taught.
 *
 * Source: Bengio et al. 2007, section 3; the deck's slide 15.
 *
 * @param run The training; its `pretrain` says how long.
 * @param rated The rows to learn from: those that have ratings.
 * @param pause Lets the rest of the program run.
 * @returns The losses of each pair, epoch by epoch; fewer if it was stopped.
 */
export async function pretrain(
  run: TrainingRun,
  rated: Int32Array,
  pause: Pause,
): Promise<number[][]> {
  const { network, randomPretrain: random } = run;
  const { callbacks, signal, pretrain } = run.options;
  const { epochs, learningRate = run.options.learningRate } = pretrain!;
  const options = { ...run.options, learningRate };
  const pairs = (network.depth + 1) / 2;
  const began = performance.now();
  const losses: number[][] = [];
  await callbacks.onPretrainBegin?.({ pairs, epochs });
  for (let pair = 1; pair <= pairs && !signal?.aborted; pair++) {
    const layers = network.pair(pair);
    // An inner pair's rows are places among the rated ones.
    const { stepper, rows } = pair === 1
      ? {
        stepper: stepperFor({ ...run, network: layers, options }),
        rows: rated,
      }
      : {
        stepper: codeStepper(layers, codesOf(run, rated, pair - 1), options),
        rows: rated.map((_, place) => place),
      };
    losses.push([]);
    try {
      for (let epoch = 0; epoch < epochs; epoch++) {
        const order = options.shuffle
          ? shuffledOrder(rows.length, random).map((place) => rows[place])
          : rows;
        const sum = await runEpoch({
          stepper,
          order,
          epoch,
          learningRate,
          signal,
          pause,
        });
        if (signal?.aborted) break;
        const loss = sum / rows.length;
        losses[pair - 1].push(loss);
        const seconds = (performance.now() - began) / 1000;
        const logs = { pair, pairs, epochs, loss, seconds };
        await callbacks.onPretrainEpochEnd?.(epoch, logs);
      }
      stepper.sync();
    } finally {
      stepper.dispose();
    }
  }
  return losses;
}

/** What a hidden layer makes of the rated rows; shape [rated, units]. */
function codesOf(
  { network, given, centres }: TrainingRun,
  rated: Int32Array,
  layerNumber: number,
): Float32Array {
  const [units] = network.variables[2 * layerNumber - 1].shape;
  const codes = new Float32Array(rated.length * units);
  for (let from = 0; from < rated.length; from += encodedAtATime) {
    const rows = rated.subarray(from, from + encodedAtATime);
    tf.tidy(() => {
      const batch = sparseBatch(given, { rows, centres });
      codes.set(
        network.hidden(batch, layerNumber).dataSync<"float32">(),
        from * units,
      );
    });
  }
  return codes;
}
