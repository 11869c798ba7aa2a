import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Random, sparseBatch, StackedAutoencoder } from "stacked-autoencoders";
import { InputDropout } from "../../lib/autoencoder/_input_dropout.ts";
import { toyRatings } from "./_toy.ts";

const ratings = toyRatings();

Deno.test("InputDropout.blank() blanks the share asked for, and scales the rest by 1/(1 − share)", () => {
  tf.tidy(() => {
    const batch = sparseBatch(ratings);
    const before = batch.values.dataSync().slice();
    const dropout = new InputDropout(0.75, new Random(1));
    let blanked = 0;
    for (let time = 0; time < 500; time++) {
      const seen = dropout.blank(batch);
      seen.values.dataSync().forEach((value, at) => {
        if (value === 0) blanked++;
        else assert.equal(value, 4 * before[at]);
      });
    }
    // 500 × 36 draws: three standard deviations are 1 %.
    const share = blanked / (500 * batch.size);
    assert.ok(Math.abs(share - 0.75) < 0.01, `${share}`);
    assert.deepEqual(batch.values.dataSync(), before);
  });
});

Deno.test("fit() with inputDropout asks for the blanked ratings too", async () => {
  // Nearly everything is blanked: all that is left to learn is each output's
  // bias, the mean of the movie's centred ratings.
  using model = new StackedAutoencoder({ visibleUnits: 6, centring: "none" });
  await model.fit(ratings, {
    inputDropout: 1 - 1e-9,
    epochs: 400,
    learningRate: 0.02,
    batchSize: 8,
  });
  const stars = model.predict(ratings, { rows: [7] }); // nothing given
  const byMovie = ratings.transpose();
  for (let movie = 0; movie < 6; movie++) {
    const given = byMovie.row(movie).stars;
    const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
    assert.ok(Math.abs(stars[movie] - mean) < 0.05, `${stars[movie]}, ${mean}`);
  }
});

Deno.test("fit() with inputDropout gives the same bits for a seed, for batches and for one user a step", async () => {
  const run = async (batchSize: number, inputDropout: number) => {
    using model = new StackedAutoencoder({ visibleUnits: 6, seed: 3 });
    const options = { epochs: 3, batchSize, inputDropout };
    return [...(await model.fit(ratings, options)).trainLoss];
  };
  for (const batchSize of [1, 4]) {
    assert.deepEqual(await run(batchSize, 0.5), await run(batchSize, 0.5));
    assert.notDeepEqual(await run(batchSize, 0.5), await run(batchSize, 0));
  }
});

Deno.test("fit() refuses an inputDropout that leaves nothing", async () => {
  using model = new StackedAutoencoder({ visibleUnits: 6 });
  await assert.rejects(
    model.fit(ratings, { inputDropout: 1 }),
    /inputDropout as it must be at least 0 and below 1: current value is 1$/,
  );
});
