import assert from "node:assert/strict";
import { RatingMatrix, rowMeans, shrunkMean } from "stacked-autoencoders/core";

Deno.test("rowMeans() is each row's plain mean without shrinkage, the prior for an empty row", () => {
  const given = RatingMatrix.from(
    { user: [0, 0, 2], movie: [0, 1, 0], stars: [5, 2, 1] },
    { users: 3, movies: 2 },
  );
  assert.deepEqual([...rowMeans(given, { prior: 3, shrinkage: 0 })], [
    3.5,
    3,
    1,
  ]);
  assert.deepEqual([...rowMeans(given, { prior: 3, shrinkage: 1 })], [
    10 / 3,
    3,
    2,
  ]);
});

Deno.test("shrunkMean() counts the prior as so many ratings", () => {
  assert.equal(shrunkMean(10, 2, { prior: 3, shrinkage: 2 }), 4);
  assert.equal(shrunkMean(0, 0, { prior: 3, shrinkage: 0 }), 3);
});
