import type * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  DivergenceError,
  type FitOptions,
  rowMeans,
  StackedAutoencoder,
} from "stacked-autoencoders";
import {
  backward,
  flatten,
  forward,
  type Observed,
  type ReferenceLayer,
  unflatten,
} from "./_reference_network.ts";
import { toyRatings } from "./_toy.ts";

const ratings = toyRatings();
const small = { visibleUnits: 6, hiddenUnits: [3, 2, 3], seed: 4 };

/** Fine-tuning so gentle that the pretrained weights can still be seen. */
const nearlyNothing = { epochs: 1, learningRate: 1e-9 } as const;

function layersOf(network: tf.LayersModel): ReferenceLayer[] {
  return network.layers.map((layer) => {
    const [weights, biases] = layer.getWeights();
    return {
      weights: weights.arraySync() as number[][],
      biases: biases.arraySync() as number[],
    };
  });
}

function assertClose(actual: number[], expected: number[], tolerance: number) {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, at) =>
    assert.ok(
      Math.abs(value - expected[at]) <= tolerance,
      `at ${at}: ${value} is not ${expected[at]}`,
    )
  );
}

/** The slopes of a function of many numbers, by differences. */
function slopesOf(loss: (at: number[]) => number, point: number[]): number[] {
  return point.map((value, at) =>
    (loss(point.with(at, value + 1e-5)) - loss(point.with(at, value - 1e-5))) /
    2e-5
  );
}

for (const batchSize of [8, 1]) {
  Deno.test(`fit() with pretrain takes the steps of an independent implementation, ${batchSize} users a step`, async () => {
    const [learningRate, epochs] = [0.5 / 8 * batchSize, 4];
    const mean = ratings.stars.reduce((sum, stars) => sum + stars, 0) /
      ratings.size;
    const means = rowMeans(ratings, { prior: mean, shrinkage: 5 });
    const rows = Array.from({ length: 7 }, (_, user): Observed => {
      const { columns, stars } = ratings.row(user);
      return Array.from(columns, (column, at) => [
        column,
        stars[at] - means[user],
      ]);
    });
    const batches = batchSize === 1 ? rows.map((_, at) => [at]) : [
      rows.map((_, at) => at),
    ];
    using model = new StackedAutoencoder(small);
    const [encoder1, encoder2, decoder2, decoder1] = layersOf(model.network);

    // Encoder₁ and Decoder₁ on the ratings, by plain gradient descent.
    let outer = flatten([encoder1, decoder1]);
    const layers = () => unflatten(outer, [encoder1, decoder1]);
    const outerLoss: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      let sum = 0;
      for (const batch of batches) {
        const { gradients, userRmseSum } = backward(
          layers(),
          batch.map((row) => rows[row]),
        );
        sum += userRmseSum;
        const slopes = flatten(gradients);
        outer = outer.map((w, at) => w - learningRate * slopes[at]);
      }
      outerLoss.push(sum / rows.length);
    }

    // Encoder₂ and Decoder₂ on the codes of Encoder₁, sigmoid after both.
    const codes = rows.map((row) => forward(layers(), row)[1]);
    let inner = flatten([encoder2, decoder2]);
    const errors = (flat: number[], code: number[]) => {
      // A third layer of no account keeps the sigmoid after the second.
      const none = { weights: code.map(() => [0]), biases: [0] };
      const [two, back] = unflatten(flat, [encoder2, decoder2]);
      const seen = code.map((value, at): [number, number] => [at, value]);
      const again = forward([two, back, none], seen)[2];
      return again.map((value, at) => (value - code[at]) ** 2);
    };
    const mse = (flat: number[], batch: number[]) =>
      batch.flatMap((row) => errors(flat, codes[row]))
        .reduce((sum, square) => sum + square, 0) / (3 * batch.length);
    const innerLoss: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      let sum = 0;
      for (const batch of batches) {
        for (const row of batch) sum += Math.sqrt(mse(inner, [row]));
        const slopes = slopesOf((flat) => mse(flat, batch), inner);
        inner = inner.map((w, at) => w - learningRate * slopes[at]);
      }
      innerLoss.push(sum / rows.length);
    }

    const { pretrainLoss } = await model.fit(ratings, {
      ...nearlyNothing,
      batchSize,
      shuffle: false,
      optimizer: "sgd",
      pretrain: { epochs, learningRate },
    });
    assert.equal(pretrainLoss!.length, 2);
    assertClose([...pretrainLoss![0]], outerLoss, 1e-5);
    assertClose([...pretrainLoss![1]], innerLoss, 1e-5);
    const [first, second, third, fourth] = layersOf(model.network);
    assertClose(flatten([first, fourth]), outer, 1e-5);
    assertClose(flatten([second, third]), inner, 1e-5);
  });
}

