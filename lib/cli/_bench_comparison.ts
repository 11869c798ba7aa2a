/**
 * Measures one comparison of the benchmark, in a process of its own: after the
 * wide network, dense predictions were seen to take some fifty times as long in
 * the same process, which flatters ratios. Prints {@linkcode Times} as JSON.
 * Arguments: the comparison, users, movies, ratings, and `quick` for fewer
 * repetitions.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { FitOptions } from "../autoencoder/fit_options.ts";
import { sparseBatch } from "../autoencoder/kernels/sparse_batch.ts";
import {
  observedSquaredError,
  sparseMatMul,
} from "../autoencoder/kernels/sparse_ops.ts";
import { recipes } from "../autoencoder/recipes.ts";
import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import { holdOut } from "../ratings/hold_out.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import "../mod.ts";
import { fastest, fastestEpoch } from "./_bench_clock.ts";
import type { ComparisonId, Times } from "./_bench_comparisons.ts";
import {
  type DenseRatings,
  denseRatings,
  denseTrainer,
} from "./_bench_dense.ts";
import { benchRatings } from "./_bench_ratings.ts";

/** Measured on these ratings; quickly, or long enough to trust. */
type Measure = (ratings: RatingMatrix, quick: boolean) => Promise<Times>;

const adam = { optimizer: "adam", learningRate: 0.003 } as const;

const measures: Record<ComparisonId, Measure> = {
  stepsOnWasm: async (ratings, quick) => ({
    sparse: await sparseStep(ratings, quick),
    dense: denseSteps(ratings, quick ? 8 : 150),
  }),
  async stepsOnCpu(ratings, quick) {
    const sparse = await sparseStep(ratings, quick);
    await tf.setBackend("cpu");
    return { sparse, dense: denseSteps(ratings, quick ? 2 : 20) };
  },
  batches: async (ratings, quick) => ({
    sparse: await epochOf(ratings, { ...adam, batchSize: 128 }, quick ? 2 : 9),
    dense: denseEpoch(ratings, { batchSize: 128, runs: quick ? 1 : 6 }),
  }),
  evaluation,
  async wideByMovie(ratings, quick) {
    const items = ratings.transpose();
    const wide = [500, 500];
    const batchSize = items.rows;
    return {
      sparse: await epochOf(items, { ...adam, batchSize }, quick ? 2 : 4, wide),
      dense: denseEpoch(items, { batchSize, runs: quick ? 1 : 2 }, wide),
    };
  },
  outerLayers: (ratings, quick) =>
    Promise.resolve(outerLayers(ratings.transpose(), quick ? 1 : 6)),
};

async function main() {
  const [id, users, movies, ratings, quick] = Deno.args;
  const matrix = benchRatings({
    users: Number(users),
    movies: Number(movies),
    ratings: Number(ratings),
  });
  const times = await measures[id as ComparisonId](matrix, quick === "quick");
  console.log(JSON.stringify(times));
}

/** Milliseconds a step of one user by the deck's recipe. */
async function sparseStep(ratings: RatingMatrix, quick: boolean) {
  return await epochOf(ratings, recipes.deck.fit, quick ? 2 : 6) / ratings.rows;
}

/** Milliseconds an epoch of `fit`. */
async function epochOf(
  ratings: RatingMatrix,
  fit: FitOptions,
  epochs: number,
  hiddenUnits: readonly number[] = recipes.deck.model.hiddenUnits,
): Promise<number> {
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    hiddenUnits,
    centring: "none",
  });
  const ends: number[] = [];
  const callbacks = {
    onEpochEnd: (_: number, { seconds }: { seconds: number }) =>
      void ends.push(seconds),
  };
  await model.fit(ratings, { ...fit, epochs, callbacks });
  return fastestEpoch(ends);
}

/** Milliseconds a step of one user in dense tfjs, a mean over steps. */
function denseSteps(ratings: RatingMatrix, steps: number): number {
  const all = denseRatings(ratings);
  const trainer = denseTrainer({
    visibleUnits: ratings.columns,
    hiddenUnits: recipes.deck.model.hiddenUnits,
    procedure: "deck",
  });
  const step = (row: number) =>
    tf.tidy(() => trainer.step(rowsOf(all, Int32Array.of(row))));
  const third = Math.ceil(steps / 3);
  const least = fastest(() => {
    for (let row = 0; row < third; row++) step(row);
  }, { runs: 3 });
  trainer.dispose();
  tf.dispose([all.stars, all.mask]);
  return least / third;
}

