import assert from "node:assert/strict";
import { comparisonBars } from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

const errors = [
  { name: "always 4", value: 1.153 },
  { name: "user mean", value: 1.063 },
  { name: "bias model", value: 0.956 },
  { name: "the deck's network, as published", value: 0.972 },
  { name: "stacked autoencoder", value: 0.939 },
];
const rmse = { label: "RMSE (stars)", better: "lower" } as const;
const perCent = (share: number) => `${(100 * share).toFixed(1)} %`;

function titleOf(svg: SVGSVGElement) {
  return svg.getAttribute("aria-label");
}

/** Start and length of each bar, in pixels. */
function barsOf(svg: SVGSVGElement): [x: number, width: number][] {
  return [...svg.querySelectorAll("[aria-label=bar] rect")].map((bar) => [
    Number(bar.getAttribute("x")),
    Number(bar.getAttribute("width")),
  ]);
}

Deno.test("comparisonBars() puts the best first and points it out when told nothing else", () => {
  const svg = comparisonBars(errors, rmse);
  assert.equal(svg.getAttribute("width"), "720");
  assert.equal(
    titleOf(svg),
    "stacked autoencoder is best: 0.939, then bias model: 0.956",
  );
  assert.equal(
    svg.querySelector("desc")?.textContent,
    "Comparison by RMSE (stars), lower is better; the axis does not begin at 0. " +
      "Best first: stacked autoencoder 0.939; bias model 0.956; " +
      "the deck's network, as published 0.972; user mean 1.063; always 4 1.153.",
  );
  const bold = [...svg.querySelectorAll("[font-weight='600'] text")];
  assert.deepEqual(bold.map((text) => text.textContent), [
    "stacked autoencoder",
    "0.939, best",
  ]);
});

Deno.test("comparisonBars() draws dots on a cut axis when values lie close together", () =>
  checkFigure(
    "comparison-dots",
    () => comparisonBars(errors, { ...rmse, highlight: "stacked autoencoder" }),
  ));

Deno.test("comparisonBars() draws bars from zero when values lie far apart", () =>
  checkFigure("comparison-bars", () =>
    comparisonBars([
      { name: "tfjs, cpu", value: 21 },
      { name: "tfjs, wasm", value: 3.7 },
      { name: "SIMD kernels, sparse", value: 0.06 },
    ], { label: "one step (ms)", better: "lower", format: String })));

Deno.test("comparisonBars() writes values as told when a format is given", () =>
  checkFigure("comparison-shares", () =>
    comparisonBars([
      { name: "always 4", value: 0.821 },
      { name: "bias model", value: 0.715 },
      {
        name: "stacked autoencoder with a name that needs more than one line",
        value: 0.722,
      },
    ], {
      label: "ratings within one star (%)",
      better: "higher",
      format: perCent,
      highlight:
        "stacked autoencoder with a name that needs more than one line",
    })));

Deno.test("comparisonBars() makes bars as long as their values when they begin at zero", () => {
  const svg = comparisonBars([
    { name: "a", value: 1 },
    { name: "b", value: 4 },
  ], { ...rmse, fromZero: true });
  const [[x1, one], [x2, four]] = barsOf(svg);
  assert.equal(x1, x2);
  assert.ok(Math.abs(four / one - 4) < 1e-3, `${four} is not 4 times ${one}`);
});

Deno.test("comparisonBars() draws below zero to the left when a value is negative", () => {
  const svg = comparisonBars([
    { name: "a", value: -1 },
    { name: "b", value: 2 },
  ], { ...rmse });
  const [[start, length], [zero]] = barsOf(svg);
  assert.ok(Math.abs(start + length - zero) < 0.02);
});

Deno.test("comparisonBars() says who wins when the highlighted row does not", () => {
  const svg = comparisonBars([
    { name: "ours", value: 0.72 },
    { name: "always 4", value: 0.82 },
  ], { label: "share", better: "higher", highlight: "ours" });
  assert.equal(
    titleOf(svg),
    "always 4 is best: 0.820; ours: 0.720, place 2 of 2",
  );
});

Deno.test("comparisonBars() shares the first place when values read the same", () => {
  const svg = comparisonBars([
    { name: "a", value: 0.9391 },
    { name: "b", value: 0.9394 },
    { name: "c", value: 2 },
  ], rmse);
  assert.equal(titleOf(svg), "2 of 3 share the best value: 0.939");
  assert.equal(
    textsOf(svg).filter((text) => text === "0.939, best").length,
    2,
  );
});

Deno.test("comparisonBars() crowns nobody when there is one row", () => {
  const svg = comparisonBars([{ name: "a", value: 2 }], rmse);
  assert.equal(titleOf(svg), "a: 2.000");
  assert.ok(textsOf(svg).includes("2.000"));
});

Deno.test("comparisonBars() refuses rows and options that make no sense", () => {
  const one = { name: "a", value: 1 };
  assert.throws(() => comparisonBars([], rmse), {
    name: "RangeError",
    message:
      "Cannot compare models as there must be at least one: current value is 0 rows",
  });
  assert.throws(() => comparisonBars([one, { ...one, value: 2 }], rmse), {
    name: "RangeError",
    message:
      "Cannot compare models as each name must come once: current value is a, twice",
  });
  assert.throws(() => comparisonBars([{ ...one, value: NaN }], rmse), {
    name: "RangeError",
    message:
      "Cannot draw a comparison as the value of a must be a finite number: current value is NaN",
  });
  assert.throws(() => comparisonBars([one], { ...rmse, highlight: "b" }), {
    name: "RangeError",
    message:
      "Cannot highlight a row as its name must be one of a: current value is b",
  });
  const best = { ...rmse, better: "best" as "lower" };
  assert.throws(
    () => comparisonBars([one], best),
    /RangeError: Cannot compare models as better must be lower or higher: current value is best/,
  );
  const misspelt = { ...rmse, colour: "red" };
  assert.throws(
    () => comparisonBars([one], misspelt),
    /TypeError: Cannot use an unknown option of comparisonBars.*current value is colour/,
  );
});

Deno.test("comparisonBars() draws a row hollow when it was not measured here", () => {
  const rows = [{ name: "here", value: 0.92 }, { name: "there", value: 0.95 }];
  const options = { label: "RMSE (stars)", better: "lower" } as const;
  const dots = (svg: SVGSVGElement) =>
    [...svg.outerHTML.matchAll(/<circle [^>]*>/g)].length;
  const hollow = comparisonBars(rows, { ...options, hollow: "there" });
  assert.equal(dots(hollow), 2);
  assert.equal(dots(comparisonBars(rows, options)), 2);
  assert.match(
    hollow.outerHTML,
    /stroke="#55555e" fill="#ffffff" aria-label="dot"/,
  );
  assert.throws(
    () => comparisonBars(rows, { ...options, hollow: "nobody" }),
    /must be one of here, there: current value is nobody/,
  );
});
