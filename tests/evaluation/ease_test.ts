import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import { Ease, Random, RatingMatrix } from "stacked-autoencoders";
import { Cholesky } from "../../lib/evaluation/_cholesky.ts";
import { inverse } from "../../lib/evaluation/_inverse.ts";
import { randomRatings } from "../ratings/_random_ratings.ts";

Deno.test("Cholesky.solve() gives what a hand calculation gives", () => {
  // 4x + 2y = 10, 2x + 5y = 17: x = 1, y = 3.
  const factored = new Cholesky([[4], [2, 5]]);
  assert.deepEqual([...factored.solve([10, 17])], [1, 3]);
  assert.throws(() => new Cholesky([[1], [2, 1]]), {
    name: "RangeError",
    message: /must be positive definite: current value of pivot 1 is NaN/,
  });
});

Deno.test("inverse() gives the identity with its matrix, by hand and by quarters", () => {
  const before = tf.memory().numTensors;
  // [[2, 1], [1, 2]]⁻¹ = [[2, −1], [−1, 2]] / 3.
  const matrix = tf.tensor2d([[2, 1], [1, 2]]);
  const small = inverse(matrix);
  [2 / 3, -1 / 3, -1 / 3, 2 / 3].forEach((value, at) =>
    assert.ok(Math.abs(small.dataSync()[at] - value) < 1e-6)
  );
  tf.dispose([matrix, small]);
  for (const n of [1, 64, 65, 300]) {
    tf.tidy(() => {
      const random = new Random(n);
      const half = tf.tensor2d(
        Float32Array.from({ length: n * n }, () => random.normal()),
        [n, n],
      );
      const matrix = tf.add<tf.Tensor2D>(
        tf.matMul(tf.transpose(half), half),
        tf.mul(n, tf.eye(n)),
      );
      const off = tf.sub(tf.matMul(matrix, inverse(matrix)), tf.eye(n));
      const worst = tf.max(tf.abs(off)).dataSync()[0];
      assert.ok(worst < 1e-4, `${n}: ${worst}`);
    });
  }
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("Ease.fit() gives what a hand calculation gives, whatever the stars", () => {
  // XᵀX + 1 = [[3, 1], [1, 2]], P = [[2, −1], [−1, 3]] / 5:
  // B₀₁ = (1/5) / (3/5) = 1/3, B₁₀ = (1/5) / (2/5) = 1/2.
  const train = RatingMatrix.from(
    { user: [0, 0, 1], movie: [0, 1, 0], stars: [5, 1, 2] },
    { users: 3, movies: 2 },
  );
  const ease = Ease.fit(train, { l2: 1 });
  const expected = [0, 1 / 3, 1 / 2, 0];
  ease.weights.forEach((weight, at) =>
    assert.ok(Math.abs(weight - expected[at]) < 1e-6)
  );
  const [own, other] = ease.scores(train, { rows: [1] });
  assert.deepEqual([own, Math.abs(other - 1 / 3) < 1e-6], [0, true]);
  assert.deepEqual([...ease.scores(train, { rows: [2] })], [0, 0]);
});

Deno.test("Ease's weights are those of a ridge regression of each movie on the others", () => {
  fc.assert(
    fc.property(
      randomRatings,
      fc.double({ min: 0.5, max: 50, noNaN: true }),
      ({ ratings }, l2) => {
        const { movies } = ratings;
        const ease = Ease.fit(ratings, { l2 });
        const raters = (movie: number) =>
          new Set(ratings.transpose().row(movie).columns);
        for (let movie = 0; movie < movies; movie++) {
          const others = [...Array(movies).keys()].filter((one) =>
            one !== movie
          );
          if (others.length === 0) continue;
          const common = (a: number, b: number) =>
            raters(a).intersection(raters(b)).size;
          const expected = new Cholesky(
            others.map((a) =>
              others.map((b) => common(a, b) + (a === b ? l2 : 0))
            ),
          ).solve(others.map((a) => common(a, movie)));
          others.forEach((other, at) => {
            const weight = ease.weights[other * movies + movie];
            assert.ok(Math.abs(weight - expected[at]) < 1e-4, `${weight}`);
          });
          assert.equal(ease.weights[movie * movies + movie], 0);
        }
      },
    ),
    { numRuns: 25 },
  );
});

Deno.test("Ease has λ 500 by default, leaves no tensor, and refuses what makes no sense", () => {
  const train = RatingMatrix.from(
    { user: [0, 0], movie: [0, 1], stars: [5, 1] },
    { users: 1, movies: 2 },
  );
  const before = tf.memory().numTensors;
  const ease = Ease.fit(train);
  assert.deepEqual(ease, Ease.fit(train, { l2: 500 }));
  assert.equal(tf.memory().numTensors, before);
  for (const l2 of [0, -1, NaN]) {
    assert.throws(() => Ease.fit(train, { l2 }), {
      name: "RangeError",
      message:
        `Cannot use l2 as it must be a number above 0: current value is ${l2}`,
    });
  }
  assert.throws(
    () => Ease.fit(train, { lambda: 1 } as object),
    /unknown option of Ease.fit/,
  );
  const wider = RatingMatrix.from(
    { user: [0], movie: [0], stars: [1] },
    { users: 1, movies: 3 },
  );
  assert.throws(() => ease.scores(wider), /are 3 columns and 2 movies/);
});