/** Milliseconds an epoch in dense tfjs. */
function denseEpoch(
  ratings: RatingMatrix,
  { batchSize, runs }: { batchSize: number; runs: number },
  hiddenUnits: readonly number[] = recipes.deck.model.hiddenUnits,
): number {
  const all = denseRatings(ratings);
  const trainer = denseTrainer({
    visibleUnits: ratings.columns,
    hiddenUnits,
    procedure: "adam",
  });
  const random = new Random(1);
  const least = fastest(() => {
    const order = shuffledOrder(ratings.rows, random);
    for (let from = 0; from < order.length; from += batchSize) {
      const rows = order.subarray(from, from + batchSize);
      tf.tidy(() => trainer.step(rowsOf(all, rows)));
    }
  }, { runs });
  trainer.dispose();
  tf.dispose([all.stars, all.mask]);
  return least;
}

function rowsOf({ stars, mask }: DenseRatings, rows: Int32Array): DenseRatings {
  const which = tf.tensor1d(rows, "int32");
  return { stars: tf.gather(stars, which), mask: tf.gather(mask, which) };
}

/** Loss and gradients of a network that has only its first and last layer. */
function outerLayers(ratings: RatingMatrix, runs: number) {
  const units = 500;
  const { columns } = ratings;
  const values = (shape: [number, number], seed: number) =>
    tf.variable(tf.randomUniform(shape, -0.03, 0.03, "float32", seed));
  const first = values([columns, units], 1);
  const last = values([units, columns], 2);
  const bias = tf.variable(tf.zeros<tf.Rank.R1>([units]));
  const lastBias = tf.variable(tf.zeros<tf.Rank.R1>([columns]));
  const variables = [first, bias, last, lastBias];
  const all = denseRatings(ratings);
  const batch = sparseBatch(ratings);
  const measure = (loss: () => tf.Scalar) =>
    fastest(() =>
      tf.tidy(() => {
        const { value, grads } = tf.variableGrads(loss, variables);
        value.dataSync();
        return Object.keys(grads).length;
      }), { runs });
  const sparse = measure(() => {
    const hidden = sparseMatMul(batch, {
      weights: first as unknown as tf.Tensor2D,
      bias: bias as unknown as tf.Tensor1D,
    });
    const weights = tf.transpose(last as unknown as tf.Tensor2D) as tf.Tensor2D;
    return tf.sum(observedSquaredError(batch, hidden, {
      weights,
      bias: lastBias as unknown as tf.Tensor1D,
    }));
  });
  const dense = measure(() => {
    const hidden = tf.add(
      tf.matMul(all.stars, first as unknown as tf.Tensor2D),
      bias,
    );
    const outputs = tf.add(
      tf.matMul(hidden as tf.Tensor2D, last as unknown as tf.Tensor2D),
      lastBias,
    );
    const errors = tf.mul(tf.sub(outputs, all.stars), all.mask);
    return tf.sum(tf.square(errors));
  });
  tf.dispose([variables, all.stars, all.mask]);
  tf.dispose([batch.indptr, batch.indices, batch.values]);
  return { sparse, dense };
}

/** Milliseconds to predict held-out ratings: only those, or the whole table. */
async function evaluation(ratings: RatingMatrix, quick: boolean) {
  const { kept: given, held: expected } = holdOut(ratings, {
    share: 0.2,
    random: new Random(1),
  });
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    centring: "none",
  });
  await model.fit(given, { epochs: 1 });
  const { stars, mask } = denseRatings(given);
  const runs = quick ? 1 : 10;
  const sparse = fastest(() => {
    model.predictAt({ given, expected });
  }, { runs });
  const dense = fastest(() => {
    const outputs = tf.tidy(() =>
      (model.network.predict(stars, { batchSize: stars.shape[0] }) as tf.Tensor)
        .dataSync<"float32">()
    );
    const found = new Float32Array(expected.size);
    for (let row = 0; row < expected.rows; row++) {
      for (let at = expected.indptr[row]; at < expected.indptr[row + 1]; at++) {
        found[at] = outputs[row * expected.columns + expected.indices[at]];
      }
    }
  }, { runs });
  tf.dispose([stars, mask]);
  return { sparse, dense };
}

if (import.meta.main) await main();
