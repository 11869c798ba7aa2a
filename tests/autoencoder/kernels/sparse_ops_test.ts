import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  activate,
  multinomialError,
  observedSquaredError,
  Random,
  type RatingMatrix,
  sparseBatch,
  sparseMatMul,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { randomRatings } from "../../ratings/_random_ratings.ts";
import { toyRatings } from "../_toy.ts";

/** The same ratings for plain tfjs: spread out, with a mask. */
function spreadOut(ratings: RatingMatrix) {
  const shape: [number, number] = [ratings.rows, ratings.columns];
  const [values, mask] = [tf.buffer(shape), tf.buffer(shape)];
  for (let row = 0; row < ratings.rows; row++) {
    const { columns, stars } = ratings.row(row);
    columns.forEach((column, at) => {
      values.set(stars[at], row, column);
      mask.set(1, row, column);
    });
  }
  return { values: values.toTensor(), mask: mask.toTensor() };
}

function weightsFor(columns: number, units: number, seed: number): tf.Tensor[] {
  const random = new Random(seed);
  return [[columns, units], [units], [columns, units], [columns]].map((shape) =>
    tf.tensor(
      Float32Array.from(
        { length: shape[0] * (shape[1] ?? 1) },
        () => 0.5 * random.normal(),
      ),
      shape,
    )
  );
}

type Loss = (...weights: tf.Tensor[]) => tf.Scalar;

function sparseLoss(ratings: RatingMatrix, kind: "sigmoid" | "tanh"): Loss {
  const batch = sparseBatch(ratings);
  return (w1, b1, w2, b2) => {
    const sums = sparseMatMul(batch, {
      weights: w1 as tf.Tensor2D,
      bias: b1 as tf.Tensor1D,
    });
    const squares = observedSquaredError(batch, activate(kind, sums), {
      weights: w2 as tf.Tensor2D,
      bias: b2 as tf.Tensor1D,
    });
    // Rows weigh differently, so that their slopes do.
    return tf.sum(tf.mul(squares, tf.range(1, ratings.rows + 1))) as tf.Scalar;
  };
}

function denseLoss(ratings: RatingMatrix, kind: "sigmoid" | "tanh"): Loss {
  const { values, mask } = spreadOut(ratings);
  return (w1, b1, w2, b2) => {
    const hidden = tf[kind](tf.add(tf.matMul(values, w1), b1));
    const output = tf.add(tf.matMul(hidden, w2, false, true), b2);
    const squares = tf.sum(tf.square(tf.mul(tf.sub(output, values), mask)), 1);
    return tf.sum(tf.mul(squares, tf.range(1, ratings.rows + 1))) as tf.Scalar;
  };
}

Deno.test("sparse operations and their gradients agree with dense tfjs, on any ratings", () => {
  fc.assert(
    fc.property(
      randomRatings,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom("sigmoid" as const, "tanh" as const),
      ({ ratings }, units, seed, kind) =>
        void tf.tidy(() => {
          const weights = weightsFor(ratings.columns, units, seed);
          const [sparse, dense] = [sparseLoss, denseLoss].map((loss) =>
            tf.valueAndGrads(loss(ratings, kind))(weights)
          );
          const pairs = [
            [sparse.value, dense.value],
            ...sparse.grads.map((gradient, at) => [gradient, dense.grads[at]]),
          ];
          for (const [ours, theirs] of pairs) {
            const expected = theirs.dataSync();
            const largest = Math.max(1, ...expected.map(Math.abs));
            ours.dataSync().forEach((number, at) => {
              assert.ok(
                Math.abs(number - expected[at]) <= 1e-4 * largest,
                `${number} is not ${expected[at]}`,
              );
            });
          }
        }),
    ),
    { numRuns: 60 },
  );
});

Deno.test("gradients agree with central finite differences, on any ratings", () => {
  fc.assert(
    fc.property(
      randomRatings,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 1e6 }),
      ({ ratings }, units, seed) =>
        void tf.tidy(() => {
          const weights = weightsFor(ratings.columns, units, seed);
          const loss = sparseLoss(ratings, "sigmoid");
          const { grads } = tf.valueAndGrads(loss)(weights);
          weights.forEach((tensor, index) => {
            const at = seed % tensor.size;
            const moved = (by: number) => {
              const numbers = tensor.dataSync().slice();
              numbers[at] += by;
              const changed = weights.with(
                index,
                tf.tensor(numbers, tensor.shape),
              );
              return loss(...changed).dataSync()[0];
            };
            const slope = (moved(0.02) - moved(-0.02)) / 0.04;
            const gradient = grads[index].dataSync()[at];
            assert.ok(
              Math.abs(gradient - slope) <= 1e-2 * Math.max(1, Math.abs(slope)),
              `${gradient} is not ${slope}`,
            );
          });
        }),
    ),
    { numRuns: 40 },
  );
});

Deno.test("sparse operations give the same on wasm and cpu", async () => {
  const ratings = toyRatings();
  const run = () =>
    tf.tidy(() => {
      const { value, grads } = tf.valueAndGrads(sparseLoss(ratings, "tanh"))(
        weightsFor(6, 3, 1),
      );
      return [value, ...grads].flatMap((tensor) => [...tensor.dataSync()]);
    });
  const wasm = run();
  await tf.setBackend("cpu");
  try {
    run().forEach((number, at) =>
      assert.ok(
        Math.abs(number - wasm[at]) <= 1e-4 * Math.max(1, Math.abs(number)),
      )
    );
  } finally {
    await tf.setBackend("wasm");
  }
});

