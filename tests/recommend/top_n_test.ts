import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type MovieScorer,
  RatingMatrix,
  topN,
  topNForAll,
} from "stacked-autoencoders";

/** A scorer that says the same of every movie to everyone. */
function scorer(scores: number[], scale?: MovieScorer["scale"]): MovieScorer {
  return {
    scale,
    scores: (given, { rows } = {}) =>
      Float32Array.from(
        { length: (rows?.length ?? given.rows) * scores.length },
        (_, at) => scores[at % scores.length],
      ),
  };
}

const moviesOf = (list: { movie: number }[]) => list.map(({ movie }) => movie);

// Movies 0 … 4 have 3, 2, 1, 1 and 0 ratings.
const given = RatingMatrix.from(
  {
    user: [0, 0, 1, 1, 2, 2, 2],
    movie: [0, 1, 0, 2, 0, 1, 3],
    stars: [5, 4, 3, 2, 1, 5, 4],
  },
  { users: 3, movies: 5 },
);

Deno.test("topN() takes ten unseen movies with at least one rating when told nothing", () => {
  assert.deepEqual(topN(scorer([5, 4, 3, 2, 1]), { given, user: 0 }), [
    { movie: 2, score: 3 },
    { movie: 3, score: 2 },
  ]);
});

Deno.test("topN() ranks unclipped and shows clipped when the model names its scale", () => {
  const scale = { lowest: 1, highest: 5 };
  const model = scorer([0, 0, 5.5, 6.5, -2], scale);
  assert.deepEqual(topN(model, { given, user: 0, minimumSupport: 0 }), [
    { movie: 3, score: 6.5, stars: 5 },
    { movie: 2, score: 5.5, stars: 5 },
    { movie: 4, score: -2, stars: 1 },
  ]);
});

Deno.test("topN() puts the first column first when scores are equal", () => {
  const options = { given, user: 1, minimumSupport: 0 };
  assert.deepEqual(moviesOf(topN(scorer([1, 1, 1, 1, 1]), options)), [1, 3, 4]);
  assert.deepEqual(
    moviesOf(topN(scorer([1, 1, 1, 2, 2]), { ...options, n: 2 })),
    [3, 4],
  );
});

Deno.test("topN() keeps to minimumSupport, counted in train, and to the filter", () => {
  const model = scorer([1, 2, 3, 4, 5]);
  const stranger = RatingMatrix.from({ user: [], movie: [], stars: [] }, {
    users: 2,
    movies: 5,
  });
  const options = { given: stranger, user: 0, train: given };
  assert.deepEqual(
    moviesOf(topN(model, { ...options, minimumSupport: 2 })),
    [1, 0],
  );
  assert.deepEqual(
    moviesOf(topN(model, { ...options, filter: (movie) => movie % 2 === 0 })),
    [2, 0],
  );
  assert.deepEqual(topN(model, { ...options, filter: () => false }), []);
});

Deno.test("topN() gives what is left when n is larger than the catalogue, nothing when all is seen", () => {
  const all = RatingMatrix.from(
    { user: [0, 0, 1], movie: [0, 1, 0], stars: [1, 2, 3] },
    { users: 2, movies: 2 },
  );
  assert.deepEqual(topN(scorer([1, 2]), { given: all, user: 0, n: 99 }), []);
  assert.equal(topN(scorer([1, 2]), { given: all, user: 1, n: 99 }).length, 1);
});

Deno.test("topN() is the full sort of what the user has not rated, cut off", () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 }),
    fc.nat(),
    fc.integer({ min: 1, max: 12 }),
    (scores, bits, n) => {
      const rated = scores.map((_, movie) => movie)
        .filter((movie) => (bits >> (movie % 31)) & 1);
      const given = RatingMatrix.from({
        user: rated.map(() => 0),
        movie: rated,
        stars: rated.map(() => 3),
      }, { users: 1, movies: scores.length });
      const list = topN(scorer(scores), {
        given,
        user: 0,
        n,
        minimumSupport: 0,
      });
      const sorted = scores.map((score, movie) => ({ movie, score }))
        .filter(({ movie }) => !rated.includes(movie))
        .sort((a, b) => b.score - a.score || a.movie - b.movie);
      assert.deepEqual(list, sorted.slice(0, n));
    },
  ));
});

