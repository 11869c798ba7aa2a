import assert from "node:assert/strict";
import fc from "fast-check";
import { bestMovies } from "stacked-autoencoders/core";

Deno.test("bestMovies() sorts by score, and ties by column", () => {
  const some = fc.record({
    scores: fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 }),
    k: fc.integer({ min: 1, max: 40 }),
    without: fc.array(fc.integer({ min: 0, max: 29 })),
  });
  fc.assert(fc.property(some, ({ scores, k, without }) => {
    // Array.sort is stable: the plain way to say the same.
    const expected = scores.map((_, movie) => movie)
      .filter((movie) => !without.includes(movie))
      .sort((a, b) => scores[b] - scores[a])
      .slice(0, k);
    assert.deepEqual([...bestMovies(scores, { k, without })], expected);
  }));
});

Deno.test("bestMovies() is empty when everything has been seen", () => {
  assert.equal(bestMovies([1, 2], { k: 5, without: [0, 1] }).length, 0);
});

Deno.test("bestMovies() refuses a score that is no number, and a k that is no count", () => {
  assert.throws(() => bestMovies([1, NaN], { k: 1, without: [] }), {
    name: "RangeError",
    message: /every score must be a number: current value of movie 1 is NaN/,
  });
  assert.throws(() => bestMovies([1], { k: 0, without: [] }), {
    name: "RangeError",
    message: /k must be a whole number of at least 1: current value is 0/,
  });
});
