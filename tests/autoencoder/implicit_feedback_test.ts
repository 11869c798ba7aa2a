import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  evaluateRanking,
  MostPopular,
  RatingMatrix,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { toyRatings } from "./_toy.ts";

/** Twenty users who watch even movies or odd ones, each all but one of eight. */
function twoTastes() {
  const parts = [[[], []], [[], []]] as number[][][];
  for (let user = 0; user < 20; user++) {
    for (let place = 0; place < 8; place++) {
      const [users, movies] = parts[place === (user >> 1) % 8 ? 1 : 0];
      users.push(user);
      movies.push(2 * place + user % 2);
    }
  }
  const [given, expected] = parts.map(([user, movie]) =>
    RatingMatrix.from(
      { user, movie, stars: user.map((u) => 1 + u % 5) },
      { users: 20, movies: 16 },
    )
  );
  return { given, expected };
}

const tastes = twoTastes();
const small = {
  visibleUnits: 16,
  hiddenUnits: [4],
  activation: "tanh",
  feedback: "implicit",
  seed: 1,
} as const;
const fit = {
  epochs: 120,
  batchSize: 5,
  learningRate: 0.02,
  inputDropout: 0.3,
};

Deno.test("StackedAutoencoder with implicit feedback finds what tastes leave out, as the most popular films cannot", async () => {
  using model = new StackedAutoencoder(small);
  const { trainLoss } = await model.fit(tastes.given, fit);
  // One that knows nothing: ln 16 = 2.77; one that knows the taste: ln 7 = 1.95.
  assert.ok(Math.abs(trainLoss[0] - Math.log(16)) < 0.2, `${trainLoss[0]}`);
  assert.ok(trainLoss[119] < 2.2, `${trainLoss[119]}`);
  const found = evaluateRanking(model, tastes, { k: 1 });
  assert.equal(found.hitRate, 1);
  const popular = MostPopular.fit(tastes.given);
  assert.ok(evaluateRanking(popular, tastes, { k: 1 }).hitRate < 0.5);
});

Deno.test("StackedAutoencoder with implicit feedback does not look at stars", async () => {
  const { user, movie } = tastes.given.toColumns();
  const otherStars = RatingMatrix.from(
    { user, movie, stars: user.map((_, at) => 1 + at % 3) },
    tastes.given,
  );
  const scores = async (ratings: RatingMatrix) => {
    using model = new StackedAutoencoder(small);
    await model.fit(ratings, { ...fit, epochs: 3 });
    return model.scores(ratings);
  };
  assert.deepEqual(await scores(tastes.given), await scores(otherStars));
});

Deno.test("StackedAutoencoder with implicit feedback feeds its plain tfjs network rows of length 4", async () => {
  using model = new StackedAutoencoder({ ...small, hiddenUnits: [5, 3, 5] });
  await model.fit(tastes.given, { ...fit, epochs: 3 });
  const { columns } = tastes.given.row(4);
  const input = new Float32Array(16);
  for (const movie of columns) input[movie] = 4 / Math.sqrt(columns.length);
  const outputs = tf.tidy(() =>
    (model.network.predict(tf.tensor2d(input, [1, 16])) as tf.Tensor).dataSync()
  );
  model.scores(tastes.given, { rows: [4] }).forEach((score, movie) =>
    assert.ok(Math.abs(score - outputs[movie]) < 1e-5)
  );
});

Deno.test("StackedAutoencoder with implicit feedback gives the same bits for a seed, and the same loss one user a step", async () => {
  const run = async (seed: number, change: object = {}) => {
    using model = new StackedAutoencoder({ ...small, seed });
    const options = { ...fit, epochs: 4, ...change };
    const { trainLoss } = await model.fit(tastes.given, options);
    return { trainLoss, scores: model.scores(tastes.given) };
  };
  assert.deepEqual(await run(1), await run(1));
  assert.notDeepEqual(await run(1), await run(2));
  // No fused kernel has this loss: single steps without dropout take the same way.
  const still = { inputDropout: 0, learningRate: 1e-9, epochs: 1 };
  const [single, batches] = [
    await run(1, { ...still, batchSize: 1 }),
    await run(1, { ...still, batchSize: 20 }),
  ];
  assert.ok(Math.abs(single.trainLoss[0] - batches.trainLoss[0]) < 1e-5);
});

Deno.test("StackedAutoencoder with implicit feedback measures validation as it does training", async () => {
  using model = new StackedAutoencoder(small);
  const { validationLoss } = await model.fit(tastes.given, {
    ...fit,
    epochs: 1,
    learningRate: 1e-9,
    validationShare: 0.2,
  });
  assert.ok(Math.abs(validationLoss[0] - Math.log(16)) < 0.2);
});

Deno.test("StackedAutoencoder with implicit feedback is saved and loaded as such", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(tastes.given, { ...fit, epochs: 2 });
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    const modelArtifactsInfo = tf.io.getModelArtifactsInfoForJSON(artifacts);
    return Promise.resolve({ modelArtifactsInfo });
  }));
  using same = await StackedAutoencoder.load(tf.io.fromMemory(saved!));
  assert.deepEqual(same.scores(tastes.given), model.scores(tastes.given));
  assert.equal(same.scale, undefined);
});

Deno.test("StackedAutoencoder with implicit feedback ranks for a user without ratings", async () => {
  const ratings = toyRatings();
  using model = new StackedAutoencoder({ ...small, visibleUnits: 6 });
  await model.fit(ratings, { epochs: 2 });
  assert.equal(ratings.row(7).stars.length, 0);
  assert.ok(model.scores(ratings, { rows: [7] }).every(Number.isFinite));
});

Deno.test("StackedAutoencoder with implicit feedback refuses to speak of stars", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(tastes.given, { epochs: 1 });
  const message =
    /the model must have been made with feedback "stars": current value is "implicit"; use scores\(\) and evaluateRanking\(\)/;
  assert.throws(() => model.predict(tastes.given), { message });
  assert.throws(() => model.predictAt(tastes), { message });
  assert.throws(() => model.evaluate(tastes), { message });
  assert.equal(model.scale, undefined);
  assert.throws(
    () => new StackedAutoencoder({ ...small, centring: "userMean" }),
    /centring with implicit feedback as it must be one of none: current value is userMean/,
  );
  assert.throws(
    () => new StackedAutoencoder({ ...small, feedback: "clicks" as "stars" }),
    /feedback as it must be one of stars, implicit: current value is clicks/,
  );
});
