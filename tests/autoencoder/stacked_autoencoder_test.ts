import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  DivergenceError,
  type FitOptions,
  type MovieScorer,
  RatingMatrix,
  ratingScores,
  setDefaultSignal,
  StackedAutoencoder,
  type StackedAutoencoderOptions,
  type StarScale,
  type WarmStart,
} from "stacked-autoencoders";
import { toyRatings } from "./_toy.ts";

const ratings = toyRatings();
const small = { visibleUnits: 6, hiddenUnits: [3, 2, 3], seed: 1 };

Deno.test("StackedAutoencoder has the deck's shape by default", () => {
  using model = new StackedAutoencoder({ visibleUnits: 6 });
  assert.deepEqual(
    model.network.layers.map(({ name, outputShape }) => [name, outputShape[1]]),
    [["encoder_1", 20], ["encoder_2", 10], ["decoder_2", 20], ["decoder_1", 6]],
  );
  assert.deepEqual(
    model.network.layers.map((layer) => layer.getConfig().activation),
    ["sigmoid", "sigmoid", "sigmoid", "linear"],
  );
});

Deno.test("StackedAutoencoder names layers by their place, for one and for two hidden layers", () => {
  for (
    const [hiddenUnits, names] of [[[4], "encoder_1,decoder_1"], [
      [5, 5],
      "encoder_1,decoder_2,decoder_1",
    ]] as const
  ) {
    using model = new StackedAutoencoder({ ...small, hiddenUnits });
    assert.equal(model.network.layers.map(({ name }) => name).join(), names);
  }
});

Deno.test("StackedAutoencoder.fit() learns the tastes that are there", async () => {
  using model = new StackedAutoencoder(small);
  const history = await model.fit(ratings, { epochs: 150, learningRate: 0.05 });
  assert.ok(
    history.trainLoss[149] < 0.3 * history.trainLoss[0],
    `${history.trainLoss}`,
  );
  assert.deepEqual([
    history.stoppedBy,
    history.validationLoss,
    history.bestEpoch,
  ], ["epochs", [], undefined]);
  assert.ok(history.seconds > 0);
  // What it was not told: user 1 likes odd movies and never rated movie 3.
  assert.equal(ratings.get(1, 3), undefined);
  const [like, dislike] = [3, 2].map((movie) =>
    model.predict(ratings, { rows: [1] })[movie]
  );
  assert.ok(like > dislike + 1, `${like} against ${dislike}`);
});

Deno.test("StackedAutoencoder.fit() gives the same history and predictions for a seed, to the bit", async () => {
  const run = async (seed: number) => {
    using model = new StackedAutoencoder({ ...small, seed });
    const { trainLoss } = await model.fit(ratings, { epochs: 5, batchSize: 2 });
    return { trainLoss, stars: [...model.predict(ratings)] };
  };
  assert.deepEqual(await run(1), await run(1));
  assert.notDeepEqual(await run(1), await run(2));
});

Deno.test("StackedAutoencoder.fit() goes on from where it was", async () => {
  using model = new StackedAutoencoder(small);
  const first = await model.fit(ratings, { epochs: 40, learningRate: 0.05 });
  const second = await model.fit(ratings, { epochs: 1, learningRate: 0.05 });
  assert.ok(second.trainLoss[0] < 0.8 * first.trainLoss[0]);
});

Deno.test("StackedAutoencoder.fit() tells its listeners what happens, in order", async () => {
  using model = new StackedAutoencoder(small);
  const heard: string[] = [];
  const history = await model.fit(ratings, {
    epochs: 2,
    batchSize: 4,
    validationShare: 0.2,
    callbacks: {
      onTrainBegin: (logs) =>
        void heard.push(`begin ${logs.epochs} × ${logs.batches}`),
      onBatchEnd: (batch, logs) =>
        void heard.push(`batch ${logs.epoch}.${batch}`),
      onEpochEnd: async (epoch, logs) => {
        await Promise.resolve();
        heard.push(`epoch ${epoch} ${logs.trainLoss} ${logs.validationLoss}`);
      },
      onTrainEnd: (end) => void heard.push(`end ${end.stoppedBy}`),
    },
  });
  const { trainLoss, validationLoss } = history;
  assert.deepEqual(heard, [
    "begin 2 × 2",
    "batch 0.0",
    "batch 0.1",
    `epoch 0 ${trainLoss[0]} ${validationLoss[0]}`,
    "batch 1.0",
    "batch 1.1",
    `epoch 1 ${trainLoss[1]} ${validationLoss[1]}`,
    "end epochs",
  ]);
});

