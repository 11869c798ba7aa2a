import assert from "node:assert/strict";
import fc from "fast-check";
import { type RatingColumns, RatingMatrix } from "stacked-autoencoders/core";
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
      "Cannot use a user as it must be a whole number from 0 to 2: current value at entry 0 is 3",
    ],
    [
      { user: [0, -1], movie: [0, 0], stars: [1, 1] },
      "Cannot use a user as it must be a whole number from 0 to 2: current value at entry 1 is -1",
    ],
    [
      { user: [0], movie: [4], stars: [1] },
      "Cannot use a movie as it must be a whole number from 0 to 3: current value at entry 0 is 4",
    ],
    [
      { user: [0], movie: [0.5], stars: [1] },
      "Cannot use a movie as it must be a whole number from 0 to 3: current value at entry 0 is 0.5",
    ],
    [
      { user: [NaN], movie: [0], stars: [1] },
      "Cannot use a user as it must be a whole number from 0 to 2: current value at entry 0 is NaN",
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
  // 1e39 is finite, but not in the 32 bits in which stars are kept.
  for (const stars of [NaN, Infinity, 1e39]) {
    assert.throws(
      () => RatingMatrix.from({ user: [0], movie: [0], stars: [stars] }, shape),
      {
        name: "RangeError",
        message:
          `Cannot use a rating matrix as stars must be finite 32-bit numbers: current value at entry 0 is ${stars}`,
      },
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
      message:
        /users must be a whole number of at least 1 and at most 2147483647: current value is 0/,
    },
  );
});

Deno.test("RatingMatrix.from() says which column is missing, and that the shape is", () => {
  const full = { user: [0], movie: [0], stars: [1] };
  for (const name of ["user", "movie", "stars"] as const) {
    assert.throws(
      () => RatingMatrix.from({ ...full, [name]: undefined }, shape),
      {
        name: "TypeError",
        message: new RegExp(`current value of ${name} is undefined$`),
      },
    );
  }
  assert.throws(
    () => RatingMatrix.from(undefined as unknown as RatingColumns, shape),
    { name: "TypeError", message: /current value of user is undefined$/ },
  );
  assert.throws(
    () => RatingMatrix.from(full, null as unknown as typeof shape),
    { name: "TypeError", message: /users: 943.*: current value is null$/ },
  );
});

Deno.test("RatingMatrix.row() and get() refuse a row or column that is not there", () => {
  const ratings = RatingMatrix.from(
    { user: [0], movie: [0], stars: [1] },
    shape,
  );
  assert.throws(
    () => ratings.row(3),
    /Cannot use a row as it must be a whole number from 0 to 2: current value is 3/,
  );
  assert.throws(
    () => ratings.get(0, 4),
    /Cannot use a column as it must be a whole number from 0 to 3: current value is 4/,
  );
});

Deno.test("RatingMatrix.from() says that a BigInt, as polars gives them, is none of its numbers", () => {
  const user = new BigInt64Array([0n]) as unknown as ArrayLike<number>;
  assert.throws(
    () => RatingMatrix.from({ user, movie: [0], stars: [1] }, shape),
    { name: "RangeError", message: /from 0 to 2: .* is the BigInt 0$/ },
  );
  assert.throws(
    () =>
      RatingMatrix.from({ user: [], movie: [], stars: [] }, {
        users: 1,
        movies: 3e9,
      }),
    { name: "RangeError", message: /movies must .* is 3000000000$/ },
  );
});

Deno.test("RatingMatrix.requireIntact() refuses arrays that were written to, by row and value", () => {
  const make = () =>
    RatingMatrix.from({
      user: [0, 0, 2],
      movie: [0, 2, 1],
      stars: [5, 1, 3],
    }, shape);
  const changes: [(ratings: RatingMatrix) => void, RegExp][] = [
    [(r) => r.indices[2] = 9, /row 2 must .* from 0 to 3: .* is 9$/],
    [(r) => r.indices[0] = -1, /row 0 must .*: current value is -1$/],
    [(r) => r.indices[1] = 0, /row 0 must .* is 0 after 0$/],
    [(r) => r.stars[2] = NaN, /of row 2, column 1, is NaN$/],
    [(r) => r.indptr[3] = 8, /row 2 must lie .* 3 ratings: .* 2 to 8$/],
    [(r) => r.indptr[0] = -4, /row 0 must lie .* -4 to 2$/],
    [(r) => r.indptr[2] = 1, /row 1 must lie .* 2 to 1$/],
    [
      ({ stars }) => structuredClone(stars, { transfer: [stars.buffer] }),
      /within its 0 ratings/,
    ],
  ];
  make().requireIntact();
  for (const [change, message] of changes) {
    const ratings = make();
    change(ratings);
    assert.throws(() => ratings.requireIntact(), {
      name: "RangeError",
      message,
    });
  }
});
