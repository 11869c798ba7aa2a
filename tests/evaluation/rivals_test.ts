import assert from "node:assert/strict";
import {
  BiasModel,
  FactorModel,
  HighestMean,
  ImplicitFactors,
  ItemKnn,
  ItemKnnRanker,
  rankByStars,
  RatingMatrix,
} from "stacked-autoencoders/core";
import { toyRatings } from "../autoencoder/_toy.ts";

const near = (actual: number, expected: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - expected) < by, `${actual} is not ${expected}`);

const train = RatingMatrix.from(
  { user: [0, 0, 1, 1, 2], movie: [0, 1, 0, 1, 0], stars: [5, 4, 3, 2, 1] },
  { users: 4, movies: 3 },
);

Deno.test("rankByStars() asks for every movie of the rows, and names the scale", () => {
  const scorer = rankByStars({ predict: (user, movie) => 10 * user + movie });
  assert.deepEqual([...scorer.scores(train, { rows: [3, 1] })], [
    ...[30, 31, 32],
    ...[10, 11, 12],
  ]);
  assert.equal(scorer.scores(train).length, 12);
  assert.deepEqual(scorer.scale, { lowest: 1, highest: 5 });
  const scale = { lowest: 0.5, highest: 5 };
  assert.deepEqual(rankByStars({ predict: () => 1 }, { scale }).scale, scale);
});

Deno.test("HighestMean shrinks each movie's mean to the overall one", () => {
  // Mean of all: 15 / 5 = 3. Movie 0: 9 of 3; movie 1: 6 of 2; movie 2: none.
  const { means } = HighestMean.fit(train, { shrinkage: 1 });
  assert.deepEqual([...means], [(9 + 3) / 4, (6 + 3) / 3, 3]);
  assert.deepEqual([...HighestMean.fit(train).means], [
    ...[(9 + 30) / 13, (6 + 30) / 12, 3],
  ]);
  assert.equal(HighestMean.fit(train).predict(99, 2), 3);
  assert.throws(
    () => HighestMean.fit(train).predict(0, 3),
    /current value is 3/,
  );
});

Deno.test("ItemKnn adds the weighted residuals of the nearest movies to the bias model", () => {
  const ratings = toyRatings();
  const biases = BiasModel.fit(ratings);
  const [neighbours, shrinkage] = [2, 3];
  const knn = ItemKnn.fit(ratings, { neighbours, shrinkage });
  // The formula once more, pair by pair, from the definition.
  const residual = (user: number, movie: number) =>
    ratings.get(user, movie)! - biases.predict(user, movie);
  const users = [...Array(8).keys()];
  const likeness = (a: number, b: number) => {
    const both = users.filter((user) =>
      ratings.get(user, a) !== undefined && ratings.get(user, b) !== undefined
    );
    const sum = (of: (user: number) => number) =>
      both.reduce((total, user) => total + of(user), 0);
    return sum((u) => residual(u, a) * residual(u, b)) /
      Math.sqrt(
        sum((u) => residual(u, a) ** 2) * sum((u) => residual(u, b) ** 2),
      ) *
      both.length / (both.length + shrinkage);
  };
  for (const user of users) {
    for (let movie = 0; movie < 6; movie++) {
      const nearest = [...ratings.row(user).columns]
        .filter((other) => other !== movie && likeness(movie, other) > 0)
        .sort((a, b) => likeness(movie, b) - likeness(movie, a))
        .slice(0, neighbours);
      const weights = nearest.map((other) => likeness(movie, other));
      const expected = biases.predict(user, movie) +
        (nearest.length === 0 ? 0 : nearest.reduce(
          (sum, other, at) => sum + weights[at] * residual(user, other),
          0,
        ) / weights.reduce((a, b) => a + b));
      near(knn.predict(user, movie), expected, 1e-5);
    }
  }
});

Deno.test("ItemKnnRanker sums the cosines of the nearest movies, and no others", () => {
  // Raters of movies 0, 1, 2, 3: {0 1 2 3}, {0 1 2}, {0 1}, {4}.
  const ratings = RatingMatrix.from({
    user: [0, 1, 2, 3, 0, 1, 2, 0, 1, 4],
    movie: [0, 0, 0, 0, 1, 1, 1, 2, 2, 3],
    stars: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
  }, { users: 5, movies: 4 });
  const [s01, s02, s12] = [
    3 / Math.sqrt(12),
    2 / Math.sqrt(8),
    2 / Math.sqrt(6),
  ];
  const all = ItemKnnRanker.fit(ratings).scores(ratings, { rows: [2, 4] });
  [s01, s01, s02 + s12, 0, 0, 0, 0, 0].forEach((score, at) =>
    near(all[at], score, 1e-6)
  );
  // One neighbour each: of 0 it is 1, of 1 it is 0, of 2 it is 1 (0.816 > 0.707).
  const one = ItemKnnRanker.fit(ratings, { neighbours: 1 });
  const few = one.scores(ratings, { rows: [2] });
  [s01, s01, s12].forEach((score, at) => near(few[at], score, 1e-6));
});

