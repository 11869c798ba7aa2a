import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  multinomialError,
  Random,
  RatingMatrix,
  sparseBatch,
} from "stacked-autoencoders";
import { randomRatings } from "../../ratings/_random_ratings.ts";

/** A row's hidden values, weights and biases, drawn from a seed. */
function numbersFor(
  { rows, columns }: RatingMatrix,
  units: number,
  seed: number,
) {
  const random = new Random(seed);
  return [[rows, units], [units, columns], [columns]].map((shape) =>
    tf.tensor(
      Float32Array.from(
        { length: shape[0] * (shape[1] ?? 1) },
        () => random.normal(),
      ),
      shape,
    )
  );
}

type Loss = (...numbers: tf.Tensor[]) => tf.Scalar;

/** Rows weigh differently, so that their slopes do. */
function weighed(errors: tf.Tensor, rows: number) {
  return tf.sum(tf.mul(errors, tf.range(1, rows + 1))) as tf.Scalar;
}

function ours(ratings: RatingMatrix): Loss {
  const batch = sparseBatch(ratings);
  return (hidden, weights, bias) =>
    weighed(
      multinomialError(batch, hidden as tf.Tensor2D, {
        weights: weights as tf.Tensor2D,
        bias: bias as tf.Tensor1D,
      }),
      ratings.rows,
    );
}

/** The definition, left to tfjs: softmax, its logarithm, a mask. */
function dense(ratings: RatingMatrix): Loss {
  const held = tf.buffer([ratings.rows, ratings.columns]);
  const { user, movie } = ratings.toColumns();
  user.forEach((row, at) => held.set(1, row, movie[at]));
  const mask = held.toTensor();
  return (hidden, weights, bias) => {
    const outputs = tf.add(tf.matMul(hidden, weights), bias);
    const logs = tf.log(tf.softmax(outputs as tf.Tensor2D));
    return weighed(tf.neg(tf.sum(tf.mul(logs, mask), 1)), ratings.rows);
  };
}

Deno.test("multinomialError() gives what a hand calculation gives", () => {
  // Outputs ln 1, ln 2, ln 5: chances 1/8, 2/8, 5/8. Row 0 holds movies 0 and 2.
  const ratings = RatingMatrix.from(
    { user: [0, 0, 1], movie: [2, 0, 1], stars: [1, 5, 3] },
    { users: 3, movies: 3 },
  );
  tf.tidy(() => {
    const errors = multinomialError(sparseBatch(ratings), tf.ones([3, 1]), {
      weights: tf.tensor2d([[0, Math.LN2, 0]]),
      bias: tf.tensor1d([0, 0, Math.log(5)]),
    });
    const expected = [Math.log(8) + Math.log(8 / 5), Math.log(4), 0];
    errors.dataSync().forEach((error, row) =>
      assert.ok(Math.abs(error - expected[row]) < 1e-6, `${row}: ${error}`)
    );
  });
});

Deno.test("multinomialError() and its gradients agree with tfjs's own softmax, on wasm and on cpu", async () => {
  const some = fc.sample(
    fc.tuple(randomRatings, fc.integer({ min: 1, max: 9 })),
    { numRuns: 40, seed: 7 },
  );
  const found: Record<string, number[][]> = {};
  for (const backend of ["cpu", "wasm"]) {
    await tf.setBackend(backend);
    found[backend] = some.map(([{ ratings }, units], seed) =>
      tf.tidy(() => {
        const numbers = numbersFor(ratings, units, seed);
        const [sparse, plain] = [ours, dense].map((loss) => {
          const { value, grads } = tf.valueAndGrads(loss(ratings))(numbers);
          return [value, ...grads].flatMap((tensor) => [...tensor.dataSync()]);
        });
        assertNear(sparse, plain);
        return sparse;
      })
    );
  }
  found.cpu.forEach((numbers, at) => assertNear(found.wasm[at], numbers));
});

function assertNear(actual: number[], expected: number[]) {
  const largest = Math.max(1, ...expected.map(Math.abs));
  assert.equal(actual.length, expected.length);
  actual.forEach((number, at) =>
    assert.ok(
      Math.abs(number - expected[at]) <= 1e-5 * largest,
      `${number} is not ${expected[at]}`,
    )
  );
}

Deno.test("multinomialError()'s gradients agree with central finite differences", () => {
  fc.assert(
    fc.property(
      randomRatings,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 1e6 }),
      ({ ratings }, units, seed) =>
        void tf.tidy(() => {
          const numbers = numbersFor(ratings, units, seed);
          const loss = ours(ratings);
          const { grads } = tf.valueAndGrads(loss)(numbers);
          numbers.forEach((tensor, index) => {
            const at = seed % tensor.size;
            const moved = (by: number) => {
              const values = tensor.dataSync<"float32">().slice();
              values[at] += by;
              const changed = numbers.with(
                index,
                tf.tensor(values, tensor.shape),
              );
              return loss(...changed).dataSync()[0];
            };
            const slope = (moved(0.01) - moved(-0.01)) / 0.02;
            const value = loss(...numbers).dataSync()[0];
            // Half a unit in the last place of the loss, over the step.
            const rounding = 1e-7 * Math.max(1, value) / 0.01;
            const gradient = grads[index].dataSync()[at];
            assert.ok(
              Math.abs(slope - gradient) <=
                2 * rounding + 0.01 * Math.max(1, Math.abs(gradient)),
              `${gradient} is not ${slope}`,
            );
          });
        }),
    ),
    { numRuns: 40 },
  );
});
