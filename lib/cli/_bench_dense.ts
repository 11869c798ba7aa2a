import * as tf from "@tensorflow/tfjs";
import { firstWeights } from "../autoencoder/first_weights.ts";
import { buildNetwork } from "../autoencoder/network.ts";
import { Random } from "../random/random.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/** The table of all ratings and blanks, and where the ratings are. */
export interface DenseRatings {
  /** 0 where there is no rating; shape [rows, columns]. */
  readonly stars: tf.Tensor2D;
  /** 1 where there is a rating, else 0; shape [rows, columns]. */
  readonly mask: tf.Tensor2D;
}

/** Fills a table of all ratings, once and for all: no step pays for it. */
export function denseRatings(ratings: RatingMatrix): DenseRatings {
  const { rows, columns } = ratings;
  const [stars, mask] = [0, 1].map(() => new Float32Array(rows * columns));
  for (let row = 0; row < rows; row++) {
    for (let at = ratings.indptr[row]; at < ratings.indptr[row + 1]; at++) {
      const place = row * columns + ratings.indices[at];
      stars[place] = ratings.stars[at];
      mask[place] = 1;
    }
  }
  return {
    stars: tf.tensor2d(stars, [rows, columns]),
    mask: tf.tensor2d(mask, [rows, columns]),
  };
}

/** One update on a batch; returns the loss, as every trainer reports one. */
export type DenseStep = (batch: DenseRatings) => number;

/** Training as a tfjs program without sparse kernels does it. */
export interface DenseTrainer {
  readonly step: DenseStep;
  dispose(): void;
}

/** Shape and procedure of a {@linkcode denseTrainer}. */
export interface DenseTrainerOptions {
  readonly visibleUnits: number;
  readonly hiddenUnits: readonly number[];
  /** The deck's RMSprop with its quirks, or tfjs's own Adam. */
  readonly procedure: "deck" | "adam";
}

/** A plain `tf.sequential` with a masked loss, differentiated by tfjs. */
export function denseTrainer(options: DenseTrainerOptions): DenseTrainer {
  const { visibleUnits, hiddenUnits, procedure } = options;
  const shape = { visibleUnits, hiddenUnits, activation: "sigmoid" } as const;
  const network = buildNetwork(
    shape,
    firstWeights("own", { seed: 1, random: new Random(1) }),
  );
  const variables = network.trainableWeights.map((weight) =>
    weight.read() as tf.Variable
  );
  const update = procedure === "deck" ? deckUpdate(variables) : adamUpdate();
  return {
    step: ({ stars, mask }) =>
      tf.tidy(() => {
        const { value, grads } = tf.variableGrads(() => {
          const outputs = network.apply(stars) as tf.Tensor;
          const errors = tf.mul(tf.sub(outputs, stars), mask);
          const count = procedure === "deck" ? mask.size : tf.sum(mask);
          return tf.div(tf.sum(tf.square(errors)), count) as tf.Scalar;
        }, variables);
        update.apply(grads);
        return value.dataSync()[0];
      }),
    dispose() {
      update.dispose();
      network.dispose();
    },
  };
}

interface Update {
  apply(gradients: tf.NamedTensorMap): void;
  dispose(): void;
}

function adamUpdate(): Update {
  const adam = tf.train.adam(0.003);
  return {
    apply: (gradients) =>
      adam.applyGradients(
        Object.entries(gradients).map(([name, tensor]) => ({ name, tensor })),
      ),
    dispose: () => adam.dispose(),
  };
}

/** RMSprop with weight decay on gradients that are never set back to 0. */
function deckUpdate(variables: readonly tf.Variable[]): Update {
  const zeros = () =>
    variables.map((variable) =>
      tf.tidy(() => tf.variable(tf.zerosLike(variable), false))
    );
  const [sums, meanSquares] = [zeros(), zeros()];
  return {
    apply: (gradients) =>
      variables.forEach((weights, at) => {
        sums[at].assign(tf.add(sums[at], gradients[weights.name]));
        const dw = tf.add(sums[at], tf.mul(weights, 0.5));
        meanSquares[at].assign(
          tf.add(tf.mul(meanSquares[at], 0.99), tf.mul(tf.square(dw), 0.01)),
        );
        const root = tf.add(tf.sqrt(meanSquares[at]), 1e-8);
        weights.assign(tf.sub(weights, tf.mul(tf.div(dw, root), 0.01)));
      }),
    dispose: () => tf.dispose([sums, meanSquares]),
  };
}