Deno.test("FactorModel ends where no movie's factors can be improved, and repeats to the bit", () => {
  const ratings = toyRatings();
  const options = { factors: 2, l2: 0.7, sweeps: 4 };
  const model = FactorModel.fit(ratings, options);
  const biases = BiasModel.fit(ratings);
  const loss = (movieFactors: readonly Float64Array[]) => {
    const { user, movie, stars } = ratings.toColumns();
    const dot = (p: Float64Array, q: Float64Array) => p[0] * q[0] + p[1] * q[1];
    let sum = 0;
    stars.forEach((value, at) => {
      const guess = biases.predict(user[at], movie[at]) +
        dot(model.userFactors[user[at]], movieFactors[movie[at]]);
      sum += (value - guess) ** 2;
    });
    for (const q of movieFactors) sum += 0.7 * dot(q, q);
    return sum;
  };
  assertMinimum(loss, model.movieFactors);
  assert.deepEqual(model, FactorModel.fit(ratings, options));
  assert.notDeepEqual(model, FactorModel.fit(ratings, { ...options, seed: 2 }));
  near(
    model.predict(1, 3),
    biases.predict(1, 3) +
      model.userFactors[1][0] * model.movieFactors[3][0] +
      model.userFactors[1][1] * model.movieFactors[3][1],
  );
});

Deno.test("ImplicitFactors serves each user the best factors for the movies' own, summed over all pairs", () => {
  const ratings = toyRatings();
  const model = ImplicitFactors.fit(ratings, {
    factors: 1,
    confidence: 3,
    l2: 0.5,
    sweeps: 200,
  });
  const y = model.movieFactors.map(([factor]) => factor);
  const scores = model.scores(ratings);
  const x = [...Array(8).keys()].map((user) => scores[6 * user] / y[0]);
  // By hand for one factor: x = (1 + α)·Σ y / (Σ_all y² + α·Σ_rated y² + λ).
  x.forEach((factor, user) => {
    const rated = [...ratings.row(user).columns].map((movie) => y[movie]);
    const squares = (values: number[]) => values.reduce((s, v) => s + v * v, 0);
    const expected = 4 * rated.reduce((sum, value) => sum + value, 0) /
      (squares(y) + 3 * squares(rated) + 0.5);
    near(factor, expected, 1e-5);
  });
  // After so many sweeps, the movies' factors are best for these users', too.
  assertMinimum((factors) => {
    let sum = 0;
    for (let user = 0; user < 8; user++) {
      for (let movie = 0; movie < 6; movie++) {
        const isRated = ratings.get(user, movie) !== undefined;
        const error = (isRated ? 1 : 0) - x[user] * factors[movie][0];
        sum += (isRated ? 4 : 1) * error ** 2;
      }
    }
    for (const [factor] of factors) sum += 0.5 * factor ** 2;
    return sum;
  }, model.movieFactors);
});

/** The slope of the loss is 0 in every direction, by central differences. */
function assertMinimum(
  loss: (factors: readonly Float64Array[]) => number,
  factors: readonly Float64Array[],
) {
  factors.forEach((line, at) =>
    line.forEach((_, factor) => {
      const moved = (by: number) =>
        loss(factors.with(at, line.with(factor, line[factor] + by)));
      near((moved(1e-4) - moved(-1e-4)) / 2e-4, 0, 1e-4);
    })
  );
}

Deno.test("rivals serve rows of other ratings, and a user without any", () => {
  const stranger = RatingMatrix.from(
    { user: [0], movie: [1], stars: [5] },
    { users: 2, movies: 3 },
  );
  for (
    const scorer of [
      ItemKnnRanker.fit(train),
      ImplicitFactors.fit(train, { factors: 2, sweeps: 2 }),
    ]
  ) {
    const scores = scorer.scores(stranger);
    assert.equal(scores.length, 6);
    assert.ok(scores[0] > 0, "movie 0 goes with movie 1");
    assert.deepEqual([...scores.subarray(3)], [0, 0, 0]);
    const narrow = RatingMatrix.from(
      { user: [0], movie: [0], stars: [5] },
      { users: 1, movies: 2 },
    );
    assert.throws(
      () => scorer.scores(narrow),
      /are 2 columns and 3 movies/,
    );
  }
});

Deno.test("rivals refuse options that make no sense or do not exist, by name", () => {
  const refused: [() => unknown, RegExp][] = [
    [
      () => HighestMean.fit(train, { shrinkage: -1 }),
      /shrinkage as it must be/,
    ],
    [() => ItemKnn.fit(train, { neighbours: 0 }), /neighbours as it must be/],
    [() => ItemKnn.fit(train, { shrinkage: NaN }), /shrinkage as it must be/],
    [() => ItemKnnRanker.fit(train, { neighbours: 1.5 }), /neighbours as it/],
    [() => FactorModel.fit(train, { l2: 0 }), /l2 as it must be/],
    [() => FactorModel.fit(train, { factors: 0 }), /factors as it must be/],
    [() => FactorModel.fit(train, { sweeps: 0 }), /sweeps as it must be/],
    [() => ImplicitFactors.fit(train, { confidence: 0 }), /confidence as it/],
    [() => ImplicitFactors.fit(train, { seed: -1 }), /seed must be/],
    [() => ItemKnn.fit(train, { k: 3 } as object), /unknown option of ItemKnn/],
  ];
  for (const [call, message] of refused) assert.throws(call, { message });
  const empty = RatingMatrix.from(
    { user: [], movie: [], stars: [] },
    { users: 1, movies: 1 },
  );
  for (const rival of [HighestMean, ItemKnn, FactorModel]) {
    assert.throws(
      () => rival.fit(empty),
      /at least one rating: current value is 0/,
    );
  }
});
