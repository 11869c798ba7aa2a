import assert from "node:assert/strict";
import { type ChartSeries, lineChart } from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

const words = { title: "A finding", xLabel: "epoch", yLabel: "loss (stars)" };
const falling = Array.from({ length: 40 }, (_, at) => 0.9 + 0.5 / (at + 1));

Deno.test("lineChart() draws a band, a line, published dots and a reference", () =>
  checkFigure("line-chart", () =>
    lineChart({
      "three seeds": {
        y: falling,
        low: falling.map((loss) => loss - 0.01),
        high: falling.map((loss) => loss + 0.02),
      },
      "published": { x: [3, 10, 40], y: [1.07, 0.96, 0.91], mark: "dots" },
      "ten rates": { x: [10, 20, 30], y: [1, 0.98, 1.01], mark: "both" },
    }, { ...words, from: 3, references: { "bias model": 0.935 } })));

Deno.test("lineChart() draws powers of ten evenly when logarithmic", () => {
  const svg = lineChart({ gap: { y: [0.001, 0.01, 0.1] } }, {
    ...words,
    logarithmic: true,
  });
  const path = svg.querySelector("[aria-label=line] path")!.getAttribute("d")!;
  const [a, b, c] = [...path.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  assert.ok(Math.abs((a - b) - (b - c)) < 0.02, path);
});

Deno.test("lineChart() leaves out what lies before `from`, and says all in words", () => {
  const series = { run: { y: [9, 1.02, 1] } };
  const drawn = lineChart(series, { ...words, from: 2 });
  const alone = lineChart({ run: { x: [2, 3], y: [1.02, 1] } }, words);
  const line = (svg: SVGSVGElement) =>
    svg.querySelector("[aria-label=line] path")!.getAttribute("d");
  assert.equal(line(drawn), line(alone));
  assert.match(
    drawn.querySelector("desc")!.textContent,
    /run: 9\.000 at 1, 1\.000 at 3, lowest 1\.000 at 3\./,
  );
  assert.ok(textsOf(drawn).includes("run: 1.000"));
});

Deno.test("lineChart() writes the ticks it is given, and reaches as far as they do", () => {
  const ticks = { xTicks: [0, 2, 5], yTicks: [0.5, 1, 1.5] };
  const svg = lineChart({ run: { y: [1.2, 0.8, 0.7] } }, {
    ...words,
    ...ticks,
  });
  const texts = (axis: string) =>
    [...svg.querySelectorAll(`[aria-label="${axis}-axis tick label"] text`)]
      .map(({ textContent }) => Number(textContent));
  assert.deepEqual(texts("x"), ticks.xTicks);
  assert.deepEqual(texts("y"), ticks.yTicks);
  assert.throws(
    () => lineChart({ run: { y: [1] } }, { ...words, xTicks: [NaN] }),
    /each tick must be a finite number/,
  );
});

Deno.test("lineChart() writes its ticks with as many decimals as they need", () => {
  const written = (xTicks: number[]) =>
    [
      ...lineChart({ run: { x: xTicks, y: xTicks } }, { ...words, xTicks })
        .querySelectorAll('[aria-label="x-axis tick label"] text'),
    ]
      .map(({ textContent }) => textContent);
  assert.deepEqual(written([1, 2, 3]), ["1", "2", "3"]);
  assert.deepEqual(written([-1, 0, 0.1 + 0.2]), ["−1.0", "0.0", "0.3"]);
  assert.deepEqual(written([0, 2.5e-7]), ["0.00000000", "0.00000025"]);
  assert.deepEqual(written([0, 1000]), ["0", "1000"]);
});

Deno.test("lineChart() refuses what cannot be drawn, by series and place", () => {
  const refused: [Record<string, ChartSeries>, RegExp][] = [
    [{}, /a series at least/],
    [{ run: { y: [] } }, /y of run must hold a number at least/],
    [{ run: { y: [1, NaN] } }, /y of run, place 2, must be a finite number/],
    [{ run: { x: [1], y: [1, 2] } }, /x of run .* lengths are 1 and 2/],
    [{ run: { y: [1], low: [1] } }, /high of run .* lengths are 0 and 1/],
    [{ run: { y: [1], z: [1] } as ChartSeries }, /unknown column of run/],
    [
      { run: { y: [1], mark: "bar" as "line" } },
      /mark of run as it must be one of line, dots, both: current value is bar/,
    ],
  ];
  for (const [series, message] of refused) {
    assert.throws(() => lineChart(series, words), message);
  }
  assert.throws(
    () => lineChart({ gap: { y: [0.1, 0] } }, { ...words, logarithmic: true }),
    /RangeError: .*each value must be above 0: current lowest is 0/,
  );
  assert.throws(
    () => lineChart({ run: { y: [1] } }, { ...words, yLabel: "" }),
    /yLabel must be a text/,
  );
  assert.throws(
    () =>
      lineChart({ run: { y: [1] } }, { ...words, titel: "" } as typeof words),
    /unknown option of lineChart.*titel/,
  );
});
