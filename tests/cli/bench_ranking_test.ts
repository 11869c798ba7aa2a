import assert from "node:assert/strict";
import { RatingMatrix } from "stacked-autoencoders";
import { benchRanking, rankingBarLines } from "../../lib/cli/_bench_ranking.ts";
import { holdOutEach } from "../../lib/cli/_hold_out_each.ts";
import { rankingTable } from "../../lib/cli/_ranking_table.ts";
import { benchRatings } from "../../lib/cli/_bench_ratings.ts";

Deno.test("holdOutEach() takes so many ratings of each user, or half, and loses none", () => {
  const user = [...Array(9).fill(0), 1, 1, 1, 2];
  const movie = user.map((_, at) => at);
  const ratings = RatingMatrix.from(
    { user, movie, stars: user.map((_, at) => 1 + at % 5) },
    { users: 4, movies: 13 },
  );
  const { given, expected } = holdOutEach(ratings, { count: 4, seed: 1 });
  const counts = (part: RatingMatrix) =>
    [0, 1, 2, 3].map((row) => part.row(row).stars.length);
  assert.deepEqual(counts(expected), [4, 1, 0, 0]);
  assert.deepEqual(counts(given), [5, 2, 1, 0]);
  for (let at = 0; at < user.length; at++) {
    const parts = [given, expected].map((part) =>
      part.get(user[at], movie[at])
    );
    assert.deepEqual(parts.filter((stars) => stars !== undefined), [
      1 + at % 5,
    ]);
  }
});

Deno.test("benchRanking() scores ten models, and its table and bars are readable", async () => {
  const ratings = holdOutEach(
    benchRatings({ users: 40, movies: 60, ratings: 500 }),
    { count: 3, seed: 1 },
  );
  const heard: string[] = [];
  const { models, liked } = await benchRanking(ratings, {
    seed: 1,
    epochs: 2,
    done: (name) => void heard.push(name),
  });
  assert.deepEqual(heard, [
    "most popular",
    "highest mean",
    "bias model",
    "item-kNN, stars",
    "factors, stars",
    "item-kNN, implicit",
    "factors, implicit",
    "EASE",
    "recipe stacked",
    "recipe ranking",
  ]);
  assert.deepEqual([Object.keys(models), Object.keys(liked)], [heard, heard]);
  const lines = rankingTable(models).split("\n");
  assert.match(
    lines[0],
    /NDCG +precision +recall +hit rate +MRR +coverage +novelty$/,
  );
  assert.equal(lines.length, 11);
  assert.ok(lines.every((line) => line.length === lines[0].length));
  // The bars by hand, from figures made up.
  const [one, two, three] = [0.1, 0.2, 0.25].map((ndcg) => ({
    ...models["EASE"],
    ndcg,
  }));
  assert.equal(
    rankingBarLines({
      "most popular": one,
      "EASE": three,
      "recipe ranking": two,
    }),
    "  NDCG@10 of recipe ranking / most popular: 2.000, bar 1.2 ✓\n" +
      "  NDCG@10 of recipe ranking / EASE: 0.800, bar 0.97 missed",
  );
});
