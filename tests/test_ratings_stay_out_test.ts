import assert from "node:assert/strict";
import {
  loadMovieLens,
  Random,
  recipes,
  shuffledOrder,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { realDataTest } from "./_real_data.ts";

/** Trains on u1 for two epochs and says all that the model would say. */
async function historyAndPredictions(dir: string) {
  const movielens = await loadMovieLens("ml-100k", { dir, quiet: true });
  const { train, test } = movielens.split("u1");
  const { model: shape, fit } = recipes.stacked;
  using model = new StackedAutoencoder({
    visibleUnits: train.movies,
    ...shape,
  });
  const { trainLoss } = await model.fit(train, { ...fit, epochs: 2 });
  const predicted = model.predictAt({ given: train, expected: test });
  return {
    trainLoss,
    predicted,
    rmse: model.evaluate({ given: train, expected: test }).rmse,
  };
}

/** What `deno task tune` finds on u1, in a search as small as can be. */
async function tuned(dir: string) {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["task", "--quiet", "tune", "--epochs", "1", "--trials", "2"],
      ...["--hold-outs", "1", "--finalists", "1", "--final-hold-outs", "1"],
      "--json",
    ],
    cwd: new URL("../", import.meta.url),
    env: { MOVIELENS_DIR: dir },
  }).output();
  const report = JSON.parse(new TextDecoder().decode(stdout));
  // All but the seconds that it took.
  return JSON.stringify(
    report,
    (name, value) => name === "seconds" ? undefined : value,
  );
}

/** The lines of a ratings file with their stars exchanged among them. */
function permuteStars(text: string): string {
  const rows = text.trimEnd().split("\n").map((line) => line.split("\t"));
  const order = shuffledOrder(rows.length, new Random(1));
  return rows.map(([user, movie, , time], at) =>
    [user, movie, rows[order[at]][2], time].join("\t")
  ).join("\n");
}

realDataTest(
  "test ratings enter nothing but the final figures: with u1.test permuted, all else is the same to the bit",
  async (folder) => {
    const copy = await Deno.makeTempDir();
    try {
      await Deno.mkdir(`${copy}/ml-100k`);
      for (
        const name of [
          "u.data",
          "u.item",
          "u.user",
          "u.genre",
          "u.occupation",
          "u1.base",
          "u1.test",
        ]
      ) {
        const bytes = await Deno.readFile(`${folder}/ml-100k/${name}`);
        await Deno.writeFile(`${copy}/ml-100k/${name}`, bytes);
      }
      const test = await Deno.readTextFile(`${copy}/ml-100k/u1.test`);
      await Deno.writeTextFile(`${copy}/ml-100k/u1.test`, permuteStars(test));

      const [original, permuted] = [
        await historyAndPredictions(folder),
        await historyAndPredictions(copy),
      ];
      assert.deepEqual(permuted.trainLoss, original.trainLoss);
      assert.deepEqual(permuted.predicted, original.predicted);
      assert.ok(
        permuted.rmse > original.rmse + 0.1,
        "the figures should see the difference",
      );
      assert.equal(await tuned(copy), await tuned(folder));
    } finally {
      await Deno.remove(copy, { recursive: true });
    }
  },
);
