import assert from "node:assert/strict";
import { bootstrapDifference, Random } from "stacked-autoencoders/core";

Deno.test("bootstrapDifference() covers 95 % by 10 000 draws unless told", () => {
  const [first, second] = [[1, 2, 3.5, 4], [1.5, 2, 3, 4.5]];
  assert.deepEqual(
    bootstrapDifference(first, second),
    bootstrapDifference(first, second, {
      repetitions: 10_000,
      confidence: 0.95,
      seed: 1,
    }),
  );
});

Deno.test("bootstrapDifference() agrees with all 27 samples of three users, counted out", () => {
  const gaps = [-3, 1, 2];
  const means = gaps.flatMap((a) =>
    gaps.flatMap((b) => gaps.map((c) => (a + b + c) / 3))
  ).sort((a, b) => a - b);
  const below = means.filter((mean) => mean < 0).length / 27;
  const found = bootstrapDifference(gaps, [0, 0, 0], {
    repetitions: 50_000,
    confidence: 0.8,
  });
  assert.equal(found.difference, 0);
  // The draws' own standard error is 0.002.
  assert.ok(Math.abs(found.shareBelow - below) < 0.01, `${found.shareBelow}`);
  // 10 % of 27 is 2.7: the third and the third last value.
  assert.ok(Math.abs(found.low - means[2]) < 1e-9, `${found.low}`);
  assert.ok(Math.abs(found.high - means[24]) < 1e-9, `${found.high}`);
});

Deno.test("bootstrapDifference() comes to ±1.96 s/√n for many users", () => {
  const random = new Random(5);
  const n = 2000;
  const first = Float64Array.from({ length: n }, () => random.normal());
  const second = first.map((loss) => loss + 0.03 + 0.5 * random.normal());
  const gaps = first.map((loss, at) => loss - second[at]);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n;
  const spread = Math.sqrt(
    gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (n - 1),
  );
  const { difference, low, high } = bootstrapDifference(first, second, {
    repetitions: 4000,
  });
  const margin = 1.96 * spread / Math.sqrt(n);
  assert.ok(Math.abs(difference - mean) < 1e-12);
  assert.ok(Math.abs(low - (mean - margin)) < 0.1 * margin, `${low}`);
  assert.ok(Math.abs(high - (mean + margin)) < 0.1 * margin, `${high}`);
});

Deno.test("bootstrapDifference() changes sign when the models change places", () => {
  const [first, second] = [[1, 2, 3.5], [1.5, 2, 2]];
  const there = bootstrapDifference(first, second);
  const back = bootstrapDifference(second, first);
  assert.equal(there.difference, -back.difference);
  assert.ok(Math.abs(there.low + back.high) < 1e-12);
});

Deno.test("bootstrapDifference() refuses what it cannot compare", () => {
  const refused: [() => unknown, RegExp][] = [
    [() => bootstrapDifference([1], [1]), /at least 2 users: .* 1 and 1$/],
    [() => bootstrapDifference([1, 2], [1]), /current lengths are 2 and 1$/],
    [() => bootstrapDifference([1, NaN], [1, 2]), /position 1 are NaN and 2$/],
    [
      () => bootstrapDifference([1, 2], [1, 2], { repetitions: 10 }),
      /repetitions as it must be .* at least 100: current value is 10$/,
    ],
    [
      () => bootstrapDifference([1, 2], [1, 2], { confidence: 1 }),
      /confidence as it must be above 0 and below 1: current value is 1$/,
    ],
  ];
  for (const [call, message] of refused) {
    assert.throws(
      call,
      (error) => error instanceof RangeError && message.test(error.message),
    );
  }
});