Deno.test("StackedAutoencoder.fit() stops early and keeps the best epoch's weights", async () => {
  using model = new StackedAutoencoder(small);
  const history = await model.fit(ratings, {
    epochs: 500,
    learningRate: 0.1,
    validationShare: 0.3,
    patience: 5,
  });
  const best = Math.min(...history.validationLoss);
  assert.equal(history.stoppedBy, "early stopping");
  assert.equal(history.validationLoss[history.bestEpoch!], best);
  assert.equal(history.validationLoss.length, history.bestEpoch! + 6);

  // The same run cut at its best epoch ends with the same weights.
  using cut = new StackedAutoencoder(small);
  await cut.fit(ratings, {
    epochs: history.bestEpoch! + 1,
    learningRate: 0.1,
    validationShare: 0.3,
  });
  assert.deepEqual(model.predict(ratings), cut.predict(ratings));
});

Deno.test("StackedAutoencoder.fit() stops between batches at a signal, with what it has learnt", async () => {
  using model = new StackedAutoencoder(small);
  const stop = new AbortController();
  const history = await model.fit(ratings, {
    epochs: 1000,
    batchSize: 2,
    signal: stop.signal,
    callbacks: {
      onBatchEnd: (batch, { epoch }) => {
        if (epoch === 3 && batch === 1) stop.abort();
      },
    },
  });
  assert.deepEqual([history.stoppedBy, history.trainLoss.length], [
    "signal",
    3,
  ]);
  assert.ok(model.predict(ratings).every(Number.isFinite));
  const after = await model.fit(ratings, { epochs: 1 });
  assert.equal(after.stoppedBy, "epochs");
});

Deno.test("StackedAutoencoder.fit() listens to the default signal, and lets timers run while it trains", async () => {
  using model = new StackedAutoencoder(small);
  setDefaultSignal(() => AbortSignal.timeout(200));
  try {
    const history = await model.fit(ratings, { epochs: 1e6 });
    assert.equal(history.stoppedBy, "signal");
    assert.ok(history.seconds < 2, `stopped after ${history.seconds} s`);
  } finally {
    setDefaultSignal(undefined);
  }
});

Deno.test("StackedAutoencoder.fit() stops with an error that names the epoch when the loss is not finite", async () => {
  using model = new StackedAutoencoder({ ...small, centring: "none" });
  await assert.rejects(
    model.fit(ratings, { learningRate: 1e30 }),
    (error) => {
      assert.ok(error instanceof DivergenceError);
      assert.match(
        error.message,
        /^Cannot go on training as the loss must be a finite number: current value in epoch [12] is (NaN|Infinity); try a learningRate smaller than 1e\+30$/,
      );
      return true;
    },
  );
});

Deno.test("StackedAutoencoder.fit() never lets diverged weights pass, even when the last loss was finite", async () => {
  using model = new StackedAutoencoder({ ...small, centring: "none" });
  await assert.rejects(
    model.fit(ratings, { epochs: 1, learningRate: 1e39 }),
    DivergenceError,
  );
});

Deno.test("StackedAutoencoder predicts a user without ratings from the overall mean", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(ratings, { epochs: 3 });
  const stars = model.predict(ratings, { rows: [7] });
  assert.equal(ratings.row(7).stars.length, 0);
  assert.ok(stars.every((value) => value > 1 && value < 5), `${stars}`);
});

Deno.test("StackedAutoencoder.scores() ranks by predicted stars, and makes it a MovieScorer", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(ratings, { epochs: 3 });
  const scorer: MovieScorer = model;
  const rows = [5, 2];
  assert.deepEqual(
    scorer.scores(ratings, { rows }),
    model.predict(ratings, { rows }),
  );
  // Its scores are stars, so it names their scale.
  assert.deepEqual(scorer.scale, { lowest: 1, highest: 5 });
});

