import assert from "node:assert/strict";
import { growthCurve, growthSlope } from "stacked-autoencoders/plots";
import { checkFigure } from "./_check_figure.ts";

/** A cost that grows by a power, at five sizes. */
function growing(seconds: number, power: number) {
  return [1e5, 3e5, 1e6, 3e6, 1e7].map((ratings) => ({
    ratings,
    seconds: seconds * (ratings / 1e5) ** power,
  }));
}

Deno.test("growthCurve() draws mini-batches beside one user a step, which stops earlier", () =>
  checkFigure("growth-two", () =>
    growthCurve({
      "mini-batches": growing(0.02, 0.97),
      "one user a step": growing(0.07, 1.2).slice(0, 3),
    }, { subtitle: "20–10–20, two cores" })));

Deno.test("growthCurve() draws one series of two points", () =>
  checkFigure(
    "growth-one",
    () => growthCurve({ "mini-batches": growing(2, 1.04).slice(0, 2) }),
  ));

Deno.test("growthSlope() finds the power that points were made with", () => {
  assert.ok(Math.abs(growthSlope(growing(0.3, 1.07)) - 1.07) < 1e-12);
  // By hand: log₁₀ costs 0, 0, 2 at sizes 0, 1, 2: slope (−1·−2/3 + 1·4/3)/2 = 1.
  const bent = [[1, 1], [10, 1], [100, 100]].map(([ratings, seconds]) => ({
    ratings,
    seconds,
  }));
  assert.ok(Math.abs(growthSlope(bent) - 1) < 1e-12);
});

Deno.test("growthCurve() refuses what has no logarithm or no slope, by its place", () => {
  const point = { ratings: 10, seconds: 1 };
  assert.throws(
    () => growthCurve({ a: [point, { ratings: 20, seconds: 0 }] }),
    /RangeError: Cannot use a cost as seconds of a, point 2 must be a number above 0: current value is 0/,
  );
  assert.throws(() => growthCurve({ a: [point] }), /two sizes at least/);
  assert.throws(() => growthCurve({}), /a series at least/);
  assert.throws(
    () => growthCurve({ a: growing(1, 1) }, { tittle: "" } as object),
    /unknown option of growthCurve.*tittle/,
  );
});
