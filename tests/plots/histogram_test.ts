import assert from "node:assert/strict";
import fc from "fast-check";
import { histogram } from "stacked-autoencoders/plots";
import { checkFigure } from "./_check_figure.ts";

const options = {
  title: "Most have few",
  label: "ratings of a user",
  count: "users",
  step: 20,
};

Deno.test("histogram() draws a bar for each step, and names the references", () =>
  checkFigure(
    "histogram-references",
    () =>
      histogram([20, 24, 39, 40, 65, 31, 110], {
        ...options,
        references: { median: 39, mean: 47 },
      }),
  ));

Deno.test("histogram() says in words where most values lie, and how far they reach", () => {
  const svg = histogram([20, 24, 39, 40, 65, 31, 110], options);
  assert.equal(
    svg.querySelector("desc")?.textContent,
    "Histogram of ratings of a user, in steps of 20: 7 users from 20 to below " +
      "120, most of them, 4, from 20 to below 40.",
  );
});

Deno.test("histogram() puts a value on a border into the step above, rounding or not", () => {
  const words = (value: number, step: number) =>
    histogram([value], { ...options, step }).querySelector("desc")?.textContent;
  assert.match(words(0.3, 0.1)!, /1 users from 0\.3 to below 0\.4,/);
  assert.match(words(-0.5, 1)!, /from -1 to below 0,/);
});

Deno.test("histogram() counts every value once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 1, max: 30 }),
      (values, step) => {
        const bars = histogram(values, { ...options, step })
          .querySelectorAll("[aria-label=rect] rect").length;
        const steps = new Set(values.map((value) => Math.floor(value / step)));
        assert.equal(bars, steps.size);
      },
    ),
    { numRuns: 20 },
  );
});

Deno.test("histogram() refuses what cannot be counted", () => {
  assert.throws(() => histogram([], options), /the number of values/);
  assert.throws(
    () => histogram([1, NaN], options),
    /value 1 must be a finite number: current value is NaN/,
  );
  assert.throws(() => histogram([1], { ...options, step: 0 }), /step/);
});
