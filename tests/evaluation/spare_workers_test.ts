import assert from "node:assert/strict";
import { spareWorkers } from "../../lib/evaluation/_spare_workers.ts";
import {
  type RatingMatrix,
  recipes,
  sweep,
  type SweepSettings,
} from "stacked-autoencoders";
import { toyRatings } from "../autoencoder/_toy.ts";

/** Makes workers, and keeps those that it made. */
function madeBy(script: string) {
  const made: Worker[] = [];
  const create = () => {
    const worker = new Worker(script, { type: "module" });
    made.push(worker);
    return worker;
  };
  return { made, create };
}

const sweepWorker = import.meta.resolve("stacked-autoencoders/sweep-worker");

const runs: SweepSettings[] = [1, 2, 3].map((seed) => ({
  model: recipes.stacked.model,
  fit: { ...recipes.stacked.fit, pretrain: undefined, epochs: 3 },
  seed,
}));

async function losses(train: RatingMatrix, createWorker: () => Worker) {
  const outcome = await sweep(runs, { train, workers: 2, createWorker });
  return outcome.runs.map(({ history }) => history.trainLoss);
}

Deno.test("spareWorkers() keeps workers for two sweeps, which train as new workers do", async () => {
  const train = toyRatings();
  const { made, create } = madeBy(sweepWorker);
  const spare = spareWorkers(create, 2);
  try {
    assert.equal(made.length, 2, "none is kept before anybody asks");
    const first = await losses(train, spare);
    assert.equal(made.length, 4, "those that were taken are not replaced");
    const second = await losses(train, spare);
    assert.equal(made.length, 6);
    const plain = await losses(train, madeBy(sweepWorker).create);
    assert.deepEqual(first, plain);
    assert.deepEqual(second, plain);
  } finally {
    made.forEach((worker) => worker.terminate());
  }
});

Deno.test("spareWorkers() gives each worker away once", () => {
  const { made, create } = madeBy(sweepWorker);
  const spare = spareWorkers(create, 1);
  try {
    const taken = [spare(), spare(), spare()];
    assert.equal(new Set(taken).size, 3);
  } finally {
    made.forEach((worker) => worker.terminate());
  }
});

Deno.test("spareWorkers() forgets a spare that died, and the next one's error is seen", async () => {
  const script = "data:text/javascript,throw new Error('no luck')";
  const { made, create } = madeBy(script);
  const spare = spareWorkers(create, 1);
  await new Promise((resolve) => made[0].addEventListener("error", resolve));
  await assert.rejects(
    losses(toyRatings(), spare),
    (error: AggregateError) => /its worker died: .*no luck/.test(error.message),
  );
  assert.notEqual(spare(), made[0]);
  made.forEach((worker) => worker.terminate());
});
