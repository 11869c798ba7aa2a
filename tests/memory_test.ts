import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { StackedAutoencoder } from "stacked-autoencoders";
import { toyRatings } from "./autoencoder/_toy.ts";

const ratings = toyRatings();
const small = { visibleUnits: 6, hiddenUnits: [3, 2, 3], seed: 1 };

/** Runs the work and demands that no tensor is left of it. */
async function assertNoLeak(
  work: (model: StackedAutoencoder) => Promise<unknown>,
) {
  const before = tf.memory();
  const model = new StackedAutoencoder(small);
  const withModel = tf.memory().numTensors;
  await work(model);
  assert.equal(tf.memory().numTensors, withModel, "training left tensors");
  model.dispose();
  assert.equal(
    tf.memory().numTensors,
    before.numTensors,
    "the model left tensors",
  );
  assert.equal(tf.memory().numBytes, before.numBytes, "the model left bytes");
}

Deno.test("fit() leaves no tensor with either optimizer, with dropout, with pretraining, with validation, with early stopping", async () => {
  await assertNoLeak((model) =>
    model.fit(ratings, { epochs: 4, batchSize: 2 })
  );
  await assertNoLeak((model) =>
    model.fit(ratings, { epochs: 4, optimizer: "rmsprop", weightDecay: 0.1 })
  );
  await assertNoLeak((model) =>
    model.fit(ratings, { epochs: 4, batchSize: 2, inputDropout: 0.5 })
  );
  for (const batchSize of [1, 2]) {
    const pretrain = { epochs: 3 };
    await assertNoLeak((model) =>
      model.fit(ratings, { epochs: 2, batchSize, pretrain })
    );
  }
  await assertNoLeak((model) =>
    model.fit(ratings, {
      epochs: 60,
      learningRate: 0.1,
      validationShare: 0.3,
      patience: 3,
    })
  );
});

Deno.test("fit(), scores() and validation leave no tensor with implicit feedback", async () => {
  const before = tf.memory().numTensors;
  using model = new StackedAutoencoder({ ...small, feedback: "implicit" });
  const withModel = tf.memory().numTensors;
  const fit = { epochs: 3, batchSize: 3, inputDropout: 0.5 };
  await model.fit(ratings, { ...fit, validationShare: 0.3, patience: 1 });
  await model.fit(ratings, { epochs: 1, batchSize: 1 });
  model.scores(ratings);
  assert.throws(() => model.predict(ratings));
  assert.equal(tf.memory().numTensors, withModel);
  model.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("fit() leaves no tensor when it is stopped or when a listener throws", async () => {
  await assertNoLeak((model) =>
    model.fit(ratings, { signal: AbortSignal.abort() })
  );
  await assertNoLeak((model) =>
    assert.rejects(
      model.fit(ratings, {
        callbacks: {
          onBatchEnd() {
            throw new Error("out of paper");
          },
        },
      }),
      /out of paper/,
    )
  );
});

Deno.test("fit() leaves no tensor of the first optimizer after a warm start", async () => {
  for (const batchSize of [1, 2]) {
    await assertNoLeak((model) =>
      model.fit(ratings, {
        epochs: 2,
        batchSize,
        accumulateGradients: true,
        warmStart: { epochs: 2 },
      })
    );
  }
});

Deno.test("fit() leaves no tensor when pretraining is stopped, or its listener throws", async () => {
  for (const pair of [1, 2]) {
    for (const stopped of [true, false]) {
      await assertNoLeak(async (model) => {
        const stop = new AbortController();
        const training = model.fit(ratings, {
          pretrain: { epochs: 3 },
          signal: stop.signal,
          callbacks: {
            onPretrainEpochEnd(_, logs) {
              if (logs.pair !== pair) return;
              if (stopped) stop.abort();
              else throw new Error("out of paper");
            },
          },
        });
        if (stopped) await training;
        else await assert.rejects(training, /out of paper/);
      });
    }
  }
});

Deno.test("fit() leaves no tensor when the loss diverges", async () => {
  await assertNoLeak((model) =>
    assert.rejects(model.fit(ratings, { learningRate: 1e35 }), /finite/)
  );
});

Deno.test("predict(), predictAt() and evaluate() leave no tensor", async () => {
  await assertNoLeak(async (model) => {
    await model.fit(ratings, { epochs: 1 });
    model.predict(ratings);
    model.evaluate({ given: ratings, expected: ratings });
  });
});

Deno.test("a model that refuses its options leaves no tensor", () => {
  const before = tf.memory().numTensors;
  assert.throws(() => new StackedAutoencoder({ ...small, seed: -1 }));
  assert.throws(() => new StackedAutoencoder({ ...small, hiddenUnits: [0] }));
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("StackedAutoencoder.load() leaves no tensor when it refuses a model", async () => {
  const before = tf.memory().numTensors;
  const foreign = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [2] })],
  });
  let saved: tf.io.ModelArtifacts | undefined;
  await foreign.save(tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    return Promise.resolve({
      modelArtifactsInfo: {
        dateSaved: new Date(0),
        modelTopologyType: "JSON" as const,
      },
    });
  }));
  foreign.dispose();
  await assert.rejects(
    StackedAutoencoder.load(tf.io.fromMemory(saved!)),
    /must have been saved by StackedAutoencoder/,
  );
  assert.equal(tf.memory().numTensors, before);
});
