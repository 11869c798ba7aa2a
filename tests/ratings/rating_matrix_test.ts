import assert from "node:assert/strict";
import fc from "fast-check";
import { RatingMatrix } from "stacked-autoencoders/core";
import { randomRatings } from "./_random_ratings.ts";

const shape = { users: 3, movies: 4 };

Deno.test("RatingMatrix.from() stores every rating where it belongs, and nothing else", () => {
  fc.assert(fc.property(randomRatings, ({ entries, ratings }) => {
    const told = new Map(entries.map((e) => [`${e.user},${e.movie}`, e.stars]));
    for (let user = 0; user < ratings.users; user++) {
      for (let movie = 0; movie < ratings.movies; movie++) {
        assert.equal(ratings.get(user, movie), told.get(`${user},${movie}`));
      }
    }
    assert.equal(ratings.size, entries.length);
  }));
});

Deno.test("RatingMatrix.from() sorts the columns of each row", () => {
  fc.assert(fc.property(randomRatings, ({ ratings }) => {
    for (let row = 0; row < ratings.rows; row++) {
      const { columns } = ratings.row(row);
      assert.deepEqual(columns, columns.toSorted());
    }
  }));
});

Deno.test("RatingMatrix.transpose() exchanges rows and columns, and twice gives the same", () => {
  fc.assert(fc.property(randomRatings, ({ entries, ratings }) => {
    const byMovie = ratings.transpose();
    assert.deepEqual(
      [byMovie.rowsAre, byMovie.rows, byMovie.users, byMovie.movies],
      ["movies", ratings.movies, ratings.users, ratings.movies],
    );
    for (const { user, movie, stars } of entries) {
      assert.equal(byMovie.get(movie, user), stars);
    }
    assert.deepEqual(byMovie.transpose(), ratings);
  }));
});

Deno.test("RatingMatrix.toColumns() is the inverse of from(), also when transposed", () => {
  fc.assert(fc.property(randomRatings, ({ ratings }) => {
    assert.deepEqual(RatingMatrix.from(ratings.toColumns(), ratings), ratings);
    const transposed = ratings.transpose().toColumns();
    assert.deepEqual(RatingMatrix.from(transposed, ratings), ratings);
  }));
});

Deno.test("RatingMatrix.density is the filled share of the table", () => {
  const ratings = RatingMatrix.from(
    { user: [0, 1, 2], movie: [0, 1, 2], stars: [1, 2, 3] },
    shape,
  );
  assert.equal(ratings.density, 3 / 12);
});

Deno.test("RatingMatrix.from() refuses what would read or write outside the table", () => {
  const refused = [
    [
      { user: [3], movie: [0], stars: [1] },
      "Cannot use a user outside 0 … 2: current value at entry 0 is 3",
    ],
    [
      { user: [0, -1], movie: [0, 0], stars: [1, 1] },
      "Cannot use a user outside 0 … 2: current value at entry 1 is -1",
    ],
    [
      { user: [0], movie: [4], stars: [1] },
      "Cannot use a movie outside 0 … 3: current value at entry 0 is 4",
    ],
    [
      { user: [0], movie: [0.5], stars: [1] },
      "Cannot use a movie outside 0 … 3: current value at entry 0 is 0.5",
    ],
    [
      { user: [NaN], movie: [0], stars: [1] },
      "Cannot use a user outside 0 … 2: current value at entry 0 is NaN",
    ],
  ] as const;
  for (const [columns, message] of refused) {
    assert.throws(() => RatingMatrix.from(columns, shape), {
      name: "RangeError",
      message,
    });
  }
});

Deno.test("RatingMatrix.from() refuses ratings that are not numbers, and a pair that comes twice", () => {
  for (const stars of [NaN, Infinity]) {
    assert.throws(
      () => RatingMatrix.from({ user: [0], movie: [0], stars: [stars] }, shape),
      { name: "RangeError", message: new RegExp(`at entry 0 is ${stars}$`) },
    );
  }
  assert.throws(
    () =>
      RatingMatrix.from(
        { user: [1, 0, 1], movie: [2, 0, 2], stars: [4, 4, 4] },
        shape,
      ),
    { name: "RangeError", message: /user 1 rates movie 2 twice/ },
  );
});

Deno.test("RatingMatrix.from() refuses columns of different lengths and an impossible shape", () => {
  assert.throws(
    () => RatingMatrix.from({ user: [0, 1], movie: [0], stars: [1] }, shape),
    { name: "RangeError", message: /2 users, 1 movies and 1 stars/ },
  );
  assert.throws(
    () =>
      RatingMatrix.from({ user: [], movie: [], stars: [] }, {
        users: 0,
        movies: 1,
      }),
    {
      name: "RangeError",
      message: /users must be a whole number of at least 1: current value is 0/,
    },
  );
});

Deno.test("RatingMatrix.row() and get() refuse a row or column that is not there", () => {
  const ratings = RatingMatrix.from(
    { user: [0], movie: [0], stars: [1] },
    shape,
  );
  assert.throws(
    () => ratings.row(3),
    /Cannot use a row outside 0 … 2: current value is 3/,
  );
  assert.throws(
    () => ratings.get(0, 4),
    /Cannot use a column outside 0 … 3: current value is 4/,
  );
});
