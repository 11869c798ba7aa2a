import assert from "node:assert/strict";
import { BiasModel, loadMovieLens, RatingMatrix } from "stacked-autoencoders";
import { expectedStars } from "../../lib/cli/_expected_stars.ts";

Deno.test("expectedStars() says of a training user what the bias model says, clipped", async () => {
  const movielens = await loadMovieLens("synthetic-100k", { quiet: true });
  const { train } = movielens.split("u1");
  const model = BiasModel.fit(train);
  for (const user of [0, 400]) {
    const stars = expectedStars({ given: train, user }, train);
    for (let movie = 0; movie < train.movies; movie++) {
      const said = Math.min(Math.max(model.predict(user, movie), 1), 5);
      // The model's last sweep moved the movies after the users: hardly.
      assert.ok(Math.abs(stars[movie] - said) < 1e-3, `movie ${movie}`);
    }
  }
});

Deno.test("expectedStars() of somebody with a single rating is close to the movies' own", () => {
  const train = RatingMatrix.from(
    { user: [0, 0, 1, 1], movie: [0, 1, 0, 1], stars: [5, 2, 5, 2] },
    { users: 2, movies: 2 },
  );
  const given = RatingMatrix.from({ user: [0], movie: [1], stars: [5] }, {
    users: 1,
    movies: 2,
  });
  // By hand: μ = 3.5, b₀ = 3/(2 + 4) = 0.5 and b₁ = −0.5 since the users agree,
  // so b_u = (5 − 3.5 + 0.5)/(1 + 8) = 2/9.
  const stars = expectedStars({ given, user: 0 }, train);
  assert.ok(Math.abs(stars[0] - (4 + 2 / 9)) < 1e-9);
  assert.ok(Math.abs(stars[1] - (3 + 2 / 9)) < 1e-9);
});
