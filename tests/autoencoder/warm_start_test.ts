// What a warm start keeps is told here by the arithmetic of a single weight's
// worth of training: each rule's first step after it must be a first step.
import assert from "node:assert/strict";
import {
  DivergenceError,
  type FitOptions,
  type OptimizerName,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { toyRatings } from "./_toy.ts";

const ratings = toyRatings();
const small = { visibleUnits: 6, hiddenUnits: [3, 2, 3], seed: 1 };
const inOrder = { shuffle: false, learningRate: 0.02 } satisfies FitOptions;
const ways = [{ batchSize: 1 }, { batchSize: 2 }] as const;
const optimizers: OptimizerName[] = ["sgd", "momentum", "rmsprop", "adam"];

/** The losses of these trainings of one model, one after the other. */
async function losses(...trainings: FitOptions[]): Promise<number[][]> {
  using model = new StackedAutoencoder(small);
  const found: number[][] = [];
  for (const options of trainings) {
    found.push([...(await model.fit(ratings, options)).trainLoss]);
  }
  return found;
}

for (const way of ways) {
  const name = `with batchSize ${way.batchSize}`;

  Deno.test(`warmStart is two trainings of one model when gradients are not accumulated, ${name}`, async () => {
    for (const optimizer of optimizers) {
      const options = { ...inOrder, ...way, optimizer };
      const [warm] = await losses(
        { ...options, epochs: 3, warmStart: { epochs: 4 } },
      );
      const [, second] = await losses(
        { ...options, epochs: 4 },
        { ...options, epochs: 3 },
      );
      assert.deepEqual(warm, second, optimizer);
    }
  });

  Deno.test(`warmStart keeps the summed gradients, ${name}`, async () => {
    // Plain gradient descent remembers nothing but those sums: a warm start of
    // 4 epochs and 3 more are 7 epochs in one go, to the bit.
    const options = {
      ...inOrder,
      ...way,
      optimizer: "sgd",
      learningRate: 0.002,
      accumulateGradients: true,
    } as const;
    const [warm] = await losses(
      { ...options, epochs: 3, warmStart: { epochs: 4 } },
    );
    const [whole] = await losses({ ...options, epochs: 7 });
    assert.deepEqual(warm, whole.slice(4));
  });

  Deno.test(`warmStart forgets what the optimizer remembered, ${name}`, async () => {
    for (const optimizer of ["momentum", "rmsprop", "adam"] as const) {
      const options = {
        ...inOrder,
        ...way,
        optimizer,
        accumulateGradients: true,
      };
      const [warm] = await losses(
        { ...options, epochs: 3, warmStart: { epochs: 4 } },
      );
      const [whole] = await losses({ ...options, epochs: 7 });
      assert.notDeepEqual(warm, whole.slice(4), optimizer);
    }
  });
}

Deno.test("warmStart goes unheard: listeners and history have the training after it", async () => {
  using model = new StackedAutoencoder(small);
  const heard: string[] = [];
  const { trainLoss, validationLoss } = await model.fit(ratings, {
    epochs: 2,
    batchSize: 8,
    validationShare: 0.2,
    warmStart: { epochs: 3 },
    callbacks: {
      onTrainBegin: ({ epochs }) => void heard.push(`begin ${epochs}`),
      onBatchEnd: (batch, { epoch }) => void heard.push(`${epoch}.${batch}`),
      onEpochEnd: (epoch) => void heard.push(`epoch ${epoch}`),
    },
  });
  assert.deepEqual([trainLoss.length, validationLoss.length], [2, 2]);
  assert.deepEqual(heard, ["begin 2", "0.0", "epoch 0", "1.0", "epoch 1"]);
});

Deno.test("warmStart stops at the signal, with an empty history and a model to use", async () => {
  using model = new StackedAutoencoder(small);
  const { trainLoss, stoppedBy } = await model.fit(ratings, {
    warmStart: { epochs: 1e9 },
    signal: AbortSignal.timeout(50),
  });
  assert.deepEqual([trainLoss, stoppedBy], [[], "signal"]);
  assert.ok(model.predict(ratings).every(Number.isFinite));
});

Deno.test("warmStart that diverges says that it was the warm start", async () => {
  using model = new StackedAutoencoder({ ...small, centring: "none" });
  await assert.rejects(
    model.fit(ratings, { learningRate: 1e30, warmStart: { epochs: 5 } }),
    (error) => {
      assert.ok(error instanceof DivergenceError);
      assert.match(
        error.message,
        /current value in the warm start, epoch -[45] counted back from its end, is (NaN|Infinity);/,
      );
      return true;
    },
  );
});
