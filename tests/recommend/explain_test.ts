import assert from "node:assert/strict";
import fc from "fast-check";
import {
  explain,
  type MovieScorer,
  RatingMatrix,
  StackedAutoencoder,
} from "stacked-autoencoders";
import * as tf from "@tensorflow/tfjs";

const given = RatingMatrix.from(
  { user: [0, 0, 0, 1], movie: [0, 1, 2, 2], stars: [5, 1, 3, 4] },
  { users: 3, movies: 4 },
);

/** Scores that are a weighted sum of the ratings: effects known by hand. */
function linear(weights: number[], scale?: MovieScorer["scale"]): MovieScorer {
  return {
    scale,
    scores: (given) => {
      const scores = new Float32Array(given.rows * given.columns);
      for (let row = 0; row < given.rows; row++) {
        const { columns, stars } = given.row(row);
        columns.forEach((movie, at) => {
          scores[row * given.columns + 3] += weights[movie] * stars[at];
        });
      }
      return scores;
    },
  };
}

Deno.test("explain() finds weight × rating of each rating when the model is a sum", () => {
  const { score, reasons } = explain(linear([0.25, 2, -0.5, 0]), {
    given,
    user: 0,
    movie: 3,
  });
  assert.equal(score, 0.25 * 5 + 2 * 1 - 0.5 * 3);
  assert.deepEqual(reasons, [
    { movie: 1, stars: 1, effect: 2 },
    { movie: 2, stars: 3, effect: -1.5 },
    { movie: 0, stars: 5, effect: 1.25 },
  ]);
});

Deno.test("explain() says in its sentence what speaks for and against, and how much", () => {
  const titles = ["Alien", "Babe", "Cube", "Dune"];
  const asked = { given, user: 0, movie: 3, titles };
  const scale = { lowest: 1, highest: 5 };
  assert.equal(
    explain(linear([0.25, 2, -0.5, 0], scale), asked).sentence,
    "Dune: 1.8 stars, mostly because you gave Babe 1 star (+2.00) and Alien 5 stars (+1.25); you also gave Cube 3 stars (−1.50).",
  );
  assert.equal(
    explain(linear([-1, 0, 0, 0]), { ...asked, titles: undefined }).sentence,
    "movie 3, although you gave movie 0 5 stars (−5.00).",
  );
  assert.equal(
    explain(linear([0, 0, 0, 0]), asked).sentence,
    "Dune, and none of your ratings moved it.",
  );
});

Deno.test("explain() agrees with an autoencoder asked without each rating, one at a time", async () => {
  using model = new StackedAutoencoder({ visibleUnits: 4, hiddenUnits: [3] });
  await model.fit(given, { epochs: 30, learningRate: 0.05 });
  const before = tf.memory().numTensors;
  const { score, reasons } = explain(model, { given, user: 0, movie: 3 });
  assert.equal(tf.memory().numTensors, before);
  assert.equal(score, model.predict(given)[3]);
  assert.equal(reasons.length, 3);
  const { columns, stars } = given.row(0);
  for (const { movie, effect } of reasons) {
    const rest = Array.from(columns).filter((column) => column !== movie);
    const without = RatingMatrix.from({
      user: rest.map(() => 0),
      movie: rest,
      stars: rest.map((column) => stars[columns.indexOf(column)]),
    }, { users: 1, movies: 4 });
    assert.ok(Math.abs(effect - (score - model.predict(without)[3])) < 1e-6);
  }
});

Deno.test("explain() names every rating once, the largest effect first", () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
    (weights) => {
      const { reasons } = explain(linear([...weights, 0]), {
        given,
        user: 0,
        movie: 3,
      });
      assert.deepEqual(reasons.map(({ movie }) => movie).sort(), [0, 1, 2]);
      const sizes = reasons.map(({ effect }) => Math.abs(effect));
      assert.deepEqual(sizes, sizes.toSorted((a, b) => b - a));
    },
  ));
});

Deno.test("explain() refuses a user without ratings and places that are not there", () => {
  const model = linear([1, 1, 1, 1]);
  assert.throws(() => explain(model, { given, user: 2, movie: 3 }), {
    message:
      /the user must have ratings in given: current number of user 2 is 0/,
  });
  assert.throws(() => explain(model, { given, user: 3, movie: 3 }), {
    message: /user .* from 0 to 2: current value is 3$/,
  });
  assert.throws(() => explain(model, { given, user: 0, movie: 4 }), {
    message: /movie .* from 0 to 3: current value is 4$/,
  });
});
