import assert from "node:assert/strict";
import {
  foldIn,
  loadMovieLens,
  movieVectors,
  recipes,
  similarMovies,
  StackedAutoencoder,
  topN,
  topNForAll,
} from "stacked-autoencoders";
import { realDataTest } from "../_real_data.ts";

/** The shortest of three runs, in milliseconds: the machine may be busy. */
function shortest(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }));
}

realDataTest(
  "lists for all 943 users take under 1 s, a fold-in under 20 ms, and Star Wars' neighbours are its sequels' kind",
  async (dir) => {
    const movielens = await loadMovieLens("ml-100k", { dir, quiet: true });
    const { train } = movielens.split("u1");
    const { model: shape, fit } = recipes.stacked;
    using model = new StackedAutoencoder({
      visibleUnits: train.movies,
      ...shape,
      seed: 1,
    });
    await model.fit(train, fit);

    const all = shortest(() => topNForAll(model, { given: train }));
    assert.ok(all < 1000, `${all} ms for all users`);
    const ids = [50, 174, 172, 181, 1]; // Star Wars, its kind, and Toy Story
    const movie = ids.map((id) => movielens.movieIds.indexOf(id));
    const mine = { movie, stars: [5, 5, 5, 4, 3] };
    const one = shortest(() => topN(model, foldIn(mine, { train })));
    assert.ok(one < 20, `${one} ms for a newcomer`);

    const [starWars, raiders, empire, jedi] = movie;
    const like = similarMovies(movieVectors(model), { movie: starWars, train })
      .map((similar) => similar.movie);
    for (const kin of [raiders, empire, jedi]) assert.ok(like.includes(kin));
  },
);
