import assert from "node:assert/strict";
import {
  foldIn,
  RatingMatrix,
  StackedAutoencoder,
  topN,
} from "stacked-autoencoders";

// Two tastes: movies 0 and 1 go together, and so do 2 and 3.
const train = RatingMatrix.from({
  user: [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3],
  movie: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
  stars: [5, 5, 1, 1, 1, 1, 5, 5, 5, 4, 1, 2, 2, 1, 4, 5],
}, { users: 4, movies: 4 });

Deno.test("foldIn() makes a newcomer get what the training user with the same ratings gets", async () => {
  using model = new StackedAutoencoder({ visibleUnits: 4, hiddenUnits: [3] });
  await model.fit(train, { epochs: 100, learningRate: 0.05 });
  // The model sees the row and nothing else: user 0's ratings, another person.
  const twin = foldIn({ movie: [3, 1, 0, 2], stars: [1, 5, 5, 1] }, { train });
  assert.deepEqual(
    model.predict(twin.given),
    model.predict(train, { rows: [0] }),
  );
});

Deno.test("foldIn() gives topN() what it takes, and lists follow the newcomer's taste", async () => {
  using model = new StackedAutoencoder({ visibleUnits: 4, hiddenUnits: [3] });
  await model.fit(train, { epochs: 300, learningRate: 0.05 });
  const first = (movie: number, stars: number) =>
    topN(model, foldIn({ movie: [movie], stars: [stars] }, { train }))[0].movie;
  assert.equal(first(0, 5), 1);
  assert.equal(first(3, 5), 2);
});

Deno.test("foldIn() refuses no ratings, stars outside the scale, unknown and repeated movies", () => {
  const refused = (
    ratings: { movie: number[]; stars: number[] },
    message: RegExp,
  ) => assert.throws(() => foldIn(ratings, { train }), { message });
  refused(
    { movie: [], stars: [] },
    /there must be at least one rating: current number is 0$/,
  );
  refused(
    { movie: [0, 1], stars: [5, 6] },
    /^Cannot use a rating as it must be from 1 to 5 stars: current value at entry 1 is 6$/,
  );
  refused({ movie: [0], stars: [NaN] }, /current value at entry 0 is NaN$/);
  refused(
    { movie: [4], stars: [5] },
    /movie as it must be .* 0 to 3.*entry 0 is 4$/,
  );
  refused({ movie: [1, 1], stars: [5, 5] }, /rates movie 1 twice/);
  refused({ movie: [1, 2], stars: [5] }, /columns must be of one length/);
});

Deno.test("foldIn() takes another scale when told", () => {
  const scale = { lowest: 0.5, highest: 10 };
  const { given } = foldIn({ movie: [0], stars: [10] }, { train, scale });
  assert.equal(given.get(0, 0), 10);
});
