import * as tf from "@tensorflow/tfjs";
import type { RowSteps } from "./kernels/row_steps.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";
import { addressOf, viewOf } from "./kernels/tensor_memory.ts";
import type { Stepper } from "./stepper.ts";
import type { TrainingRun } from "./_training_run.ts";

/** How many single-row steps are taken in one call: about eight milliseconds. */
const rowsAtATime = 128;

const rules = { sgd: 0, momentum: 1, rmsprop: 2, adam: 3 } as const;

/**
 * One update a row, the whole step in one kernel. It works on weights of its
 * own, laid out with one line a movie, and copies them back when asked to.
 */
export function rowStepper(run: TrainingRun, rowSteps: RowSteps): Stepper {
  const { network, given, centres, options } = run;
  const { beta1, beta2, epsilon } = factors[options.optimizer];
  const layers = tf.tidy(() => layersOf(run));
  const losses = tf.keep(tf.zeros([rowsAtATime]));
  let [power1, power2] = [1, 1];

  return {
    rowsAtATime,
    step: (rows) =>
      tf.tidy(() => {
        const batch = sparseBatch(given, { rows, centres });
        const plan = tf.tensor1d(
          [layers.length, ...layers.flatMap(planOf)],
          "int32",
        );
        rowSteps({
          batch,
          plan,
          losses,
          activation: network.activation,
          rule: rules[options.optimizer],
          overAll: options.lossOver === "all",
          accumulate: options.accumulateGradients,
          ...{ learningRate: options.learningRate },
          ...{ weightDecay: options.weightDecay },
          ...{ beta1, beta2, epsilon, power1, power2 },
        });
        for (let row = 0; row < rows.length; row++) {
          power1 *= beta1;
          power2 *= beta2;
        }
        return losses.dataSync<"float32">().subarray(0, rows.length)
          .reduce((sum, rmse) => sum + rmse, 0);
      }),
    restart: () => {
      layers.forEach(forget);
      [power1, power2] = [1, 1];
    },
    sync: () =>
      tf.tidy(() =>
        layers.forEach(({ weights, bias }, layer) => {
          const [to, toBias] = network.variables.slice(2 * layer);
          to.assign(
            layer === layers.length - 1
              ? tf.transpose(weights)
              : tf.mul(weights, 1),
          );
          toBias.assign(tf.mul(bias, 1));
        })
      ),
    dispose: () => {
      tf.dispose(losses);
      layers.forEach(({ inputs: _, units: __, ...tensors }) =>
        tf.dispose(tensors)
      );
    },
  };
}

/** β₁ (of momentum and RMSprop: β), β₂ and ε of each rule, as its class has them. */
const factors = {
  sgd: { beta1: 0, beta2: 0, epsilon: 0 },
  momentum: { beta1: 0.9, beta2: 0, epsilon: 0 },
  rmsprop: { beta1: 0.99, beta2: 0, epsilon: 1e-8 },
  adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
} as const;

type Layer = ReturnType<typeof layersOf>[number];

/** Every layer's tensors; of the last the weights are turned: [movies, units]. */
function layersOf({ network }: TrainingRun) {
  const { variables } = network;
  return Array.from({ length: variables.length / 2 }, (_, layer) => {
    const [from, bias] = variables.slice(2 * layer);
    const [inputs, units] = from.shape as [number, number];
    const last = 2 * layer + 2 === variables.length;
    const weights = last ? tf.transpose(from) : tf.mul(from, 1);
    const like = (tensor: tf.Tensor) => tf.keep(tf.zeros(tensor.shape));
    return {
      inputs,
      units,
      weights: tf.keep(weights),
      bias: tf.keep(tf.mul(bias, 1)),
      weightsGradient: like(weights),
      biasGradient: like(bias),
      weightsMemory: like(weights),
      weightsMemory2: like(weights),
      biasMemory: like(bias),
      biasMemory2: like(bias),
      values: tf.keep(tf.zeros([units])), // of the last layer errors, at most one an output
      slopes: tf.keep(tf.zeros([last ? 1 : units])),
    };
  });
}

/** What the optimizer remembers of a layer, back to 0. */
function forget(layer: Layer) {
  viewOf(layer.weightsMemory).fill(0);
  viewOf(layer.weightsMemory2).fill(0);
  viewOf(layer.biasMemory).fill(0);
  viewOf(layer.biasMemory2).fill(0);
}

/** A layer's part of the plan, in the order of `assembly/steps.ts`. */
function planOf({ inputs, units, ...tensors }: Layer): number[] {
  return [
    inputs,
    units,
    addressOf(tensors.weights),
    addressOf(tensors.bias),
    addressOf(tensors.weightsGradient),
    addressOf(tensors.biasGradient),
    addressOf(tensors.weightsMemory),
    addressOf(tensors.weightsMemory2),
    addressOf(tensors.biasMemory),
    addressOf(tensors.biasMemory2),
    addressOf(tensors.values),
    addressOf(tensors.slopes),
  ];
}
