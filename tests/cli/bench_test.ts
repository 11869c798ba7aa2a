import assert from "node:assert/strict";
import { benchRatings } from "../../lib/cli/_bench_ratings.ts";

const root = new URL("../../", import.meta.url);

Deno.test("bench --quick --json prints its report last, and draws the growth", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const plot = `${folder}/growth.svg`;
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["task", "--quiet", "bench"],
        ...["--quick", "--json", "--plot", plot],
      ],
      cwd: root,
      env: { NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder();
    assert.equal(code, 0, text.decode(stderr));
    const report = JSON.parse(
      text.decode(stdout).trimEnd().split("\n").at(-1)!,
    );
    assert.equal(report.comparisons.length, 6);
    for (const { name, sparse, dense, ratio } of report.comparisons) {
      assert.ok(sparse > 0 && dense > 0, name);
      assert.equal(ratio, dense / sparse);
    }
    assert.equal(report.growth.length, 2);
    for (const point of report.growth) {
      assert.ok(point.secondsPerEpoch > 0);
      assert.ok(point.singleStepSecondsPerEpoch > 0);
      assert.ok(point.peakBytes > 2 ** 20 && point.peakBytes < 2 ** 32);
    }
    assert.ok(Number.isFinite(report.slope));
    assert.match(await Deno.readTextFile(plot), /^<svg .*mini-batches/s);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("bench refuses an option that it does not have, in one line", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "bench", "--quik"],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  assert.equal(code, 2);
  assert.match(new TextDecoder().decode(stderr), /unknown option '--quik'/);
});

Deno.test("benchRatings() has the shape asked for, a long tail, and the seed's numbers", () => {
  const shape = { users: 300, movies: 500, ratings: 10_000 };
  const ratings = benchRatings(shape);
  assert.deepEqual([ratings.rows, ratings.columns, ratings.size], [
    300,
    500,
    10_000,
  ]);
  assert.ok(ratings.stars.every((stars) => [1, 2, 3, 4, 5].includes(stars)));
  const { indptr } = ratings.transpose();
  const raters = Array.from(indptr.subarray(1), (end, at) => end - indptr[at])
    .sort((a, b) => b - a);
  const top = raters.slice(0, 50).reduce((sum, count) => sum + count, 0);
  assert.ok(top > 0.3 * ratings.size, "a tenth of the movies has 30 %");
  assert.deepEqual(benchRatings(shape).indices, ratings.indices);
  assert.notDeepEqual(
    benchRatings({ ...shape, seed: 2 }).indices,
    ratings.indices,
  );
  assert.throws(
    () => benchRatings({ users: 3, movies: 3, ratings: 9 }),
    /a quarter of users × movies/,
  );
});