Deno.test("StackedAutoencoder.predictAt() picks what predict() says, in the order of expected", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(ratings, { epochs: 3 });
  const dense = model.predict(ratings);
  const expected = RatingMatrix.from({
    user: [7, 0, 0],
    movie: [5, 4, 0],
    stars: [1, 1, 1],
  }, ratings);
  assert.deepEqual([...model.predictAt({ given: ratings, expected })], [
    dense[0],
    dense[4],
    dense[7 * 6 + 5],
  ]);
});

Deno.test("StackedAutoencoder.evaluate() scores what predictAt() says, clipped unless told not to", async () => {
  using model = new StackedAutoencoder({
    ...small,
    scale: { lowest: 2, highest: 4 },
  });
  await model.fit(ratings, { epochs: 60, learningRate: 0.05 });
  const both = { given: ratings, expected: ratings };
  const predicted = model.predictAt(both);
  assert.ok(predicted.some((stars) => stars > 4 || stars < 2));
  assert.deepEqual(
    model.evaluate(both),
    ratingScores(predicted, ratings, { clip: { lowest: 2, highest: 4 } }),
  );
  assert.deepEqual(
    model.evaluate(both, { clip: false }),
    ratingScores(predicted, ratings, { clip: null }),
  );
});

Deno.test("StackedAutoencoder predicts users alone as it does in company", async () => {
  using model = new StackedAutoencoder(small);
  await model.fit(ratings, { epochs: 3 });
  const together = model.predict(ratings, { rows: [2, 5] });
  const alone = [2, 5].flatMap((
    row,
  ) => [...model.predict(ratings, { rows: [row] })]);
  alone.forEach((stars, at) =>
    assert.ok(Math.abs(stars - together[at]) < 1e-5)
  );
});

Deno.test("StackedAutoencoder trains one row a movie on transposed ratings", async () => {
  const byMovie = ratings.transpose();
  using model = new StackedAutoencoder({
    ...small,
    visibleUnits: byMovie.columns,
  });
  const history = await model.fit(byMovie, { epochs: 60, learningRate: 0.05 });
  assert.ok(history.trainLoss[59] < history.trainLoss[0]);
});

Deno.test("StackedAutoencoder.fit() warns of ratings beyond the scale, until it is given theirs", async (t) => {
  const { user, movie } = ratings.toColumns();
  const stars = [...ratings.stars];
  stars[3] = 0; // a blank, written as people write blanks
  const withZero = RatingMatrix.from({ user, movie, stars }, ratings);
  const warned: string[] = [];
  const { warn } = console;
  console.warn = (words: string) => warned.push(words);
  const trained = async (
    on: RatingMatrix,
    change: Partial<StackedAutoencoderOptions>,
  ) => {
    warned.length = 0;
    using model = new StackedAutoencoder({ ...small, ...change });
    await model.fit(on, { epochs: 1 });
    return [...warned];
  };
  try {
    const [words, ...others] = await trained(withZero, {});
    assert.equal(others.length, 0);
    assert.match(
      words,
      /^1 of 36 ratings lie outside the scale of 1 to 5 stars/,
    );
    assert.match(words, /the first is 0\. If 0 stands for a blank/);
    const scale = { lowest: 0, highest: 5 };
    for (
      const [what, on, change] of [
        ["its scale", withZero, { scale }],
        ["no stars", withZero, { feedback: "implicit" }],
        ["nothing beyond", ratings, {}],
      ] as const
    ) {
      await t.step(what, async () => {
        assert.deepEqual(await trained(on, change), []);
      });
    }
  } finally {
    console.warn = warn;
  }
});

