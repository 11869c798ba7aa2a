import assert from "node:assert/strict";
import fc from "fast-check";
import {
  mae,
  meanUserRmse,
  RatingMatrix,
  ratingScores,
  rmse,
  userRmses,
  withinOneStar,
  withinOneStarRounded,
} from "stacked-autoencoders/core";
import { randomRatings } from "../ratings/_random_ratings.ts";

// Worked by hand: errors +0.5, −1, +2, −0.4.
const predicted = [4.5, 2, 5, 3.6];
const stars = [4, 3, 3, 4];

Deno.test("rmse(), mae() and the two shares give what a hand calculation gives", () => {
  assert.equal(rmse(predicted, stars), Math.sqrt((0.25 + 1 + 4 + 0.16) / 4));
  assert.ok(Math.abs(mae(predicted, stars) - 3.9 / 4) < 1e-12);
  assert.equal(withinOneStar(predicted, stars), 3 / 4);
  assert.equal(withinOneStarRounded(predicted, stars), 3 / 4);
});

Deno.test("withinOneStarRounded() and withinOneStar() part where rounding crosses the line", () => {
  assert.equal(withinOneStar([3.5], [5]), 0);
  assert.equal(withinOneStarRounded([3.5], [5]), 1);
  assert.equal(withinOneStar([2.4], [1]), 0);
  assert.equal(withinOneStarRounded([2.4], [1]), 1);
});

Deno.test("withinOneStar() counts exactly one star as within", () => {
  assert.equal(withinOneStar([4], [5]), 1);
  assert.equal(withinOneStar([3.999], [5]), 0);
});

Deno.test("meanUserRmse() and userRmses() weigh users alike and skip those without ratings", () => {
  const expected = RatingMatrix.from(
    { user: [0, 0, 0, 2], movie: [0, 1, 2, 0], stars: [3, 3, 3, 1] },
    { users: 4, movies: 3 },
  );
  // User 0 errs by 0, 0, 3: √(9 / 3) = √3; user 2 by 2.
  assert.equal(meanUserRmse([3, 3, 6, 3], expected), (Math.sqrt(3) + 2) / 2);
  assert.deepEqual([...userRmses([3, 3, 6, 3], expected)], [
    [0, Math.sqrt(3)],
    [2, 2],
  ]);
});

Deno.test("rmse() is never below mae(), and both are 0 for the truth only", () => {
  const some = fc.array(
    fc.tuple(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.integer({ min: 1, max: 5 }),
    ),
    { minLength: 1 },
  );
  fc.assert(fc.property(some, (pairs) => {
    const [guesses, truth] = [pairs.map(([p]) => p), pairs.map(([, s]) => s)];
    assert.ok(rmse(guesses, truth) >= mae(guesses, truth) - 1e-12);
    assert.equal(rmse(truth, truth) + mae(truth, truth), 0);
  }));
});

Deno.test("ratingScores() clips to the scale unless told not to", () => {
  fc.assert(fc.property(randomRatings, ({ ratings }) => {
    const beyond = ratings.stars.map((value) => value + (value === 5 ? 2 : 0));
    assert.equal(ratingScores(beyond, ratings).rmse, 0);
    const unclipped = ratingScores(beyond, ratings, { clip: null });
    assert.equal(unclipped.rmse, rmse(beyond, ratings.stars));
    assert.equal(unclipped.meanUserRmse, meanUserRmse(beyond, ratings));
    assert.equal(unclipped.mae, mae(beyond, ratings.stars));
    assert.equal(unclipped.withinOneStar, withinOneStar(beyond, ratings.stars));
    assert.equal(
      unclipped.withinOneStarRounded,
      withinOneStarRounded(beyond, ratings.stars),
    );
  }));
});

Deno.test("every metric refuses nothing, other lengths and what is not a number", () => {
  for (const metric of [rmse, mae, withinOneStar, withinOneStarRounded]) {
    assert.throws(() => metric([], []), {
      name: "RangeError",
      message: /0 ratings/,
    });
    assert.throws(() => metric([1], [1, 2]), {
      name: "RangeError",
      message: /lengths are 1 and 2/,
    });
    assert.throws(() => metric([1, NaN], [1, 2]), {
      name: "RangeError",
      message:
        /every prediction must be a finite number: current value at position 1 is NaN/,
    });
    assert.throws(() => metric([1, 2], [Infinity, 2]), {
      name: "RangeError",
      message:
        /every rating must be a finite number: current value at position 0 is Infinity/,
    });
  }
});
