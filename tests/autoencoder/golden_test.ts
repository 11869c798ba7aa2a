import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { type Backend, StackedAutoencoder } from "stacked-autoencoders";
import { toyRatings } from "./_toy.ts";

/**
 * What a seed must give on every machine, to the last bit. The numbers are this
 * library's own, printed in full on an x86 Linux machine (Deno 2.9.6) by the
 * very calls below; that they are *right* is for training_step_test.ts and
 * row_steps_test.ts to say. A change of arithmetic changes them: then say so in
 * the commit, and that nobody's saved history can be repeated.
 */
const golden: {
  mode: string;
  backend: Backend;
  batchSize: number;
  trainLoss: number[];
  stars: number[];
}[] = [
  {
    mode: "batches on wasm",
    backend: "wasm",
    batchSize: 4,
    trainLoss: [1.832747781756114, 1.8195275538389235, 1.814362192943264],
    stars: [
      2.9875590801239014,
      2.636065721511841,
      2.8950538635253906,
      2.4062142372131348,
      2.9843947887420654,
      2.6595587730407715,
    ],
  },
  {
    mode: "fused steps of one user on wasm",
    backend: "wasm",
    batchSize: 1,
    trainLoss: [1.8446890456335885, 1.808807373046875, 1.8055326427732195],
    stars: [
      2.971581220626831,
      2.545332431793213,
      3.0159661769866943,
      2.391063690185547,
      2.985650062561035,
      2.676426649093628,
    ],
  },
  {
    mode: "batches on cpu",
    backend: "cpu",
    batchSize: 4,
    trainLoss: [1.832747833481129, 1.8195275393834176, 1.8143622263525292],
    stars: [
      2.9875590801239014,
      2.636065721511841,
      2.8950538635253906,
      2.4062142372131348,
      2.9843947887420654,
      2.6595587730407715,
    ],
  },
  {
    mode: "batches of one user on cpu",
    backend: "cpu",
    batchSize: 1,
    trainLoss: [1.8446890084844465, 1.8088073478970312, 1.8055326305281163],
    stars: [
      2.971581220626831,
      2.545332431793213,
      3.0159661769866943,
      2.391063690185547,
      2.9856503009796143,
      2.676426410675049,
    ],
  },
];

for (const { mode, backend, batchSize, trainLoss, stars } of golden) {
  Deno.test(`fit() gives the golden history to the last bit in ${mode}`, async () => {
    const before = tf.getBackend();
    await tf.setBackend(backend);
    try {
      const ratings = toyRatings();
      using model = new StackedAutoencoder({
        visibleUnits: 6,
        hiddenUnits: [5, 3, 5],
      });
      const history = await model.fit(ratings, {
        epochs: 3,
        batchSize,
        learningRate: 0.01,
        weightDecay: 0.001,
      });
      assert.deepEqual(history.trainLoss, trainLoss);
      assert.deepEqual([...model.predict(ratings, { rows: [0] })], stars);
    } finally {
      await tf.setBackend(before);
    }
  });
}
