import assert from "node:assert/strict";
import { modelFolder, StackedAutoencoder } from "stacked-autoencoders";
import { realData, realDataTest } from "../_real_data.ts";

const root = new URL("../../", import.meta.url);

/** Runs `deno task train` as a user would, without the data set unless told. */
async function train(args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "train", ...args],
    cwd: root,
    env: { MOVIELENS_DIR: "", MOVIELENS_OFFLINE: "1", NO_COLOR: "1", ...env },
  }).output();
  const text = new TextDecoder();
  const lines = text.decode(stdout).trimEnd().split("\n");
  return { code, lines, stderr: text.decode(stderr).trimEnd() };
}

const synthetic = ["--data", "synthetic-100k"];

Deno.test("train --json prints its report as the last line, with every field", async () => {
  const { code, lines } = await train([
    ...synthetic,
    "--epochs",
    "2",
    "--json",
  ]);
  assert.equal(code, 0);
  const report = JSON.parse(lines.at(-1)!);
  const { recipe, data, split, seed, epochs, trainLoss } = report;
  assert.deepEqual(
    { recipe, data, split, seed, epochs },
    {
      recipe: "stacked",
      data: "synthetic-100k",
      split: "u1",
      seed: 1,
      epochs: 2,
    },
  );
  assert.equal(trainLoss.length, 2);
  assert.ok(trainLoss[1] < trainLoss[0]);
  const numbers = [
    "loadSeconds",
    "seconds",
    "peakBytes",
    "testLoss",
    "rmse",
    "mae",
    "withinOneStar",
    "withinOneStarRounded",
  ];
  for (const field of numbers) assert.ok(report[field] > 0, field);
  assert.deepEqual(Object.keys(report.baselines), [
    "always4",
    "globalMean",
    "userMean",
    "movieMean",
    "biasModel",
  ]);
  for (
    const scores of [...Object.values(report.baselines), report.noiseFloor]
  ) {
    assert.deepEqual(Object.keys(scores as object).sort(), [
      "mae",
      "rmse",
      "testLoss",
      "withinOneStar",
      "withinOneStarRounded",
    ]);
  }
});

Deno.test("train gives the identical history for a seed, another for another", async () => {
  const run = async (seed: string) => {
    const { lines } = await train([
      ...synthetic,
      "--epochs",
      "2",
      "--seed",
      seed,
      "--json",
    ]);
    return JSON.parse(lines.at(-1)!).trainLoss;
  };
  const [first, again, other] = [
    await run("1"),
    await run("1"),
    await run("2"),
  ];
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
});

Deno.test("train shows a table of model and baselines for people", async () => {
  const { code, lines } = await train([
    ...synthetic,
    "--epochs",
    "1",
    "--split",
    "ua",
  ]);
  assert.equal(code, 0);
  const text = lines.join("\n");
  for (
    const part of [
      "Training stacked on split ua, seed 1",
      "1 epochs in",
      "test loss",
      "biasModel",
      "always4",
      "noise floor",
    ]
  ) {
    assert.ok(text.includes(part), `no "${part}" in:\n${text}`);
  }
});

Deno.test("train --save writes a model that loads, names its data and holds no ratings", async () => {
  const place = await Deno.makeTempDir();
  const folder = `${place}/model`;
  const { code, lines } = await train([
    ...synthetic,
    "--epochs",
    "1",
    "--save",
    folder,
  ]);
  assert.equal(code, 0);
  assert.equal(lines.at(-1), `Saved the model to ${folder}`);
  using model = await StackedAutoencoder.load(modelFolder(folder));
  assert.deepEqual(model.network.getUserDefinedMetadata(), {
    ...model.network.getUserDefinedMetadata(),
    data: {
      name: "synthetic-100k",
      split: "u1",
      fingerprint: (model.network.getUserDefinedMetadata() as {
        data: { fingerprint: string };
      }).data.fingerprint,
    },
  });
  assert.equal(model.network.countParams(), 69_412);
  await Deno.remove(place, { recursive: true });
});

Deno.test("train --validation-share and --patience report the best epoch", async () => {
  const { lines } = await train([
    ...synthetic,
    "--epochs",
    "3",
    "--learning-rate",
    "0.01",
    "--batch-size",
    "128",
    "--validation-share",
    "0.05",
    "--patience",
    "1",
    "--json",
  ]);
  const { validationLoss, bestEpoch } = JSON.parse(lines.at(-1)!);
  assert.equal(validationLoss[bestEpoch - 1], Math.min(...validationLoss));
});

Deno.test("train --warm-start reports the epochs after it, which begin where it ended", async () => {
  const run = async (...args: string[]) => {
    const { lines } = await train([
      ...synthetic,
      "--recipe",
      "deck",
      "--epochs",
      "1",
      "--json",
      ...args,
    ]);
    return JSON.parse(lines.at(-1)!).trainLoss;
  };
  const [[fresh], warm] = [await run(), await run("--warm-start", "2")];
  assert.equal(warm.length, 1);
  assert.ok(warm[0] < 0.8 * fresh, `${warm[0]} after ${fresh}`);
});

