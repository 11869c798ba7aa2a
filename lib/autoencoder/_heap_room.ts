import * as tf from "@tensorflow/tfjs";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { NetworkShape } from "./network.ts";

/** What tfjs's wasm backend can address: 4 GiB less what it keeps for itself. */
export const heapBytes = 2 ** 32 - 2 ** 26;

/** A number of either kind in a tensor takes as much. */
const bytesANumber = 4;

/** What a batch, of training or of predictions, is about to keep in memory. */
export interface BatchNeed {
  /** Inputs of the network, then the units of each layer. */
  readonly units: readonly number[];
  /** Users at a time. */
  readonly batchSize: number;
  /** Ratings of the fullest batch, at the most. */
  readonly ratings: number;
  /**
   * Whether the loss needs every output, not only those that were rated.
   * @default {false}
   */
  readonly everyOutput?: boolean;
}

/** Weights and biases of dense layers; units as in {@linkcode BatchNeed}. */
export function weightsOf(units: readonly number[]): number {
  let weights = 0;
  for (let layer = 1; layer < units.length; layer++) {
    weights += (units[layer - 1] + 1) * units[layer];
  }
  return weights;
}

/**
 * The most bytes that training holds beside the network: for each weight its
 * gradient, two numbers of the optimizer's memory, a sum of gradients, and two
 * copies (the output layer turned, and one renewed); for each user of a batch
 * the hidden values with their slopes; for each rating column, value and error;
 * for each output, where all are needed, six numbers.
 */
export function trainingBytes(
  { units, batchSize, ratings, everyOutput = false }: BatchNeed,
): number {
  const hidden = units.slice(1, -1).reduce((sum, layer) => sum + layer, 0);
  const outputs = everyOutput ? batchSize * units[units.length - 1] : 0;
  const numbers = 6 * weightsOf(units) + 6 * batchSize * hidden + 4 * ratings +
    6 * outputs;
  return bytesANumber * numbers;
}

/**
 * The most bytes that a batch of predictions holds beside the network: the
 * output layer turned, each user's hidden values and outputs, and for each
 * rating, seen or asked for, column, value and output; for each output, where
 * a loss needs all, six numbers.
 */
export function predictionBytes(
  { units, batchSize, ratings, everyOutput = false }: BatchNeed,
): number {
  const outputs = weightsOf(units.slice(-2)) +
    (everyOutput ? 6 * batchSize * units[units.length - 1] : 0);
  const values = units.slice(1).reduce((sum, layer) => sum + layer, 0);
  return bytesANumber * (outputs + 2 * batchSize * values + 4 * ratings);
}

/**
 * Refuses what would not fit into tfjs's wasm heap, before anything is
 * allocated. Past its end that heap does not throw: tensors come to lie on each
 * other. On other backends there is no such end.
 *
 * @param action What is to be done, for the message.
 * @param bytes How many it wants.
 * @param advice What to make smaller.
 * @throws {RangeError} If there is too little room; it names both sizes.
 */
export function requireHeapRoom(
  action: string,
  bytes: number,
  advice: string,
) {
  if (tf.getBackend() !== "wasm") return;
  // Other tensors may be of this program's own making: they count too.
  const left = heapBytes - tf.memory().numBytes;
  if (bytes > left) {
    throw new RangeError(
      `Cannot ${action} as tfjs's wasm memory of 4 GiB must hold it: ` +
        `current values are ${bytes} bytes wanted and ${left} left; ${advice}`,
    );
  }
}

/** Refuses a network whose weights alone do not fit: see {@linkcode requireHeapRoom}. */
export function requireNetworkRoom(units: readonly number[]) {
  // Each layer is made of zeros first, then set: twice the weights.
  requireHeapRoom(
    "make this network",
    2 * bytesANumber * weightsOf(units),
    "make visibleUnits or hiddenUnits smaller",
  );
}

/** A source of models that refuses one whose weights do not fit. */
export function roomyHandler(source: tf.io.IOHandler): tf.io.IOHandler {
  const load = source.load?.bind(source);
  return {
    ...(load && {
      load: async () => {
        const artifacts = await load();
        const weights = (artifacts.weightSpecs ?? []).reduce(
          (sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1),
          0,
        );
        // tfjs makes the layers of zeros first, then sets them.
        requireHeapRoom(
          "load this model",
          2 * bytesANumber * weights,
          "free other tensors",
        );
        return artifacts;
      },
    }),
  };
}

/** Inputs, then the units of each layer. */
export function unitsOf(
  { visibleUnits, hiddenUnits }: NetworkShape,
): number[] {
  return [visibleUnits, ...hiddenUnits, visibleUnits];
}

/** The most ratings that a batch can have: those of its fullest rows. */
export function fullestBatch(
  { indptr }: RatingMatrix,
  batchSize: number,
): number {
  const counts = indptr.subarray(1).map((end, row) => end - indptr[row]).sort();
  return counts.subarray(-batchSize).reduce((sum, count) => sum + count, 0);
}
