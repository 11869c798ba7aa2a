import assert from "node:assert/strict";
import { recipeCode } from "../../lib/cli/_recipe_code.ts";
import { recipes } from "stacked-autoencoders";

const root = new URL("../../", import.meta.url);

/** Runs `deno task tune` as a user would, without the data set. */
async function tune(args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "tune", ...args],
    cwd: root,
    env: { MOVIELENS_DIR: "", MOVIELENS_OFFLINE: "1", NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  const lines = text.decode(stdout).trimEnd().split("\n");
  return { code, lines, stderr: text.decode(stderr).trimEnd() };
}

const small = [
  ...["--data", "synthetic-100k", "--epochs", "2", "--trials", "3"],
  ...["--hold-outs", "1", "--finalists", "2", "--final-hold-outs", "2"],
];

Deno.test("tune prints both rounds, the recipe as code, and a JSON report last", async () => {
  const { code, lines, stderr } = await tune([...small, "--json"]);
  assert.equal(code, 0, stderr);
  const report = JSON.parse(lines.at(-1)!);
  const { data, split, seed, validationShare, recipe, rounds } = report;
  assert.deepEqual(
    { data, split, seed, validationShare },
    { data: "synthetic-100k", split: "u1", seed: 1, validationShare: 0.2 },
  );
  const [all, final] = rounds;
  assert.deepEqual([all.seeds, final.seeds], [[1], [2, 3]]);
  assert.deepEqual([all.ranking.length, final.ranking.length], [3, 2]);
  assert.ok(
    all.ranking.some(({ recipe: { fit } }: typeof recipe) =>
      fit.weightDecay === recipes.stacked.fit.weightDecay
    ),
    "the recipe that it starts from is no candidate",
  );
  const losses = final.ranking.map((one: { validationLoss: number }) =>
    one.validationLoss
  );
  assert.ok(losses[0] <= losses[1]);
  assert.deepEqual(recipe, final.ranking[0].recipe);
  assert.deepEqual(recipe.model.hiddenUnits, [20, 10, 20]);
  assert.ok([1, 2].includes(recipe.fit.epochs));
  assert.match(stderr, /3 candidates on 1 hold-outs/);
  assert.match(stderr, /The best 2 on 2 others/);
  assert.ok(stderr.includes(recipeCode(recipe)), stderr);
});

Deno.test("tune ends with 1 when the time is too short for one candidate", async () => {
  // 4 ms: on no machine does a worker even start in that time.
  const { code, stderr } = await tune([...small, "--minutes", "0.0001"]);
  assert.equal(code, 1);
  assert.match(stderr, /error: Cannot tune as at least one candidate must run/);
});

Deno.test("tune refuses a share that leaves nothing, in one line", async () => {
  const { code, stderr } = await tune(["--validation-share", "1"]);
  assert.equal(code, 2);
  assert.match(stderr, /It must be above 0 and below 1/);
  assert.equal(stderr.split("\n").length, 1);
});

Deno.test("recipeCode() is code that makes the same recipe", () => {
  for (const recipe of Object.values(recipes)) {
    const code = recipeCode(recipe);
    const made = new Function(`return { ${code} }`)();
    assert.deepEqual(made, { [recipe.name]: recipe });
  }
});