Deno.test("StackedAutoencoder refuses options that make no sense or do not exist, by name", () => {
  const refused: [Partial<StackedAutoencoderOptions>, RegExp][] = [
    [
      { visibleUnits: 0 },
      /visibleUnits as it must be a whole number of at least 1: current value is 0/,
    ],
    [{ hiddenUnits: [] }, /number of hiddenUnits/],
    [
      { hiddenUnits: [3, 0.5] },
      /hiddenUnits as it must be a whole number of at least 1: current value is 0.5/,
    ],
    [
      { hiddenUnits: Object.assign(Array(3), [3]) },
      /hiddenUnits as it must be a whole number of at least 1: current value is undefined/,
    ],
    [
      { scale: null as unknown as StarScale },
      /scale of stars as it must be such as .*: current value is null/,
    ],
    [
      { activation: "relu" as "tanh" },
      /activation as it must be one of sigmoid, tanh: current value is relu/,
    ],
    [
      { centring: "movie" as "none" },
      /centring as it must be one of userMean, none: current value is movie/,
    ],
    [
      { shrinkage: -1 },
      /shrinkage as it must be a number of at least 0: current value is -1/,
    ],
    [{ scale: { lowest: 5, highest: 1 } }, /scale of stars/],
    [{ seed: -1 }, /seed must be a whole number/],
    [
      { hidden: [3] } as object,
      /unknown option of StackedAutoencoder.*current value is hidden/,
    ],
  ];
  for (const [change, message] of refused) {
    assert.throws(() => new StackedAutoencoder({ ...small, ...change }), {
      message,
    });
  }
});

Deno.test("StackedAutoencoder.fit() refuses options that make no sense or do not exist, by name", async () => {
  using model = new StackedAutoencoder(small);
  const refused: [FitOptions, RegExp][] = [
    [
      { epochs: 0 },
      /epochs as it must be a whole number of at least 1: current value is 0/,
    ],
    [{ batchSize: 1.5 }, /batchSize .* current value is 1.5/],
    [
      { learningRate: 0 },
      /learningRate as it must be a number above 0: current value is 0/,
    ],
    [{ learningRate: NaN }, /learningRate .* current value is NaN/],
    [{ weightDecay: -1 }, /weightDecay as it must be a number of at least 0/],
    [
      { validationShare: 1 },
      /validationShare as it must be at least 0 and below 1: current value is 1/,
    ],
    [{ patience: 3 }, /patience needs validation ratings/],
    [
      { warmStart: { epochs: 0 } },
      /warmStart\.epochs as it must be a whole number of at least 1: current value is 0/,
    ],
    [
      { warmStart: { epoch: 3 } as unknown as WarmStart },
      /unknown option of warmStart.*current value is epoch/,
    ],
    [{ warmStart: 3 as unknown as WarmStart }, /current value is 3/],
    [{ patience: 0, validationShare: 0.1 }, /patience as it must be/],
    [
      { optimizer: "adamm" as "adam" },
      /optimizer as it must be one of adam, rmsprop, momentum, sgd: current value is adamm/,
    ],
    [
      { epoch: 3 } as FitOptions,
      /unknown option of fit.*current value is epoch/,
    ],
    [
      { callbacks: { onEpochStart() {} } as object },
      /unknown callback.*current value is onEpochStart/,
    ],
  ];
  for (const [options, message] of refused) {
    await assert.rejects(model.fit(ratings, options), { message });
  }
});

Deno.test("StackedAutoencoder refuses ratings that do not fit it, no ratings, and two trainings at a time", async () => {
  using model = new StackedAutoencoder({ ...small, visibleUnits: 5 });
  await assert.rejects(model.fit(ratings), {
    name: "RangeError",
    message: /6 columns and 5 visibleUnits/,
  });
  using other = new StackedAutoencoder(small);
  const none = RatingMatrix.from({ user: [], movie: [], stars: [] }, ratings);
  await assert.rejects(other.fit(none), {
    name: "RangeError",
    message: /0 ratings/,
  });
  const first = other.fit(ratings, { epochs: 1 });
  await assert.rejects(other.fit(ratings), { message: /twice at a time/ });
  await first;
  const narrow = RatingMatrix.from({ user: [0], movie: [0], stars: [1] }, {
    users: 1,
    movies: 6,
  });
  assert.throws(() => other.predictAt({ given: ratings, expected: narrow }), {
    name: "RangeError",
    message: /\[8, 6\] and \[1, 6\]/,
  });
});

Deno.test("StackedAutoencoder says what to do when it is used too early or too late", () => {
  const model = new StackedAutoencoder(small);
  assert.throws(() => model.predict(ratings), {
    message: /has not been trained: call fit first/,
  });
  model.dispose();
  model.dispose();
  assert.throws(() => model.predict(ratings), {
    message: /has been disposed: make a new one/,
  });
});

