import assert from "node:assert/strict";
import * as Plot from "@observablehq/plot";
import {
  figure,
  type FigureOptions,
  house,
  lossCurve,
} from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

Deno.test("figure() displays itself as an <img> with alternative text, as SVG and as text", () => {
  const svg = lossCurve({ trainLoss: [1, 0.9] }, {
    title: `R&D says "down"`,
  }) as SVGSVGElement & { [display: symbol]: () => Record<string, string> };
  const bundle = svg[Symbol.for("Jupyter.display")]();
  assert.deepEqual(Object.keys(bundle), [
    "text/html",
    "image/svg+xml",
    "text/plain",
  ]);
  const html = bundle["text/html"];
  const data = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(html)?.[1] ??
    "";
  const picture = new TextDecoder().decode(Uint8Array.fromBase64(data));
  assert.equal(picture, svg.outerHTML);
  assert.equal(bundle["image/svg+xml"], svg.outerHTML);
  assert.ok(
    html.includes(`alt="R&amp;D says &quot;down&quot;. Line chart of loss`),
  );
  assert.ok(
    bundle["text/plain"].startsWith(`R&D says "down"\nLine chart of loss`),
  );
});

Deno.test("figure() makes room for long category names and draws the grid along the values", () =>
  checkFigure("figure-genres", () =>
    figure({
      title: "Drama has more ratings than any other genre",
      subtitle: "A film may have several genres",
      description:
        "Bar chart of ratings by genre: Drama 39 895, Comedy 29 832, Documentary and others 758.",
      xLabel: "ratings",
      marks: [
        Plot.barX([
          { genre: "Drama", ratings: 39895 },
          { genre: "Comedy", ratings: 29832 },
          { genre: "Documentary and others", ratings: 758 },
        ], { y: "genre", x: "ratings", fill: house.accent, sort: { y: "-x" } }),
      ],
      height: 240,
    })));

Deno.test("figure() gives categories the house's colours, and moves labels apart", () =>
  checkFigure("figure-lines", () => {
    const names = ["women", "men", "all"];
    const rows = names.flatMap((who, index) =>
      Array.from({ length: 6 }, (_, week) => ({
        who,
        week: week + 1,
        mean: 3.5 + 0.05 * week + 0.01 * index,
      }))
    );
    return figure({
      title: "Means rise alike",
      description:
        "Line chart of mean stars by week, three lines from 3.5 to 3.8.",
      xLabel: "week",
      yLabel: "mean rating (stars)",
      marks: [Plot.line(rows, { x: "week", y: "mean", stroke: "who" })],
      labels: names.map((text, index) => ({
        x: 6,
        y: 3.75 + 0.01 * index,
        text,
      })),
    });
  }));

Deno.test("figure() draws histograms on a logarithmic axis when told so", () =>
  checkFigure("figure-log", () =>
    figure({
      title: "Half of the films have 27 ratings or fewer",
      description:
        "Dot chart of ratings against rank, both logarithmic: from 583 down to 1.",
      xLabel: "rank of the film (logarithmic)",
      yLabel: "ratings (logarithmic)",
      marks: [
        Plot.dot([[1, 583], [10, 420], [100, 200], [1000, 12], [1682, 1]], {
          fill: house.accent,
          r: 4,
        }),
      ],
      plot: { x: { type: "log" }, y: { type: "log" } },
    })));

Deno.test("figure() makes room for dates of two lines, a month over its year", () =>
  checkFigure("figure-dates", () => {
    const weeks = Array.from({ length: 32 }, (_, week) => ({
      from: new Date(Date.UTC(1997, 8, 15 + 7 * week)),
      ratings: 1000 + 500 * (week % 5),
    }));
    return figure({
      title: "Ratings came in rushes",
      description: "Line chart of ratings a week, from 1000 to 3000.",
      xLabel: "week",
      yLabel: "ratings a week",
      marks: [Plot.lineY(weeks, { x: "from", y: "ratings" })],
    });
  }));

Deno.test("figure() writes thousands at its ticks without a comma, and leaves names alone", () => {
  const svg = figure({
    title: "Ticks",
    description: "Dots at 0 and 4000.",
    marks: [Plot.dot([["one, two", 0], ["1,5", 4000]])],
    plot: { x: { type: "point" } },
  });
  const texts = textsOf(svg);
  assert.ok(texts.includes("4000"), texts.join(" | "));
  assert.ok(texts.includes("1,5") && texts.includes("one, two"));
});

Deno.test("figure() draws grid lines where the axis says a number, and nowhere else", () => {
  const places = (svg: SVGSVGElement) => ({
    lines: [...svg.querySelectorAll("[aria-label=y-grid] line")]
      .map((line) => Number(line.getAttribute("y1"))),
    texts: [...svg.querySelectorAll("[aria-label='y-axis tick label'] text")]
      .filter((text) => text.textContent !== "")
      .map((text) =>
        Number(text.getAttribute("transform")!.match(/,(.+)\)/)![1])
      ),
  });
  const draw = (y: Plot.ScaleOptions) =>
    places(figure({
      title: "An angle falls",
      description: "Line chart of an angle, from 60 to 0.003.",
      marks: [Plot.line([[0, 60], [1, 0.003]])],
      plot: { y },
    }));
  for (const type of ["log", "linear"] as const) {
    const chosen = draw({ type, ticks: [0.01, 0.1, 1, 10] });
    assert.equal(chosen.lines.length, 4, type);
    assert.deepEqual(chosen.lines, chosen.texts);
    const usual = draw({ type });
    assert.ok(usual.lines.length > 2, type);
    assert.deepEqual(usual.lines, usual.texts);
  }
  // An axis that says nothing keeps its grid.
  assert.ok(draw({ tickFormat: () => "" }).lines.length > 2);
});

Deno.test("figure() refuses a figure without words, a legend outside it, and options that it has not", () => {
  const marks = [Plot.dot([[1, 1]], { fill: () => "a" })];
  const words = { title: "A dot", description: "One dot at 1, 1." };
  assert.throws(() => figure({ ...words, description: " ", marks }), {
    name: "TypeError",
    message:
      'Cannot draw a figure as description must be a text that says what it shows: current value is " "',
  });
  assert.throws(
    () => figure({ marks } as unknown as FigureOptions),
    /title must be a text.*current value is undefined/,
  );
  assert.throws(
    () => figure({ ...words, marks, plot: { color: { legend: true } } }),
    /TypeError: Cannot draw a figure as a legend of Plot's would stand outside it/,
  );
  assert.throws(
    () => figure({ ...words } as unknown as FigureOptions),
    /marks must be an array of Plot's marks: current value is undefined/,
  );
  assert.throws(
    () => figure({ ...words, marks, xlabel: "x" } as FigureOptions),
    /unknown option of figure.*xlabel/,
  );
  assert.throws(
    () => figure({ ...words, marks, width: 40 }),
    /need a width of at least \d+ pixels: current value is 40/,
  );
});
