import * as tf from "@tensorflow/tfjs";
import type { DrawLayer } from "./first_weights.ts";

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
 */
export function buildNetwork(
  { visibleUnits, hiddenUnits, activation }: NetworkShape,
  draw: DrawLayer,
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
    tf.tidy(() => layer.setWeights(draw(inputs, units)));
  });
  return network;
}
