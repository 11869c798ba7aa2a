import type * as tf from "@tensorflow/tfjs";
import type { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import { requireOneOf } from "../autoencoder/_options.ts";

/** What a model has learnt of each movie, as a vector of numbers. */
export interface MovieVectors {
  /** Number of movies. */
  readonly movies: number;
  /** Numbers in each vector. */
  readonly length: number;
  /** The vectors, movie by movie; shape [movies, length]. */
  readonly values: Float32Array;
}

/**
 * The vector of each movie in an autoencoder's weights. In the decoder it is the
 * movie's line of weights in the output layer: what each unit of the last hidden
 * layer says of this movie. In the encoder, its line in the first layer: what a
 * rating of this movie says to each unit of the first hidden layer.
 *
 * @param model A model, trained.
 * @param options Which side; the decoder without it.
 *
 * @example
 * ```ts
 * import { movieVectors, RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 2], stars: [5, 3, 1] },
 *   { users: 2, movies: 3 },
 * );
 * using model = new StackedAutoencoder({ visibleUnits: 3, hiddenUnits: [4, 2, 4] });
 * await model.fit(train, { epochs: 1 });
 * const { movies, length, values } = movieVectors(model);
 * if (movies !== 3 || length !== 4 || values.length !== 12) throw new Error("3 vectors of 4");
 * ```
 */
export function movieVectors(
  model: StackedAutoencoder,
  { of = "decoder" }: { readonly of?: "decoder" | "encoder" } = {},
): MovieVectors {
  requireOneOf("of", of, ["decoder", "encoder"]);
  const weights = model.network.trainableWeights;
  if (of === "encoder") {
    const [movies, length] = weights[0].shape as number[];
    return { movies, length, values: read(weights[0].read()) };
  }
  // The output layer is [hidden, movies]: its transpose has a line a movie.
  const kernel = weights[weights.length - 2];
  const [length, movies] = kernel.shape as number[];
  const across = read(kernel.read());
  const values = new Float32Array(across.length);
  for (let movie = 0; movie < movies; movie++) {
    for (let unit = 0; unit < length; unit++) {
      values[movie * length + unit] = across[unit * movies + movie];
    }
  }
  return { movies, length, values };
}

function read(tensor: tf.Tensor): Float32Array {
  return tensor.dataSync<"float32">();
}
