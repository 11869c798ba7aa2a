import assert from "node:assert/strict";
import { starConfusion } from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

Deno.test("starConfusion() counts as done by hand when predictions lie outside and between", () => {
  // Rounded and kept in 1 … 3: 1, 3, 2, 3 (halfway goes up), given 1, 1, 2, 3.
  const svg = starConfusion([-4, 9, 2.49, 2.5], [1, 1, 2, 3]);
  assert.equal(
    svg.getAttribute("aria-label"),
    "75.0 % of the predictions hit the star, 75.0 % are within one",
  );
  assert.equal(
    svg.querySelector("desc")?.textContent,
    "Table of given stars by predicted stars, a row sums to 100 %. " +
      "Of 2 ratings of 1: 50.0 % as 1, 0.0 % as 2, 50.0 % as 3. " +
      "Of 1 ratings of 2: 0.0 % as 1, 100.0 % as 2, 0.0 % as 3. " +
      "Of 1 ratings of 3: 0.0 % as 1, 0.0 % as 2, 100.0 % as 3.",
  );
});

Deno.test("starConfusion() draws five rows of five stars", () =>
  checkFigure("star-confusion", () => {
    const expected = Array.from({ length: 1000 }, (_, at) => 1 + at % 5);
    const predicted = expected.map((stars, at) =>
      3.5 + 0.4 * (stars - 3) + Math.sin(at)
    );
    return starConfusion(predicted, expected);
  }));

Deno.test("starConfusion() leaves a row blank when nobody gave its stars", () => {
  const svg = starConfusion([1, 3], [1, 3]);
  assert.ok(textsOf(svg).includes("2 (0)"));
  assert.doesNotMatch(svg.outerHTML, /NaN/);
  // Half stars: the nearest that occurs.
  const halves = starConfusion([0.6, 3.4], [0.5, 3.5]);
  assert.ok(halves.getAttribute("aria-label")?.startsWith("100.0 %"));
});

Deno.test("starConfusion() refuses lists that do not match", () => {
  assert.throws(
    () => starConfusion([1], [1, 2]),
    /current lengths are 1 and 2/,
  );
  assert.throws(() => starConfusion([], []), /at least one rating/);
  assert.throws(
    () => starConfusion([NaN], [1]),
    /predicted\[0\] must be a finite number: current value is NaN/,
  );
  assert.throws(
    () => starConfusion([1], [4], { stars: [1, 2] }),
    /each rating must be one of 1, 2: current value of expected\[0\] is 4/,
  );
});
