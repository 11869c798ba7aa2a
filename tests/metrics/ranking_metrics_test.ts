import assert from "node:assert/strict";
import fc from "fast-check";
import {
  catalogueCoverage,
  hitAtK,
  ndcgAtK,
  novelty,
  precisionAtK,
  RatingMatrix,
  recallAtK,
  reciprocalRankAtK,
} from "stacked-autoencoders/core";

const metrics = [precisionAtK, recallAtK, ndcgAtK, hitAtK, reciprocalRankAtK];

const users = {
  a: { list: [7, 3, 9, 1, 5], relevant: new Set([3, 1, 5]) },
  b: { list: [0, 2, 4, 6, 8], relevant: new Set([9, 8]) },
  c: { list: [1, 2, 3, 4, 5], relevant: new Set([1, 2, 3, 4, 5, 6, 7]) },
};

// From ranx 0.3.21 (Python), the lists as runs of falling scores:
//   evaluate(Qrels({u: {m: 1 for m in relevant}}), Run({u: {m: 10 - place}}),
//            [f"{m}@{k}" for m in ("precision", "recall", "ndcg", "hit_rate", "mrr")])
// and run.scores, user by user. scikit-learn 1.9.1's ndcg_score([y], [s], k=k)
// and pytrec_eval-terrier 0.5.11's ndcg_cut_4, P_4, recall_4 and recip_rank (at 5) give
// the same to 15 digits.
const outside: [keyof typeof users, number, number[]][] = [
  ["a", 1, [0, 0, 0, 0, 0]],
  ["a", 3, [
    0.3333333333333333,
    0.3333333333333333,
    0.2960819109658652,
    1,
    0.5,
  ]],
  ["a", 4, [0.5, 0.6666666666666666, 0.49818925746641285, 1, 0.5]],
  ["a", 5, [0.6, 1, 0.6797310500037655, 1, 0.5]],
  ["b", 4, [0, 0, 0, 0, 0]],
  ["b", 5, [0.2, 0.5, 0.23719771276929622, 1, 0.2]],
  ["c", 1, [1, 0.14285714285714285, 1, 1, 1]],
  ["c", 3, [1, 0.42857142857142855, 1, 1, 1]],
  ["c", 5, [1, 0.7142857142857143, 1, 1, 1]],
];

Deno.test("precisionAtK(), recallAtK(), ndcgAtK(), hitAtK() and reciprocalRankAtK() give what ranx, scikit-learn and trec_eval give", () => {
  for (const [user, k, expected] of outside) {
    const { list, relevant } = users[user];
    metrics.forEach((metric, at) => {
      const value = metric(list, relevant, { k });
      assert.ok(
        Math.abs(value - expected[at]) < 1e-15,
        `${metric.name} of ${user} at ${k}: ${value}, not ${expected[at]}`,
      );
    });
  }
});

Deno.test("ndcgAtK() gives what a hand calculation gives", () => {
  // Places 2 and 4 hit: 1/log₂3 + 1/log₂5; best: places 1, 2, 3.
  const [log3, log5] = [Math.log(3), Math.log(5)].map((x) => x / Math.LN2);
  const expected = (1 / log3 + 1 / log5) / (1 + 1 / log3 + 1 / 2);
  const { list, relevant } = users.a;
  assert.ok(Math.abs(ndcgAtK(list, relevant, { k: 4 }) - expected) < 1e-15);
});

Deno.test("precisionAtK() does not excuse a list shorter than k", () => {
  assert.equal(precisionAtK([1], new Set([1]), { k: 4 }), 0.25);
  assert.equal(recallAtK([1], new Set([1]), { k: 4 }), 1);
  assert.equal(precisionAtK([], new Set([1]), { k: 4 }), 0);
});

const someList = fc.record({
  list: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }),
  relevant: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 })
    .map((movies) => new Set(movies)),
  k: fc.integer({ min: 1, max: 25 }),
});

Deno.test("every list metric lies between 0 and 1, and is 0 together with the others", () => {
  fc.assert(fc.property(someList, ({ list, relevant, k }) => {
    const values = metrics.map((metric) => metric(list, relevant, { k }));
    assert.ok(values.every((value) => value >= 0 && value <= 1 + 1e-12));
    assert.equal(new Set(values.map((value) => value === 0)).size, 1);
  }));
});

Deno.test("no list metric falls when a hit moves up a place", () => {
  fc.assert(fc.property(someList, ({ list, relevant, k }) => {
    const place = list.findIndex((movie, at) =>
      at > 0 && relevant.has(movie) && !relevant.has(list[at - 1])
    );
    fc.pre(place > 0);
    const better = list.with(place - 1, list[place]).with(
      place,
      list[place - 1],
    );
    for (const metric of metrics) {
      assert.ok(
        metric(better, relevant, { k }) >= metric(list, relevant, { k }),
      );
    }
    if (place < k) {
      assert.ok(
        ndcgAtK(better, relevant, { k }) > ndcgAtK(list, relevant, { k }),
      );
    }
  }));
});

Deno.test("ndcgAtK() is 1 for all relevant movies first, in any order", () => {
  fc.assert(fc.property(someList, ({ list, relevant, k }) => {
    const ideal = [
      ...relevant,
      ...list.filter((movie) => !relevant.has(movie)),
    ];
    assert.ok(Math.abs(ndcgAtK(ideal, relevant, { k }) - 1) < 1e-12);
  }));
});

Deno.test("every list metric refuses a list with a movie twice, no relevant movie, and a k that is no count", () => {
  for (const metric of metrics) {
    assert.throws(() => metric([4, 2, 4], new Set([1]), { k: 2 }), {
      name: "RangeError",
      message:
        "Cannot score a list as it must name a movie once: current value at places 0 and 2 is 4",
    });
    assert.throws(() => metric([4], new Set(), { k: 2 }), {
      name: "RangeError",
      message: /at least one relevant movie: current value is 0/,
    });
    for (const k of [0, -1, 1.5, NaN, Infinity]) {
      assert.throws(() => metric([4], new Set([1]), { k }), {
        name: "RangeError",
        message:
          `Cannot score a list as k must be a whole number of at least 1: current value is ${k}`,
      });
    }
  }
});

Deno.test("catalogueCoverage() counts each movie once, however often it is shown", () => {
  assert.equal(catalogueCoverage([[0, 1], [1, 0], [4]], { movies: 8 }), 3 / 8);
  assert.equal(catalogueCoverage([[], []], { movies: 8 }), 0);
  assert.throws(() => catalogueCoverage([], { movies: 8 }), /0 lists/);
  assert.throws(
    () => catalogueCoverage([[8]], { movies: 8 }),
    /columns from 0 to 7: current value is 8/,
  );
});

Deno.test("novelty() is the mean self-information of the places, in bits", () => {
  // Eight users: all rate movie 0, two movie 1, one movie 2, none movie 3.
  const user = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 0];
  const movie = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2];
  const train = RatingMatrix.from(
    { user, movie, stars: user.map(() => 3) },
    { users: 8, movies: 4 },
  );
  // 0, 2 and 3 bits by hand; the unrated movie counts as one rating: 3 bits.
  assert.equal(novelty([[0], [1], [2], [3]], train), (0 + 2 + 3 + 3) / 4);
  assert.equal(novelty([[0, 1], [1]], train), 4 / 3);
  assert.equal(novelty([[2, 1]], train.transpose()), 2.5);
  assert.throws(() => novelty([[], []], train), /0 movies/);
  assert.throws(
    () => novelty([[-1]], train),
    /from 0 to 3: current value is -1/,
  );
});
