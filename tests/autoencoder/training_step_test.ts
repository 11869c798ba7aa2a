import type * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Random, rowMeans, StackedAutoencoder } from "stacked-autoencoders";
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
const mean = ratings.stars.reduce((sum, stars) => sum + stars, 0) /
  ratings.size;
const means = rowMeans(ratings, { prior: mean, shrinkage: 5 });
const rows: Observed[] = Array.from({ length: 7 }, (_, user) => {
  const { columns, stars } = ratings.row(user);
  return Array.from(columns, (column, at) => [column, stars[at] - means[user]]);
});

/** The weights of a tfjs network as plain arrays. */
function layersOf(network: tf.LayersModel): ReferenceLayer[] {
  return network.layers.map((layer) => {
    const [weights, biases] = layer.getWeights();
    return {
      weights: weights.arraySync() as number[][],
      biases: biases.arraySync() as number[],
    };
  });
}

function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
) {
  assert.equal(actual.length, expected.length);
  for (let at = 0; at < actual.length; at++) {
    assert.ok(
      Math.abs(actual[at] - expected[at]) <= tolerance,
      `at ${at}: ${actual[at]} is not ${expected[at]}`,
    );
  }
}

Deno.test("the reference gradient of these tests agrees with finite differences", () => {
  const random = new Random(9);
  const shape = [[6, 3], [3, 2], [2, 6]];
  const layers = shape.map(([inputs, units]) => ({
    weights: Array.from(
      { length: inputs },
      () => Array.from({ length: units }, () => random.normal()),
    ),
    biases: Array.from({ length: units }, () => random.normal()),
  }));
  const loss = (flat: number[]) => {
    const network = unflatten(flat, layers);
    let [sum, count] = [0, 0];
    for (const row of rows) {
      const output = forward(network, row).at(-1)!;
      for (const [column, stars] of row) sum += (output[column] - stars) ** 2;
      count += row.length;
    }
    return sum / count;
  };
  const flat = flatten(layers);
  const slopes = flat.map((value, at) => {
    const [up, down] = [value + 1e-5, value - 1e-5].map((moved) =>
      loss(flat.with(at, moved))
    );
    return (up - down) / 2e-5;
  });
  assertClose(flatten(backward(layers, rows).gradients), slopes, 1e-8);
});

Deno.test("StackedAutoencoder.fit() takes the steps of an independent implementation", async () => {
  const [learningRate, weightDecay] = [0.05, 0.01];
  using model = new StackedAutoencoder({
    visibleUnits: 6,
    hiddenUnits: [3, 2, 3],
    seed: 4,
  });
  const layers = layersOf(model.network);
  let weights = flatten(layers);
  const expectedLoss: number[] = [];
  const meanSquares = weights.map(() => 0);
  for (let epoch = 0; epoch < 5; epoch++) {
    const { gradients, userRmseSum } = backward(
      unflatten(weights, layers),
      rows,
    );
    expectedLoss.push(userRmseSum / rows.length);
    const slopes = flatten(gradients);
    weights = weights.map((w, at) => {
      const dw = slopes[at] + weightDecay * w;
      meanSquares[at] = 0.99 * meanSquares[at] + 0.01 * dw ** 2;
      return w - learningRate * dw / (Math.sqrt(meanSquares[at]) + 1e-8);
    });
  }
  const history = await model.fit(ratings, {
    epochs: 5,
    batchSize: 8,
    optimizer: "rmsprop",
    learningRate,
    weightDecay,
  });
  assertClose(history.trainLoss, expectedLoss, 1e-4);
  assertClose(flatten(layersOf(model.network)), weights, 1e-3);

  const reference = unflatten(flatten(layersOf(model.network)), layers);
  const expected = rows.flatMap((row, user) =>
    forward(reference, row).at(-1)!.map((output) => output + means[user])
  );
  assertClose(model.predict(ratings).subarray(0, 7 * 6), expected, 1e-5);
});

Deno.test("StackedAutoencoder starts with weights in ±1/√inputs, fixed by the seed", () => {
  using first = new StackedAutoencoder({ visibleUnits: 100, seed: 1 });
  using same = new StackedAutoencoder({ visibleUnits: 100, seed: 1 });
  using other = new StackedAutoencoder({ visibleUnits: 100, seed: 2 });
  const flat = (model: StackedAutoencoder) => flatten(layersOf(model.network));
  assert.deepEqual(flat(first), flat(same));
  assert.notDeepEqual(flat(first), flat(other));
  const inputs = [100, 20, 10, 20];
  layersOf(first.network).forEach(({ weights, biases }, depth) => {
    const bound = 1 / Math.sqrt(inputs[depth]);
    const all = [...weights.flat(), ...biases];
    assert.ok(all.every((weight) => Math.abs(weight) <= bound));
    assert.ok(all.some((weight) => Math.abs(weight) > 0.9 * bound));
  });
});