Deno.test("fit() with pretrain trains three pairs of a deeper network, each better at the end", async () => {
  using model = new StackedAutoencoder({
    ...small,
    hiddenUnits: [5, 4, 2, 4, 5],
    activation: "tanh",
  });
  const { pretrainLoss, trainLoss } = await model.fit(ratings, {
    epochs: 2,
    pretrain: { epochs: 200, learningRate: 0.02 },
  });
  assert.equal(pretrainLoss!.length, 3);
  for (const loss of pretrainLoss!) {
    assert.equal(loss.length, 200);
    assert.ok(loss[199] < 0.5 * loss[0], `${loss[0]} … ${loss[199]}`);
  }
  using fresh = new StackedAutoencoder({
    ...small,
    hiddenUnits: [5, 4, 2, 4, 5],
    activation: "tanh",
  });
  const without = await fresh.fit(ratings, { epochs: 2 });
  assert.ok(trainLoss[0] < without.trainLoss[0], "no better start");
  assert.equal("pretrainLoss" in without, false);
});

Deno.test("fit() with pretrain gives the same bits for a seed, in batches and in steps of one user", async () => {
  for (const batchSize of [1, 3]) {
    const run = async (seed: number) => {
      using model = new StackedAutoencoder({ ...small, seed });
      const history = await model.fit(ratings, {
        epochs: 2,
        batchSize,
        pretrain: { epochs: 3 },
      });
      const { pretrainLoss, trainLoss } = history;
      return { pretrainLoss, trainLoss, stars: [...model.predict(ratings)] };
    };
    assert.deepEqual(await run(1), await run(1));
    assert.notDeepEqual(await run(1), await run(2));
  }
});

Deno.test("fit() with pretrain tells its listeners of each pair, before training begins", async () => {
  using model = new StackedAutoencoder(small);
  const heard: string[] = [];
  const { pretrainLoss } = await model.fit(ratings, {
    epochs: 1,
    pretrain: { epochs: 2 },
    callbacks: {
      onPretrainBegin: ({ pairs, epochs }) =>
        void heard.push(`begin ${pairs} × ${epochs}`),
      onPretrainEpochEnd: async (epoch, { pair, pairs, epochs, loss }) => {
        await Promise.resolve();
        heard.push(`pair ${pair} of ${pairs}, ${epoch} of ${epochs}: ${loss}`);
      },
      onTrainBegin: () => void heard.push("train"),
      onBatchEnd: () => void heard.push("batch"),
      onEpochEnd: (epoch) => void heard.push(`epoch ${epoch}`),
    },
  });
  const [outer, inner] = pretrainLoss!;
  assert.deepEqual(heard, [
    "begin 2 × 2",
    `pair 1 of 2, 0 of 2: ${outer[0]}`,
    `pair 1 of 2, 1 of 2: ${outer[1]}`,
    `pair 2 of 2, 0 of 2: ${inner[0]}`,
    `pair 2 of 2, 1 of 2: ${inner[1]}`,
    "train",
    "batch",
    "epoch 0",
  ]);
});

Deno.test("fit() stops in the midst of pretraining at a signal, with what it has learnt", async () => {
  for (const batchSize of [1, 64]) {
    using model = new StackedAutoencoder(small);
    const [before] = layersOf(model.network);
    const stop = new AbortController();
    const history = await model.fit(ratings, {
      batchSize,
      pretrain: { epochs: 1000 },
      signal: stop.signal,
      callbacks: {
        onPretrainEpochEnd: (epoch, { pair }) => {
          if (pair === 1 && epoch === 4) stop.abort();
        },
      },
    });
    assert.equal(history.stoppedBy, "signal");
    assert.deepEqual(history.pretrainLoss!.map(({ length }) => length), [5]);
    assert.deepEqual(history.trainLoss, []);
    assert.notDeepEqual(layersOf(model.network)[0], before);
  }
});

Deno.test("fit() with pretrain reports a divergence of the outer pair", async () => {
  using model = new StackedAutoencoder(small);
  await assert.rejects(
    model.fit(ratings, { pretrain: { epochs: 9, learningRate: 1e35 } }),
    (error) =>
      error instanceof DivergenceError &&
      /smaller than 1e\+35/.test(`${error}`),
  );
});

Deno.test("fit() refuses to pretrain what has no pairs, and options that make no sense", async () => {
  for (const hiddenUnits of [[5, 3], [5, 3, 4], [5, 3, 3, 5]]) {
    using model = new StackedAutoencoder({ ...small, hiddenUnits });
    await assert.rejects(
      model.fit(ratings, { pretrain: { epochs: 1 } }),
      new RegExp(
        `^RangeError: Cannot pretrain layer by layer as hiddenUnits must be an odd number of layers that mirror each other.*current value is \\[${
          hiddenUnits.join(", ")
        }\\]$`,
      ),
    );
  }
  using model = new StackedAutoencoder(small);
  const refused: [unknown, RegExp][] = [
    [{ epochs: 0 }, /pretrain.epochs as it must be a whole number of at least/],
    [{}, /pretrain.epochs as it must be .*: current value is undefined$/],
    [{ epochs: 1, learningRate: 0 }, /pretrain.learningRate as it must be/],
    [{ epochs: 1, epoch: 1 }, /unknown option of pretrain/],
    [5, /option of pretrain by name: current value is 5$/],
  ];
  for (const [pretrain, message] of refused) {
    const options = { pretrain } as FitOptions;
    await assert.rejects(model.fit(ratings, options), message);
  }
});
