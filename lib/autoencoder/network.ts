import * as tf from "@tensorflow/tfjs";
import type { Random } from "../random/random.ts";

/** The functions that a hidden unit can apply. */
export type Activation = "sigmoid" | "tanh";

/** The layers of a stacked autoencoder. */
export interface NetworkShape {
  /** Inputs, and outputs: one a movie. */
  readonly visibleUnits: number;
  /** Units of each hidden layer, from input to output. */
  readonly hiddenUnits: readonly number[];
  /** What the hidden units apply; the output applies nothing. */
  readonly activation: Activation;
}

/**
 * Builds the network as a plain tfjs model: dense layers from the movies
 * through the bottleneck back to the movies, named as the deck does (slide 15):
 * encoder_1, encoder_2, decoder_2, decoder_1.
 *
 * Weights and biases start uniformly in ±1/√(inputs of the layer), which is
 * PyTorch's default and so the deck's.
 */
export function buildNetwork(
  { visibleUnits, hiddenUnits, activation }: NetworkShape,
  random: Random,
): tf.Sequential {
  const encoders = Math.ceil(hiddenUnits.length / 2);
  const decoders = hiddenUnits.length + 1 - encoders;
  const network = tf.sequential({ name: "stacked_autoencoder" });
  [...hiddenUnits, visibleUnits].forEach((units, index) => {
    const inputs = index === 0 ? visibleUnits : hiddenUnits[index - 1];
    const layer = tf.layers.dense({
      name: index < encoders
        ? `encoder_${index + 1}`
        : `decoder_${decoders + encoders - index}`,
      inputShape: index === 0 ? [visibleUnits] : undefined,
      units,
      activation: index < hiddenUnits.length ? activation : "linear",
      // Replaced below by seeded numbers: tfjs's own seeds are not ours.
      kernelInitializer: "zeros",
    });
    network.add(layer);
    tf.tidy(() =>
      layer.setWeights([
        seededUniform([inputs, units], inputs, random),
        seededUniform([units], inputs, random),
      ])
    );
  });
  return network;
}

function seededUniform(shape: number[], inputs: number, random: Random) {
  const bound = 1 / Math.sqrt(inputs);
  const size = shape.reduce((product, units) => product * units, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.uniform(-bound, bound)),
    shape,
  );
}
