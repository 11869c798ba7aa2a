import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  heapBytes,
  predictionBytes,
  requireHeapRoom,
  trainingBytes,
  weightsOf,
} from "../../lib/autoencoder/_heap_room.ts";
import { RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";

Deno.test("weightsOf() counts weights and biases as tfjs does", () => {
  using model = new StackedAutoencoder({
    visibleUnits: 50,
    hiddenUnits: [20, 10, 20],
  });
  assert.equal(weightsOf([50, 20, 10, 20, 50]), model.network.countParams());
});

Deno.test("StackedAutoencoder refuses a network that passes tfjs's heap, before it allocates", () => {
  const before = tf.memory();
  const memory = performance.now();
  assert.throws(
    () =>
      new StackedAutoencoder({ visibleUnits: 2_000_000, hiddenUnits: [5000] }),
    (error: Error) => {
      assert.equal(error.name, "RangeError");
      // By hand: 2·4·(5000·2000001 + 2000000·5001) bytes.
      assert.match(
        error.message,
        /^Cannot make this network as tfjs's wasm memory of 4 GiB must hold it: current values are 160016040000 bytes wanted and \d+ left; make visibleUnits/,
      );
      return true;
    },
  );
  assert.ok(performance.now() - memory < 1000, "nothing was made");
  assert.deepEqual(
    [tf.memory().numTensors, tf.memory().numBytes],
    [before.numTensors, before.numBytes],
  );
});

Deno.test("fit() refuses a batch that passes tfjs's heap, and can go on with a smaller one", async () => {
  // Empty rows cost nothing here, but each would get its hidden values.
  const users = 500_000;
  const ratings = RatingMatrix.from(
    {
      user: Int32Array.from({ length: users }, (_, user) => user),
      movie: new Int32Array(users),
      stars: new Float32Array(users).fill(3),
    },
    { users, movies: 2 },
  );
  using model = new StackedAutoencoder({
    visibleUnits: 2,
    hiddenUnits: [300, 300],
  });
  const before = tf.memory().numBytes;
  await assert.rejects(model.fit(ratings, { batchSize: users, epochs: 1 }), {
    name: "RangeError",
    message:
      /^Cannot train as tfjs's wasm memory of 4 GiB must hold it: current values are 7\d{9} bytes wanted and \d+ left; make batchSize or hiddenUnits smaller$/,
  });
  assert.equal(tf.memory().numBytes, before);
  const one = AbortSignal.abort(); // a smaller batch begins, and stops at once
  const { stoppedBy } = await model.fit(ratings, {
    batchSize: 64,
    signal: one,
  });
  assert.equal(stoppedBy, "signal");
});

Deno.test("requireHeapRoom() counts the tensors that are there, and lets other backends be", async () => {
  const held = tf.zeros([2 ** 20]);
  const room = heapBytes - tf.memory().numBytes;
  requireHeapRoom("try", room, "no");
  assert.throws(() => requireHeapRoom("try", room + 1, "no"), RangeError);
  held.dispose();
  requireHeapRoom("try", room + 2 ** 22, "no");
  await tf.setBackend("cpu");
  try {
    requireHeapRoom("try", 2 ** 40, "no");
  } finally {
    await tf.setBackend("wasm");
  }
});

Deno.test("trainingBytes() holds what training 20–10–20 is seen to hold", async () => {
  await assertHolds({ feedback: "stars", everyOutput: false });
});

Deno.test("trainingBytes() holds what training on implicit feedback is seen to hold", async () => {
  await assertHolds({ feedback: "implicit", everyOutput: true });
});

async function assertHolds({ feedback, everyOutput }: {
  feedback: "stars" | "implicit";
  everyOutput: boolean;
}) {
  const ratings = RatingMatrix.from(
    { user: [0, 1], movie: [0, 1], stars: [3, 4] },
    { users: 2, movies: 5000 },
  );
  using model = new StackedAutoencoder({ visibleUnits: 5000, feedback });
  const before = tf.memory().numBytes;
  let most = 0;
  await model.fit(ratings, {
    epochs: 2,
    callbacks: {
      onBatchEnd: () => void (most = Math.max(most, tf.memory().numBytes)),
    },
  });
  const units = [5000, 20, 10, 20, 5000];
  const bound = trainingBytes({
    units,
    batchSize: 64,
    ratings: 2,
    everyOutput,
  });
  assert.ok(most - before > 0 && most - before <= bound, `${most - before}`);
}

Deno.test("predictionBytes() holds what a batch of predictions is seen to hold", () => {
  // By hand, for [5000, 20, 10, 20, 5000] and 3 users with 7 ratings: the
  // output layer 20·5000 + 5000, values and outputs 2·3·(20 + 10 + 20 + 5000).
  const units = [5000, 20, 10, 20, 5000];
  assert.equal(
    predictionBytes({ units, batchSize: 3, ratings: 7 }),
    4 * (105_000 + 30_300 + 28),
  );
});

Deno.test("predict() and load() refuse what passes tfjs's heap, before they allocate", async () => {
  const ratings = RatingMatrix.from(
    { user: [0, 1], movie: [0, 1], stars: [3, 4] },
    { users: 2, movies: 3 },
  );
  using model = new StackedAutoencoder({ visibleUnits: 3 });
  await model.fit(ratings, { epochs: 1 });
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save({
    save: (artifacts) => {
      saved = artifacts;
      return Promise.resolve({
        modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts),
      });
    },
  });
  const huge = {
    ...saved!,
    weightSpecs: [{
      ...saved!.weightSpecs![0],
      shape: [2 ** 20, 1000],
    }],
  };
  const before = tf.memory();
  // By hand: 2·4·2²⁰·1000 bytes.
  await assert.rejects(
    StackedAutoencoder.load({ load: () => Promise.resolve(huge) }),
    /^RangeError: Cannot load this model as .*: current values are 8388608000 bytes wanted and \d+ left/,
  );
  const { numBytes } = tf.memory();
  const memory = tf.engine().memory();
  // As if other tensors had taken all but a few bytes.
  Object.defineProperty(tf.engine(), "memory", {
    configurable: true,
    value: () => ({ ...memory, numBytes: heapBytes - 100 }),
  });
  try {
    assert.throws(() => model.predict(ratings), {
      name: "RangeError",
      message: /^Cannot predict as .* and 100 left; free other tensors$/,
    });
  } finally {
    Reflect.deleteProperty(tf.engine(), "memory");
  }
  assert.equal(tf.memory().numBytes, numBytes);
  assert.equal(tf.memory().numTensors, before.numTensors);
});
