import assert from "node:assert/strict";
import {
  evaluateRanking,
  MostPopular,
  type MovieScorer,
  RatingMatrix,
} from "stacked-autoencoders/core";

const shape = { users: 4, movies: 6 };
const given = RatingMatrix.from(
  {
    user: [0, 0, 1, 2, 2, 3],
    movie: [0, 1, 0, 0, 5, 2],
    stars: [5, 3, 4, 2, 5, 1],
  },
  shape,
);
// User 3 has nothing held out.
const expected = RatingMatrix.from(
  { user: [0, 0, 1, 2], movie: [2, 4, 3, 1], stars: [5, 2, 4, 3] },
  shape,
);
/** Likes movies in the order of their columns. */
const inOrder: MovieScorer = {
  scores: (ratings, { rows = { length: ratings.rows } } = {}) =>
    Float32Array.from(
      { length: rows.length * ratings.columns },
      (_, at) => -(at % ratings.columns),
    ),
};

Deno.test("evaluateRanking() has lists of ten and counts every held-out rating by default", () => {
  const scores = evaluateRanking(inOrder, { given, expected });
  assert.deepEqual(
    scores,
    evaluateRanking(inOrder, { given, expected }, { k: 10, relevantFrom: 1 }),
  );
  assert.equal(scores.k, 10);
});

Deno.test("evaluateRanking() gives what a hand calculation gives", () => {
  // Lists of two: user 0 gets 2, 3 (2 hits, of 2 and 4); user 1 gets 1, 2
  // (3 is missed); user 2 gets 1, 2 (1 hits).
  const scores = evaluateRanking(inOrder, { given, expected }, { k: 2 });
  assert.deepEqual({ ...scores, ndcg: undefined, novelty: undefined }, {
    k: 2,
    users: 3,
    precision: (1 / 2 + 0 + 1 / 2) / 3,
    recall: (1 / 2 + 0 + 1) / 3,
    ndcg: undefined,
    hitRate: 2 / 3,
    meanReciprocalRank: 2 / 3,
    coverage: 3 / 6, // movies 1, 2, 3
    novelty: undefined,
  });
  const ndcg = (1 / (1 + Math.LN2 / Math.log(3)) + 0 + 1) / 3;
  assert.ok(Math.abs(scores.ndcg - ndcg) < 1e-12);
  // Movies 1 and 2 have one rating of four users, 3 none: always 2 bits.
  assert.equal(scores.novelty, 2);
});

Deno.test("evaluateRanking() lets relevantFrom leave out disliked movies and the users who have no other", () => {
  const scores = evaluateRanking(inOrder, { given, expected }, {
    k: 2,
    relevantFrom: 4,
  });
  // User 0: 2 of {2}; user 1: none of {3}; user 2 has only 3 stars.
  assert.equal(scores.users, 2);
  assert.equal(scores.recall, 1 / 2);
  assert.equal(scores.ndcg, 1 / 2);
  assert.throws(
    () => evaluateRanking(inOrder, { given, expected }, { relevantFrom: 6 }),
    /at least one user must have a relevant movie/,
  );
});

Deno.test("evaluateRanking() asks only for the users it counts, and never lists what they have rated", () => {
  let asked: number[] = [];
  const spy: MovieScorer = {
    scores(ratings, options = {}) {
      asked = Array.from(options.rows ?? []);
      return inOrder.scores(ratings, options);
    },
  };
  const scores = evaluateRanking(spy, { given, expected }, { k: 6 });
  assert.deepEqual(asked, [0, 1, 2]);
  // With k of the whole catalogue everything relevant is found.
  assert.equal(scores.recall, 1);
  assert.equal(scores.precision, (2 + 1 + 1) / 6 / 3);
});

Deno.test("evaluateRanking() refuses ratings of two shapes, ratings on both sides, and a limit that is no number", () => {
  const wider = RatingMatrix.from(
    { user: [0], movie: [6], stars: [3] },
    { users: 4, movies: 7 },
  );
  assert.throws(() => evaluateRanking(inOrder, { given, expected: wider }), {
    name: "RangeError",
    message: /current shapes are \[4, 6\] and \[4, 7\]/,
  });
  assert.throws(() => evaluateRanking(inOrder, { given, expected: given }), {
    name: "RangeError",
    message: /both given and expected: current value is row 0, column 0/,
  });
  assert.throws(
    () => evaluateRanking(inOrder, { given, expected }, { relevantFrom: NaN }),
    /relevantFrom must be a number of stars: current value is NaN/,
  );
});

Deno.test("MostPopular scores a movie by its number of ratings, alike for everyone", () => {
  const popular = MostPopular.fit(given);
  assert.deepEqual([...popular.counts], [3, 1, 1, 0, 0, 1]);
  assert.deepEqual(MostPopular.fit(given.transpose()), popular);
  assert.deepEqual([...popular.scores(given, { rows: [3, 0] })], [
    ...[3, 1, 1, 0, 0, 1],
    ...[3, 1, 1, 0, 0, 1],
  ]);
  assert.equal(popular.scores(given).length, 24);
});