Deno.test("train refuses a wrong command line in one clear line, exit 2", async () => {
  const wrong: [string[], RegExp][] = [
    [["--bogus"], /^error: unknown option '--bogus'$/],
    [
      ["--recipe", "soup"],
      /^error: option '--recipe <name>' argument 'soup' is invalid. Allowed choices are stacked, deck, ranking\.$/,
    ],
    [
      ["--data", "ml-9k"],
      /^error: option '--data <name>' argument 'ml-9k' is invalid. Allowed choices are ml-100k, synthetic-100k\.$/,
    ],
    [
      ["--split", "u9"],
      /^error: option '--split <name>' argument 'u9' is invalid/,
    ],
    [
      ["--epochs", "0"],
      /^error: option '--epochs <n>' argument '0' is invalid. It must be a whole number of at least 1\.$/,
    ],
    [["--epochs", "ten"], /'ten' is invalid/],
    [["--learning-rate", "-1"], /It must be a number above 0\.$/],
    [["--batch-size", "1.5"], /It must be a whole number of at least 1\.$/],
    [["--warm-start", "0"], /It must be a whole number of at least 1\.$/],
    [["--seed", "-1"], /It must be a whole number from 0 to 4294967295\.$/],
    [["--patience", "3"], /^error: --patience needs a --validation-share/],
    [["surprise"], /^error: too many arguments/],
    [
      ["--save", "README.md"],
      /^error: Cannot save a model as the folder must be new, empty or an earlier model: README\.md is a file$/,
    ],
    // Found out before training, not after it.
    [
      ["--save", ""],
      /^error: Cannot use a model folder as its path must .* is ""$/,
    ],
  ];
  for (const [args, message] of wrong) {
    const { code, stderr } = await train(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(stderr, message);
    assert.equal(stderr.split("\n").length, 1, stderr);
  }
});

Deno.test({
  name:
    "train never takes another data set when ml-100k is not there: exit 1 and what to do",
  ignore: realData()?.endsWith("/data/") ?? false,
  async fn() {
    const { code, stderr, lines } = await train(["--epochs", "1"], {
      MOVIELENS_DIR: "no/such/folder",
    });
    assert.equal(code, 1);
    assert.match(stderr, /no\/such\/folder/);
    assert.match(stderr, /deno task data|MOVIELENS_DIR/);
    assert.ok(!lines.join("").includes("epochs in"));
  },
});

Deno.test("train stops a diverging run with the epoch and a cure, exit 1", async () => {
  const { code, stderr } = await train([
    ...synthetic,
    "--learning-rate",
    "1e30",
  ]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^error: Cannot go on training as the loss must be a finite number: current value in epoch \d+ is (NaN|-?Infinity); try a learningRate smaller than 1e\+30$/,
  );
});

Deno.test("train on synthetic data closes at least half of the gap between bias model and noise floor", async () => {
  const { lines } = await train([...synthetic, "--json"]);
  const { rmse, baselines, noiseFloor } = JSON.parse(lines.at(-1)!);
  const closed = (baselines.biasModel.rmse - rmse) /
    (baselines.biasModel.rmse - noiseFloor.rmse);
  assert.ok(noiseFloor.rmse < rmse, "better than possible");
  assert.ok(closed >= 0.5, `closed ${closed} of the gap`);
});

realDataTest(
  "train reaches its bars on u1: 0.930 and 0.942, below the bias model, in a minute",
  async (folder) => {
    const { lines } = await train(["--seed", "1", "--json"], {
      MOVIELENS_DIR: folder,
    });
    const { testLoss, rmse, seconds, baselines } = JSON.parse(lines.at(-1)!);
    assert.ok(testLoss <= 0.93, `test loss ${testLoss}`);
    assert.ok(rmse <= 0.942, `RMSE ${rmse}`);
    assert.ok(
      testLoss < baselines.biasModel.testLoss &&
        rmse < baselines.biasModel.rmse,
    );
    assert.ok(seconds <= 60, `${seconds} s`);
    // The shares that DESIGN.md measured on u1, by an independent program.
    assert.equal(baselines.always4.withinOneStar, 0.82085);
    assert.ok(Math.abs(baselines.biasModel.withinOneStar - 0.715) < 0.001);
    assert.ok(
      Math.abs(baselines.biasModel.withinOneStarRounded - 0.891) < 0.001,
    );
  },
);

Deno.test("train --recipe ranking reports how good its lists are, beside its rivals'", async () => {
  const args = [...synthetic, "--recipe", "ranking", "--epochs", "1"];
  const { code, lines, stderr } = await train([...args, "--json"]);
  assert.equal(code, 0, stderr);
  const report = JSON.parse(lines.at(-1)!);
  assert.equal(report.recipe, "ranking");
  assert.equal(report.rmse, undefined);
  assert.ok(report.ranking.ndcg > 0 && report.ranking.ndcg < 1);
  assert.deepEqual(Object.keys(report.baselines), ["mostPopular", "ease"]);
  assert.ok(report.trainLoss[0] < Math.log(1682) + 0.1, "nats a film");
});