Deno.test("topNForAll() gives each row topN()'s list when there are several batches of rows", () => {
  // User u has rated movies u and 2u, counted round.
  const users = Array.from({ length: 600 }, (_, user) => user);
  const pairs = users.flatMap((user) =>
    [...new Set([user % 12, 2 * user % 12])].map((movie) => ({ user, movie }))
  );
  const many = RatingMatrix.from({
    user: pairs.map(({ user }) => user),
    movie: pairs.map(({ movie }) => movie),
    stars: pairs.map(() => 3),
  }, { users: 600, movies: 12 });
  const model: MovieScorer = {
    // Another order for each row, told from the ratings it is asked about.
    scores: (_given, { rows = [] } = {}) =>
      Float32Array.from(
        { length: rows.length * 12 },
        (_, at) => ((rows[Math.floor(at / 12)] + 1) * (at % 12 + 3)) % 17,
      ),
  };
  const lists = topNForAll(model, { given: many, n: 3 });
  assert.equal(lists.length, 600);
  for (const user of [0, 255, 256, 599]) {
    assert.deepEqual(lists[user], topN(model, { given: many, user, n: 3 }));
    for (const { movie } of lists[user]) {
      assert.equal(many.get(user, movie), undefined);
    }
  }
});

Deno.test("topN() refuses what makes no sense by name", () => {
  const model = scorer([1, 2, 3, 4, 5]);
  const refused = (options: object, message: RegExp) =>
    assert.throws(
      () => topN(model, { given, user: 0, ...options } as never),
      { message },
    );
  refused(
    { user: 3 },
    /^Cannot use user as it must be a whole number from 0 to 2: current value is 3$/,
  );
  refused({ user: -1 }, /user .* current value is -1$/);
  refused(
    { n: 0 },
    /^Cannot use n as it must be a whole number of at least 1: current value is 0$/,
  );
  refused({ minimumSupport: 1.5 }, /minimumSupport .* current value is 1.5$/);
  refused({ filter: [true] }, /filter must be a function/);
  refused(
    { exclude: [1] },
    /unknown option of topN.*current value is exclude$/,
  );
  refused(
    { given: given.transpose() },
    /one row a user: current value is one row a movie$/,
  );
  refused({ given: [] }, /given must be a RatingMatrix/);
  refused(
    {
      train: RatingMatrix.from({ user: [], movie: [], stars: [] }, {
        users: 1,
        movies: 2,
      }),
    },
    /same movies: current numbers of columns are 5 and 2$/,
  );
});

Deno.test("topN() refuses to count the support in a single user's ratings", () => {
  const one = RatingMatrix.from({ user: [0], movie: [0], stars: [5] }, {
    users: 1,
    movies: 2,
  });
  const model = scorer([1, 2]);
  assert.throws(() => topN(model, { given: one, user: 0 }), {
    message: /pass train \(foldIn does\), or minimumSupport: 0$/,
  });
  assert.equal(
    topN(model, { given: one, user: 0, minimumSupport: 0 }).length,
    1,
  );
});

Deno.test("topN() refuses scores that are too few or not finite", () => {
  const asked = { given, user: 0 };
  assert.throws(() => topN(scorer([1, 2, 3]), asked), {
    message: /score every movie for every row, 5 in all: current number is 3$/,
  });
  assert.throws(() => topN(scorer([1, 2, 3, NaN, 5]), asked), {
    message: /scores must be finite numbers: current value is NaN$/,
  });
});
