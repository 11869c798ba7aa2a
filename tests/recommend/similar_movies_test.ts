import assert from "node:assert/strict";
import fc from "fast-check";
import {
  movieVectors,
  RatingMatrix,
  similarMovies,
  StackedAutoencoder,
} from "stacked-autoencoders";
import * as tf from "@tensorflow/tfjs";

// Movie 0 shares two raters with movie 1, one with movie 2, none with movie 3.
const train = RatingMatrix.from({
  user: [0, 0, 1, 1, 1, 2],
  movie: [0, 1, 0, 1, 2, 3],
  stars: [5, 4, 3, 2, 1, 5],
}, { users: 3, movies: 4 });
// Their mean is (0, 0), so the cosines are those of the vectors as written.
const vectors = {
  movies: 4,
  length: 2,
  values: Float32Array.of(1, 0, 3, 4, 0, -4, -4, 0),
};

Deno.test("similarMovies() orders by cosine × n / (n + 100) when told nothing", () => {
  const list = similarMovies(vectors, { movie: 0, train });
  const expected = [
    { movie: 1, cosine: 0.6, raters: 2, similarity: 0.6 * 2 / 102 },
    { movie: 2, cosine: 0, raters: 1, similarity: 0 },
    { movie: 3, cosine: -1, raters: 0, similarity: 0 },
  ];
  assert.deepEqual(list.map(({ movie }) => movie), [1, 2, 3]);
  list.forEach(({ cosine, raters, similarity }, place) => {
    assert.ok(Math.abs(cosine - expected[place].cosine) < 1e-7);
    assert.equal(raters, expected[place].raters);
    assert.ok(Math.abs(similarity - expected[place].similarity) < 1e-7);
  });
});

Deno.test("similarMovies() takes vectors from their mean, so that moving all of them changes nothing", () => {
  const moved = {
    ...vectors,
    values: vectors.values.map((value) => value + 16),
  };
  assert.deepEqual(
    similarMovies(moved, { movie: 1, train }),
    similarMovies(vectors, { movie: 1, train }),
  );
});

Deno.test("similarMovies() prefers the movie that many have rated when vectors agree alike", () => {
  const same = { movies: 4, length: 1, values: Float32Array.of(1, 1, 1, -3) };
  const list = similarMovies(same, { movie: 0, train, n: 2, shrinkage: 1 });
  assert.deepEqual(list, [
    { movie: 1, similarity: 2 / 3, cosine: 1, raters: 2 },
    { movie: 2, similarity: 1 / 2, cosine: 1, raters: 1 },
  ]);
  // Without shrinkage both are alike, and the first column comes first.
  const [first] = similarMovies(same, { movie: 0, train, shrinkage: 0 });
  assert.deepEqual([first.movie, first.similarity], [1, 1]);
});

Deno.test("similarMovies() is symmetric, within −1 … 1, and finite for vectors of 0", () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 8, maxLength: 8 }),
    (values) => {
      const some = { ...vectors, values: Float32Array.from(values) };
      const between = (a: number, b: number) =>
        similarMovies(some, { movie: a, train, shrinkage: 3 })
          .find(({ movie }) => movie === b)!.similarity;
      assert.equal(between(0, 1), between(1, 0));
      assert.ok(Math.abs(between(0, 1)) <= 1 && Number.isFinite(between(0, 1)));
    },
  ));
});

Deno.test("similarMovies() refuses what makes no sense", () => {
  assert.throws(() => similarMovies(vectors, { movie: 4, train }), {
    message: /movie .* from 0 to 3: current value is 4$/,
  });
  assert.throws(
    () => similarMovies({ ...vectors, movies: 3 }, { movie: 0, train }),
    {
      message:
        /one vector a column of train: current numbers are 3 vectors and 4 columns$/,
    },
  );
  assert.throws(() => similarMovies(vectors, { movie: 0, train, n: 0 }), {
    message: /n .* current value is 0$/,
  });
  assert.throws(
    () => similarMovies(vectors, { movie: 0, train, shrinkage: -1 }),
    { message: /shrinkage .* current value is -1$/ },
  );
});

Deno.test("movieVectors() are the rows of the first kernel, or the columns of the last", () => {
  using model = new StackedAutoencoder({
    visibleUnits: 4,
    hiddenUnits: [3, 2, 5],
  });
  const before = tf.memory().numTensors;
  const encoder = movieVectors(model, { of: "encoder" });
  const decoder = movieVectors(model);
  assert.equal(tf.memory().numTensors, before);
  const kernels = model.network.getWeights().filter(({ rank }) => rank === 2)
    .map((kernel) => kernel.arraySync() as number[][]);
  assert.deepEqual([encoder.movies, encoder.length], [4, 3]);
  assert.deepEqual(Array.from(encoder.values), kernels[0].flat());
  assert.deepEqual([decoder.movies, decoder.length], [4, 5]);
  assert.deepEqual(
    Array.from(decoder.values),
    [0, 1, 2, 3].flatMap((movie) => kernels[3].map((unit) => unit[movie])),
  );
});
