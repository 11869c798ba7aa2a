import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import { type FitOptions, StackedAutoencoder } from "stacked-autoencoders";
import { setWasmKernels } from "../../lib/autoencoder/kernels/current_kernels.ts";
import { kernels } from "../../lib/autoencoder/kernels/current_kernels.ts";
import { toyRatings } from "./_toy.ts";

const ratings = toyRatings();

/** Trains in steps of one user, fused or by tfjs, and says all there is to say. */
async function train(
  { fused, hiddenUnits, activation }: {
    fused: boolean;
    hiddenUnits: number[];
    activation: "sigmoid" | "tanh";
  },
  options: FitOptions,
) {
  const { rowSteps, ...without } = kernels();
  assert.notEqual(rowSteps, undefined);
  if (!fused) setWasmKernels(without);
  try {
    using model = new StackedAutoencoder({
      visibleUnits: 6,
      hiddenUnits,
      activation,
    });
    const { trainLoss } = await model.fit(ratings, {
      epochs: 4,
      batchSize: 1,
      ...options,
    });
    return [...trainLoss, ...model.predict(ratings)];
  } finally {
    setWasmKernels({ ...without, rowSteps });
  }
}

Deno.test("fused single-user steps take the same way as tfjs's, for every rule, shape, quirk and warm start", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        optimizer: fc.constantFrom(
          "sgd" as const,
          "momentum" as const,
          "rmsprop" as const,
          "adam" as const,
        ),
        lossOver: fc.constantFrom("observed" as const, "all" as const),
        accumulateGradients: fc.boolean(),
        shuffle: fc.boolean(),
        weightDecay: fc.constantFrom(0, 0.1),
        warmStart: fc.constantFrom(undefined, { epochs: 2 }),
      }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom("sigmoid" as const, "tanh" as const),
      async (options, hiddenUnits, activation) => {
        const all = { ...options, learningRate: 0.005 };
        const [fused, plain] = [
          await train({ fused: true, hiddenUnits, activation }, all),
          await train({ fused: false, hiddenUnits, activation }, all),
        ];
        fused.forEach((number, at) =>
          assert.ok(
            Math.abs(number - plain[at]) < 2e-3,
            `${at}: ${number} is not ${plain[at]}`,
          )
        );
      },
    ),
    { numRuns: 40 },
  );
});

Deno.test("fused steps give the same history and predictions for a seed, to the bit", async () => {
  const shape = {
    fused: true,
    hiddenUnits: [5, 3, 5],
    activation: "sigmoid",
  } as const;
  const run = () =>
    train({ ...shape, hiddenUnits: [...shape.hiddenUnits] }, {
      optimizer: "rmsprop",
    });
  assert.deepEqual(await run(), await run());
});

Deno.test("fused steps leave no tensor: after 1000 steps, a stop, a throw", async () => {
  const before = tf.memory();
  {
    using model = new StackedAutoencoder({
      visibleUnits: 6,
      hiddenUnits: [3, 2, 3],
    });
    await model.fit(ratings, { epochs: 143, batchSize: 1 });
    await model.fit(ratings, { batchSize: 1, signal: AbortSignal.abort() });
    await assert.rejects(
      model.fit(ratings, { batchSize: 1, learningRate: 1e35, epochs: 9 }),
      /finite/,
    );
  }
  assert.equal(tf.memory().numTensors, before.numTensors);
  assert.equal(tf.memory().numBytes, before.numBytes);
});

Deno.test("fused steps show a listener the weights of the moment", async () => {
  using model = new StackedAutoencoder({
    visibleUnits: 6,
    hiddenUnits: [3, 2, 3],
  });
  const seen: number[] = [];
  await model.fit(ratings, {
    epochs: 3,
    batchSize: 1,
    callbacks: { onBatchEnd: () => void seen.push(model.predict(ratings)[0]) },
  });
  assert.equal(new Set(seen).size, 3);
  assert.equal(seen[2], model.predict(ratings)[0]);
});