Deno.test("StackedAutoencoder.summary() prints every layer", () => {
  using model = new StackedAutoencoder(small);
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    model.summary();
  } finally {
    console.log = log;
  }
  for (
    const name of [
      "encoder_1",
      "encoder_2",
      "decoder_2",
      "decoder_1",
      "Total params: 62",
    ]
  ) {
    assert.ok(lines.some((line) => line.includes(name)), lines.join("\n"));
  }
});

Deno.test("tf.variableGrads() of the loss gives the same on wasm and cpu", async () => {
  const gradients = () =>
    tf.tidy(() => {
      using model = new StackedAutoencoder(small);
      const input = tf.tensor2d([[1, -1, 0, 0, 0.5, 0], [0, 0, 2, 1, 0, -1]]);
      const { grads } = tf.variableGrads(() => {
        const output = model.network.apply(input) as tf.Tensor2D;
        return tf.sum(
          tf.square(tf.mul(tf.sub(output, input), tf.abs(tf.sign(input)))),
        ) as tf.Scalar;
      });
      return Object.values(grads).map((gradient) => [...gradient.dataSync()])
        .flat();
    });
  const wasm = gradients();
  const before = tf.getBackend();
  await tf.setBackend("cpu");
  try {
    const cpu = gradients();
    assert.ok(cpu.some((slope) => Math.abs(slope) > 0.1));
    wasm.forEach((slope, at) => assert.ok(Math.abs(slope - cpu[at]) < 1e-5));
  } finally {
    await tf.setBackend(before);
  }
});

Deno.test("StackedAutoencoder refuses what is no rating matrix, no handler, no list, by name", async () => {
  using model = new StackedAutoencoder(small);
  await assert.rejects(model.fit(undefined as unknown as RatingMatrix), {
    name: "TypeError",
    message: /ratings as it must be a RatingMatrix: current value is undefined/,
  });
  await model.fit(ratings, { epochs: 1 });
  assert.throws(
    () => model.evaluate({ given: ratings } as never),
    { name: "TypeError", message: /expected as it must be a RatingMatrix/ },
  );
  await assert.rejects(model.save("folder" as never), {
    name: "TypeError",
    message: /handler such as modelFolder/,
  });
  await assert.rejects(StackedAutoencoder.load("folder" as never), {
    name: "TypeError",
    message: /current value is "folder"/,
  });
  assert.throws(
    () => new StackedAutoencoder({ ...small, hiddenUnits: 20 as never }),
    { name: "TypeError", message: /a list such as \[20, 10, 20\]/ },
  );
  assert.throws(
    () => new StackedAutoencoder({ ...small, visibleUnits: "6" as never }),
    { message: /current value is "6"/ },
  );
  await assert.rejects(
    model.fit(ratings, { callbacks: (() => {}) as never }),
    { name: "TypeError", message: /must be an object/ },
  );
});

Deno.test("StackedAutoencoder cannot be used after it diverged, nor disposed while it trains", async () => {
  using model = new StackedAutoencoder({ ...small, centring: "none" });
  const training = model.fit(ratings, { learningRate: 1e30 });
  assert.throws(() => model.dispose(), { message: /while it is trained/ });
  await assert.rejects(training, DivergenceError);
  assert.throws(() => model.predict(ratings), {
    message: /its training diverged.*make a new one/,
  });
});

Deno.test("StackedAutoencoder refuses ratings that were written to before any kernel runs, by row and value", async () => {
  const changed = (change: (ratings: RatingMatrix) => void) => {
    const ratings = toyRatings();
    change(ratings);
    return ratings;
  };
  // An index beyond the weights: kernels would write to other tensors.
  const beyond = changed(({ indices }) => indices[indices.length - 1] = 1e6);
  const nan = changed(({ stars }) => stars[0] = NaN);
  using model = new StackedAutoencoder({
    visibleUnits: beyond.columns,
    hiddenUnits: [2],
  });
  for (const batchSize of [1, 2]) {
    await assert.rejects(model.fit(beyond, { batchSize, epochs: 1 }), {
      name: "RangeError",
      message: /row \d+ must hold ascending columns .* is 1000000 after/,
    });
    await assert.rejects(model.fit(nan, { batchSize, epochs: 1 }), {
      name: "RangeError",
      message: /current value of row 0, column \d+, is NaN/,
    });
  }
  await model.fit(toyRatings(), { epochs: 1 });
  assert.throws(
    () => model.evaluate({ given: toyRatings(), expected: beyond }),
    RangeError,
  );
  assert.throws(() => model.predict(beyond), RangeError);
});

