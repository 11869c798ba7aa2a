// The real data, where they are: the figures are those that GroupLens's README
// and counting with awk give.
import assert from "node:assert/strict";
import { loadMovieLens } from "../../lib/movielens/load_movielens.ts";
import type { MovieLens } from "../../lib/movielens/movielens.ts";
import { realDataTest } from "../_real_data.ts";

let loading: Promise<MovieLens> | undefined;

function real(name: string, run: (movielens: MovieLens) => void) {
  realDataTest(name, async (dir) => {
    loading ??= loadMovieLens("ml-100k", { dir, quiet: true });
    run(await loading);
  });
}

real("loadMovieLens() reads the whole of ML-100K", (movielens) => {
  const matrix = movielens.matrix();
  assert.deepEqual([matrix.users, matrix.movies, matrix.size], [
    ...[943, 1682, 100_000],
  ]);
  assert.equal(movielens.ratings.height, 100_000);
  assert.equal(movielens.genres.length, 19);
  assert.equal(movielens.occupations.length, 21);
  assert.equal(movielens.synthetic, false);
  const mean = matrix.stars.reduce((sum, stars) => sum + stars) / 100_000;
  assert.equal(mean, 3.52986);
  // sha256sum u.data: saved models name their data by it, so it may not change.
  assert.equal(
    movielens.fingerprint,
    "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490",
  );
});

real(
  "loadMovieLens() keeps ML-100K's zip codes that are no numbers",
  ({ users }) => {
    const codes = users.toRecords().map(({ zip }) => String(zip));
    assert.equal(codes.filter((zip) => !/^\d{5}$/.test(zip)).length, 18);
  },
);

real("loadMovieLens() keeps what is odd in ML-100K's movies", ({ movies }) => {
  const rows = movies.toRecords();
  const titles = rows.map(({ title }) => title);
  assert.equal(titles.length - new Set(titles).size, 18);
  const without = (column: string) =>
    rows.filter((row) => row[column] === null).map(({ movie }) => movie);
  assert.deepEqual(without("released"), [267]);
  assert.deepEqual(without("imdb"), [267, 1358, 1359]);
});

real("MovieLens.split() gives ML-100K's u1 as published", (movielens) => {
  const { train, test } = movielens.split("u1");
  assert.deepEqual([train.size, test.size], [80_000, 20_000]);
  const asked = Array.from({ length: test.users }, (_, row) => row)
    .filter((row) => test.row(row).columns.length > 0);
  assert.equal(asked.length, 459);
  assert.equal(movielens.userIds[asked.at(-1)!], 462);
  const byMovie = train.transpose();
  const unseen = test.toColumns().movie
    .filter((column) => byMovie.row(column).columns.length === 0);
  assert.equal(unseen.length, 32);
});

real("MovieLens.split() gives every split of ML-100K", (movielens) => {
  for (const name of movielens.splits) {
    const { train, test } = movielens.split(name);
    assert.equal(train.size + test.size, 100_000, name);
    assert.equal(test.size, name === "ua" || name === "ub" ? 9430 : 20_000);
  }
});
