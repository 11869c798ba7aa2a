import assert from "node:assert/strict";
import {
  baselines,
  RatingMatrix,
  scorePredictor,
} from "stacked-autoencoders/core";

// Three users, three movies; user 2 and movie 2 have no rating.
const train = RatingMatrix.from(
  { user: [0, 0, 1], movie: [0, 1, 0], stars: [5, 2, 2] },
  { users: 3, movies: 3 },
);

Deno.test("baselines() predict what their names say", () => {
  const { always4, globalMean, userMean, movieMean } = baselines(train);
  assert.equal(always4.predict(0, 0), 4);
  assert.equal(globalMean.predict(0, 0), 3);
  assert.deepEqual([0, 1, 2].map((user) => userMean.predict(user, 2)), [
    3.5,
    2,
    3,
  ]);
  assert.deepEqual([0, 1, 2].map((movie) => movieMean.predict(2, movie)), [
    3.5,
    2,
    3,
  ]);
});

Deno.test("baselines() include the bias model with its defaults", () => {
  const { biasModel } = baselines(train);
  assert.ok(biasModel.predict(0, 0) > biasModel.predict(1, 0));
  assert.equal(biasModel.predict(2, 2), 3);
});

Deno.test("scorePredictor() asks for each rating once, and clips", () => {
  const asked: string[] = [];
  const scores = scorePredictor({
    predict(user, movie) {
      asked.push(`${user},${movie}`);
      return user === 0 && movie === 0 ? 9 : 2;
    },
  }, train);
  assert.deepEqual(asked, ["0,0", "0,1", "1,0"]);
  assert.deepEqual([scores.rmse, scores.mae, scores.withinOneStar], [0, 0, 1]);
});