Deno.test("StackedAutoencoder refuses ratings that a listener writes to while it trains", async () => {
  for (const batchSize of [1, 2]) {
    const ratings = toyRatings();
    using model = new StackedAutoencoder({
      visibleUnits: ratings.columns,
      hiddenUnits: [2],
    });
    await assert.rejects(
      model.fit(ratings, {
        batchSize,
        callbacks: { onEpochEnd: () => void (ratings.indices[0] = -1) },
      }),
      { name: "RangeError", message: /row 0 must hold .* is -1$/ },
    );
  }
});

Deno.test("StackedAutoencoder.predict() refuses a row that is no whole number", async () => {
  const ratings = toyRatings();
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    hiddenUnits: [2],
  });
  await model.fit(ratings, { epochs: 1 });
  for (const row of [1.5, NaN, ratings.rows]) {
    assert.throws(() => model.predict(ratings, { rows: [row] }), {
      name: "RangeError",
      message: new RegExp(`row as it must be a whole number .* is ${row}$`),
    });
  }
});

Deno.test("StackedAutoencoder.fit() validates on movies where a row is a movie", async () => {
  const ratings = toyRatings().transpose(); // [6 movies, 8 users]
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    hiddenUnits: [2],
  });
  const { validationLoss } = await model.fit(ratings, {
    epochs: 2,
    validationShare: 0.2,
  });
  assert.equal(validationLoss.length, 2);
  assert.ok(validationLoss.every((loss) => loss > 0 && loss < 4));
});

Deno.test("StackedAutoencoder refuses options that would be ignored in silence", async () => {
  // As somebody writes them whose editor does not check types.
  const loose = (options: object) => options as never;
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    hiddenUnits: [2],
  });
  await model.fit(ratings, { epochs: 1 });
  const pair = { given: ratings, expected: ratings };
  const refused: [() => unknown, RegExp][] = [
    [() => model.predict(ratings, loose({ row: [1] })), /value is row$/],
    [() => model.evaluate(pair, loose({ clipp: false })), /value is clipp$/],
    [() => model.evaluate(pair, loose({ clip: "no" })), /clip .* is "no"$/],
    [() => model.evaluate(loose({ ...pair, clip: false })), /value is clip$/],
    [() => model.evaluate(undefined as never), /each part of the ratings/],
  ];
  for (const [call, message] of refused) {
    assert.throws(call, { name: "TypeError", message });
  }
  const unfit: [object | null, RegExp][] = [
    [null, /options .* value is null$/],
    [{ shuffle: "no" }, /shuffle as it must be true or false: .* is "no"$/],
    [{ accumulateGradients: 1 }, /accumulateGradients .* is 1$/],
    [{ signal: 5 }, /signal as it must be an AbortSignal.* is 5$/],
    [{ callbacks: { onEpochEnd: 5 } }, /onEpochEnd .* a function: .* is 5$/],
  ];
  for (const [options, message] of unfit) {
    await assert.rejects(model.fit(ratings, loose(options!)), {
      name: "TypeError",
      message,
    });
  }
  await assert.rejects(
    model.save(loose({ save() {} }), loose({ date: "today" })),
    { name: "TypeError", message: /value is date$/ },
  );
});

Deno.test("StackedAutoencoder keeps its options when the caller changes the lists that it was given", async () => {
  const hiddenUnits = [3, 2, 3];
  const scale = { lowest: 1, highest: 5 };
  using model = new StackedAutoencoder({
    visibleUnits: ratings.columns,
    hiddenUnits,
    scale,
  });
  hiddenUnits[0] = 9;
  scale.highest = 2;
  assert.deepEqual(model.scale, { lowest: 1, highest: 5 });
  const { pretrainLoss } = await model.fit(ratings, {
    epochs: 1,
    pretrain: { epochs: 1 }, // refuses layers that mirror no others
  });
  assert.equal(pretrainLoss!.length, 2);
});
