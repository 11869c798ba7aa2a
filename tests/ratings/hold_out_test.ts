import assert from "node:assert/strict";
import fc from "fast-check";
import { holdOut, Random, RatingMatrix } from "stacked-autoencoders/core";
import { randomRatings } from "./_random_ratings.ts";

Deno.test("holdOut() divides the ratings: none is lost, none is in both parts, no row is emptied", () => {
  fc.assert(fc.property(
    // More ratings than rows: some row can spare one.
    randomRatings.filter(({ ratings }) =>
      ratings.size >= 4 && ratings.size > ratings.rows
    ),
    fc.integer({ min: 0, max: 1000 }),
    ({ entries, ratings }, seed) => {
      const { kept, held } = holdOut(ratings, {
        share: 0.3,
        random: new Random(seed),
      });
      for (const { user, movie, stars } of entries) {
        assert.deepEqual(
          [kept.get(user, movie), held.get(user, movie)].filter((found) =>
            found !== undefined
          ),
          [stars],
        );
        assert.ok(kept.row(user).stars.length > 0);
      }
      assert.equal(kept.size + held.size, ratings.size);
    },
  ));
});

Deno.test("holdOut() holds out the share asked for, and the same ratings for the same seed", () => {
  const users = 20;
  const all = Array.from({ length: users * 50 }, (_, at) => at);
  const ratings = RatingMatrix.from({
    user: all.map((at) => at % users),
    movie: all.map((at) => Math.floor(at / users)),
    stars: all.map((at) => 1 + at % 5),
  }, { users, movies: 50 });
  const held = (seed: number) =>
    holdOut(ratings, { share: 0.05, random: new Random(seed) }).held;
  assert.equal(held(1).size, 50);
  assert.deepEqual(held(1), held(1));
  assert.notDeepEqual(held(1), held(2));
});

Deno.test("holdOut() refuses a share that leaves nothing on one side", () => {
  const ratings = RatingMatrix.from({ user: [0], movie: [0], stars: [2] }, {
    users: 1,
    movies: 1,
  });
  for (const share of [0, 1, -0.1, NaN, 0.01]) {
    assert.throws(
      () => holdOut(ratings, { share, random: new Random(1) }),
      {
        name: "RangeError",
        message: new RegExp(`current value is ${share} of 1 ratings`),
      },
    );
  }
});

Deno.test("holdOut() keeps rows rows: of transposed ratings both parts have one row a movie", () => {
  // More ratings than movies: some movie has two.
  const spare = randomRatings.filter(({ ratings }) =>
    ratings.size >= 4 && ratings.size > ratings.movies
  );
  fc.assert(fc.property(
    spare,
    ({ ratings }) => {
      const byMovie = ratings.transpose();
      const random = new Random(1);
      const parts = holdOut(byMovie, { share: 0.3, random });
      for (const part of [parts.kept, parts.held]) {
        assert.equal(part.rowsAre, "movies");
        assert.equal(part.rows, byMovie.rows);
      }
      for (let movie = 0; movie < byMovie.rows; movie++) {
        const had = byMovie.row(movie).stars.length;
        const kept = parts.kept.row(movie).stars.length;
        assert.equal(kept + parts.held.row(movie).stars.length, had);
        assert.ok(had === 0 || kept > 0);
      }
    },
  ));
});

Deno.test("holdOut() refuses ratings of which no row can spare one", () => {
  const ratings = RatingMatrix.from(
    { user: [0, 1], movie: [0, 1], stars: [2, 3] },
    { users: 2, movies: 2 },
  );
  assert.throws(
    () => holdOut(ratings, { share: 0.5, random: new Random(1) }),
    { name: "RangeError", message: /is 2 ratings in as many rows$/ },
  );
});
