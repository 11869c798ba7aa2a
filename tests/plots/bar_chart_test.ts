import assert from "node:assert/strict";
import { barChart } from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

const options = { title: "Four stars win", label: "ratings", names: "stars" };
const byStars = [6110, 11370, 27145, 34174, 21201]
  .map((value, at) => ({ name: at + 1, value }));

Deno.test("barChart() stands the bars up, each with its value, when they are few", () =>
  checkFigure("bars-stars", () => barChart(byStars, options)));

Deno.test("barChart() lays the bars down when they are many, in the order given", () =>
  checkFigure("bars-lying", () =>
    barChart(
      Array.from({ length: 9 }, (_, at) => ({
        name: `Documentary ${at + 1}`,
        value: at * 1000,
      })),
      {
        ...options,
        subtitle: "Lying",
        names: "genre",
        format: (x) => `${x / 1000} k`,
      },
    )));

Deno.test("barChart() describes every bar in words", () => {
  const svg = barChart(byStars, options);
  assert.equal(
    svg.querySelector("desc")?.textContent,
    "Bar chart of ratings by stars. 1: 6110, 2: 11370, 3: 27145, 4: 34174, 5: 21201.",
  );
  assert.ok(textsOf(svg).includes("34174"));
});

Deno.test("barChart() refuses what has no length", () => {
  assert.throws(() => barChart([], options), /the number of bars/);
  assert.throws(
    () => barChart([{ name: "a", value: NaN }], options),
    /the value of a must be a finite number: current value is NaN/,
  );
  assert.throws(
    () => barChart([{ name: "a", value: -1 }], options),
    /the value of a.*at least 0/,
  );
  const twice = [{ name: "a", value: 1 }, { name: "a", value: 2 }];
  assert.throws(() => barChart(twice, options), /each name must come once.*a/);
});