Deno.test("training on cpu gives nearly the history of wasm", async () => {
  const history = async () => {
    using model = new StackedAutoencoder({
      visibleUnits: 6,
      hiddenUnits: [3, 2, 3],
    });
    return (await model.fit(toyRatings(), { epochs: 4, batchSize: 3 }))
      .trainLoss;
  };
  const wasm = await history();
  await tf.setBackend("cpu");
  try {
    (await history()).forEach((loss, epoch) =>
      assert.ok(Math.abs(loss - wasm[epoch]) < 1e-4)
    );
  } finally {
    await tf.setBackend("wasm");
  }
});

Deno.test("training goes on rightly when wasm's memory grows under it", async () => {
  const history = async (grow: boolean) => {
    using model = new StackedAutoencoder({
      visibleUnits: 6,
      hiddenUnits: [3, 2, 3],
    });
    const ballast: tf.Tensor[] = [];
    const { trainLoss } = await model.fit(toyRatings(), {
      epochs: 6,
      batchSize: 2,
      callbacks: {
        onBatchEnd: () => void (grow && ballast.push(tf.zeros([1_500_000]))),
      },
    });
    tf.dispose(ballast);
    return trainLoss;
  };
  assert.deepEqual(await history(true), await history(false));
});

Deno.test("the network inside answers with the newest weights, also after it answered before", async () => {
  // tfjs packs a weight matrix once for its products: stale, if changed in place.
  const ratings = toyRatings();
  using model = new StackedAutoencoder({
    visibleUnits: 6,
    hiddenUnits: [3, 2, 3],
    centring: "none",
  });
  const { values } = spreadOut(ratings);
  const ofNetwork = () =>
    tf.tidy(() => [...(model.network.apply(values) as tf.Tensor).dataSync()]);
  for (let round = 0; round < 3; round++) {
    await model.fit(ratings, { epochs: 1, learningRate: 0.1 });
    const ours = model.predict(ratings);
    ofNetwork().forEach((stars, at) =>
      assert.ok(Math.abs(stars - ours[at]) < 1e-4)
    );
  }
  values.dispose();
});

Deno.test("sparse operations refuse shapes that would reach outside their tensors", () => {
  const batch = sparseBatch(toyRatings());
  tf.tidy(() => {
    const [weights, bias] = [
      tf.zeros([5, 3]) as tf.Tensor2D,
      tf.zeros([3]) as tf.Tensor1D,
    ];
    assert.throws(() => sparseMatMul(batch, { weights, bias }), {
      name: "RangeError",
      message:
        /weights as its shape must be the \[6\].*: current shape is \[5\]/,
    });
    const right = tf.zeros([6, 3]) as tf.Tensor2D;
    assert.throws(
      () =>
        sparseMatMul(batch, {
          weights: right,
          bias: tf.zeros([2]) as tf.Tensor1D,
        }),
      { name: "RangeError", message: /bias/ },
    );
    assert.throws(
      () =>
        observedSquaredError(batch, tf.zeros([7, 3]) as tf.Tensor2D, {
          weights: right,
          bias: tf.zeros([6]) as tf.Tensor1D,
        }),
      { name: "RangeError", message: /hidden/ },
    );
  });
  tf.dispose([batch.indptr, batch.indices, batch.values]);
});

Deno.test("sparseBatch() refuses centres that are missing, and options that do not exist", () => {
  const before = tf.memory().numTensors;
  const ratings = toyRatings();
  for (const centres of [[3, 3], [3, 3, NaN]]) {
    assert.throws(() => sparseBatch(ratings, { centres, rows: [0, 2] }), {
      name: "RangeError",
      message: /^Cannot centre row 2 .*: current value is (undefined|NaN), /,
    });
  }
  assert.throws(() => sparseBatch(ratings, { row: [0] } as object), {
    name: "TypeError",
    message: /unknown option of sparseBatch.*current value is row$/,
  });
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("sparse operations refuse what their kernels would misread", () => {
  tf.tidy(() => {
    const batch = sparseBatch(toyRatings());
    const layer = {
      weights: tf.zeros([6, 3]) as tf.Tensor2D,
      bias: tf.zeros([3]) as tf.Tensor1D,
    };
    // Indices beyond the weights, and more rows than there are.
    const beyond = tf.fill([batch.size], 1e6, "int32") as tf.Tensor1D;
    for (const change of [{ indices: beyond }, { rows: 50 }]) {
      assert.throws(() => sparseMatMul({ ...batch, ...change }, layer), {
        name: "TypeError",
        message: /must be one that sparseBatch\(\) made/,
      });
    }
    const values = tf.ones([batch.size]) as tf.Tensor1D;
    assert.deepEqual(sparseMatMul({ ...batch, values }, layer).shape, [8, 3]);
    const whole = tf.zeros([6, 3], "int32") as tf.Tensor2D;
    assert.throws(() => sparseMatMul(batch, { ...layer, weights: whole }), {
      name: "TypeError",
      message:
        "Cannot use weights as its numbers must be of type float32: current value is int32",
    });
    assert.throws(() => activate("tanh", whole), /x as its numbers/);
    assert.throws(
      () => activate("relu" as "tanh", tf.scalar(1)),
      /activation as it must be one of sigmoid, tanh: current value is relu/,
    );
    // One row of hidden units would be broadcast to all.
    assert.throws(
      () =>
        multinomialError(batch, tf.zeros([1, 3]) as tf.Tensor2D, {
          weights: tf.zeros([3, 6]) as tf.Tensor2D,
          bias: tf.zeros([6]) as tf.Tensor1D,
        }),
      /hidden as its shape must be the \[8,3\].* is \[1,3\]/,
    );
  });
});
