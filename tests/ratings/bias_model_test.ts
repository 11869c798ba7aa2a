import assert from "node:assert/strict";
import fc from "fast-check";
import { BiasModel, RatingMatrix } from "stacked-autoencoders/core";
import { randomRatings } from "./_random_ratings.ts";

Deno.test("BiasModel.fit() finds the biases of a case solved by hand", () => {
  // One movie, no shrinkage of movies: the users' means are 5 and 2, μ = 3.5.
  // b_u minimises (5 − 3.5 − b)² + 1·b² → 0.75, and −0.75 for the other.
  const train = RatingMatrix.from(
    { user: [0, 1], movie: [0, 0], stars: [5, 2] },
    { users: 2, movies: 1 },
  );
  const model = BiasModel.fit(train, { userShrinkage: 1, movieShrinkage: 0 });
  assert.equal(model.mean, 3.5);
  assert.deepEqual([...model.userBias], [0.75, -0.75]);
  assert.deepEqual([...model.movieBias], [0]);
  assert.equal(model.predict(0, 0), 4.25);
});

Deno.test("BiasModel.fit() ends where its penalised squared error is flat", () => {
  const [userShrinkage, movieShrinkage] = [2, 3];
  fc.assert(fc.property(randomRatings, ({ ratings }) => {
    const model = BiasModel.fit(ratings, {
      userShrinkage,
      movieShrinkage,
      sweeps: 300,
    });
    const { user, movie, stars } = ratings.toColumns();
    const slopes = {
      user: model.userBias.map((bias) => userShrinkage * bias),
      movie: model.movieBias.map((bias) => movieShrinkage * bias),
    };
    stars.forEach((value, at) => {
      const error = model.predict(user[at], movie[at]) - value;
      slopes.user[user[at]] += error;
      slopes.movie[movie[at]] += error;
    });
    for (const slope of [...slopes.user, ...slopes.movie]) {
      assert.ok(Math.abs(slope) < 1e-6, `${slope}`);
    }
  }));
});

Deno.test("BiasModel.predict() answers the mean for a user and a movie without ratings", () => {
  const train = RatingMatrix.from(
    { user: [0, 0], movie: [0, 1], stars: [2, 3] },
    { users: 2, movies: 3 },
  );
  assert.equal(BiasModel.fit(train).predict(1, 2), 2.5);
});

Deno.test("BiasModel.predict() refuses rows and columns that do not exist", () => {
  const train = RatingMatrix.from({ user: [0], movie: [0], stars: [2] }, {
    users: 1,
    movies: 1,
  });
  assert.throws(() => BiasModel.fit(train).predict(0, 1), {
    name: "RangeError",
    message: /current values are 0 and 1/,
  });
});

Deno.test("BiasModel.fit() refuses no ratings and senseless options, by name", () => {
  const none = RatingMatrix.from({ user: [], movie: [], stars: [] }, {
    users: 1,
    movies: 1,
  });
  assert.throws(() => BiasModel.fit(none), {
    name: "RangeError",
    message: /0 ratings/,
  });
  const one = RatingMatrix.from({ user: [0], movie: [0], stars: [2] }, {
    users: 1,
    movies: 1,
  });
  assert.throws(
    () => BiasModel.fit(one, { userShrinkage: -1 }),
    /userShrinkage must be at least 0: current value is -1/,
  );
  assert.throws(
    () => BiasModel.fit(one, { movieShrinkage: NaN }),
    /movieShrinkage must be at least 0: current value is NaN/,
  );
  assert.throws(
    () => BiasModel.fit(one, { sweeps: 0 }),
    /sweeps must be at least 1: current value is 0/,
  );
});
