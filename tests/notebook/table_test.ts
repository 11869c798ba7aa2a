import assert from "node:assert/strict";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  jupyterDisplay,
  type Table,
  table,
} from "stacked-autoencoders/notebook";

async function htmlOf(shown: Table): Promise<string> {
  return (await shown[jupyterDisplay]())["text/html"];
}

/** The cells of a column, header first, from the aligned text. */
function cellsOf(shown: Table, column: number): string[] {
  const lines = String(shown).split("\n").slice(0, -1);
  return lines.map((line) => line.trim().split(/ {2,}/)[column]);
}

Deno.test("table() shows ten rows and the size of the whole when given more", () => {
  const rows = Array.from(
    { length: 1682 },
    (_, movie) => ({ movie, stars: 3 }),
  );
  const lines = String(table(rows)).split("\n");
  assert.equal(lines.length, 1 + 10 + 1);
  assert.equal(lines.at(-1), "10 of 1682 rows × 2 columns");
  assert.equal(String(table(rows, { rows: 2 })).split("\n").length, 1 + 2 + 1);
});

Deno.test("table() shows a polars frame as HTML and text only, for VS Code's sake", async () => {
  const frame = pl.DataFrame({
    user: pl.Series("user", [1, 2, 3], pl.Int32),
    mean: pl.Series("mean", [3.5, 3.25, null], pl.Float32),
    gender: ["M", "F", null],
    seen: pl.Series("seen", [new Date(0), new Date(86_400_000), null], pl.Date),
    genres: pl.Series(
      "genres",
      [["Drama", "War"], ["Comedy"], []],
      pl.List(pl.Utf8),
    ),
    zip: ["12345", "T8H1N", null],
  });
  const shown = table(frame);
  assert.deepEqual(Object.keys(await shown[jupyterDisplay]()), [
    "text/html",
    "text/plain",
  ]);
  assert.equal(
    String(shown),
    [
      "user  mean  gender  seen        genres      zip",
      "   1  3.50  M       1970-01-01  Drama, War  1••••",
      "   2  3.25  F       1970-01-02  Comedy      T••••",
      "   3     –  –       –                       –",
      "3 rows × 6 columns",
    ].join("\n"),
  );
});

Deno.test("table() shows the first rows of a polars frame, and its whole size", () => {
  const frame = pl.DataFrame({
    movie: Array.from({ length: 30 }, (_, i) => `m${i}`),
  });
  const lines = String(table(frame, { rows: 3 })).split("\n");
  assert.deepEqual(lines, [
    "movie",
    "m0",
    "m1",
    "m2",
    "3 of 30 rows × 1 column",
  ]);
});

Deno.test("table() puts numbers to the right and texts to the left", async () => {
  const html = await htmlOf(table([{ model: "bias", rmse: 0.9561 }]));
  assert.match(html, /<th scope="col" style="text-align:left">model<\/th>/);
  assert.match(html, /<td style="text-align:right">0\.956<\/td>/);
});

Deno.test("table() rounds a column alike, to what it needs and at most three decimals", () => {
  const shown = table([
    { whole: 1, half: 1, third: 1 / 3, tiny: 0.0001, big: 12n },
    { whole: 1682, half: 2.5, third: 2, tiny: 0.003, big: 3n },
  ]);
  assert.deepEqual(cellsOf(shown, 0), ["whole", "1", "1682"]);
  assert.deepEqual(cellsOf(shown, 1), ["half", "1.0", "2.5"]);
  assert.deepEqual(cellsOf(shown, 2), ["third", "0.333", "2.000"]);
  assert.deepEqual(cellsOf(shown, 3), ["tiny", "0.0001", "0.003"]);
  assert.deepEqual(cellsOf(shown, 4), ["big", "12", "3"]);
});

Deno.test("table() shows the minutes of times, and none of days", () => {
  const time = new Date("1997-11-20T04:26:40Z");
  assert.deepEqual(cellsOf(table([{ time }]), 0), ["time", "1997-11-20 04:26"]);
  const day = new Date("1997-11-20T00:00:00Z");
  assert.deepEqual(cellsOf(table([{ day }]), 0), ["day", "1997-11-20"]);
});

Deno.test("table() masks zip codes, and other columns when told", () => {
  const row = { zip: "90210", name: "Ada" };
  assert.deepEqual(cellsOf(table([row]), 0), ["zip", "9••••"]);
  const all = table([row], { mask: ["zip", "name"] });
  assert.deepEqual(cellsOf(all, 1), ["name", "A••••"]);
  assert.deepEqual(cellsOf(table([row], { mask: [] }), 0), ["zip", "90210"]);
});

Deno.test("table() never shows a masked value, in any format", async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(
      fc.string({
        unit: fc.constantFrom(..."0123456789"),
        minLength: 3,
        maxLength: 9,
      }),
      { minLength: 1 },
    ),
    async (zips) => {
      const bundle = await table(zips.map((zip) => ({ zip })))
        [jupyterDisplay]();
      const cells = `${
        bundle["text/html"].replace(/^.*<tbody>|<\/table>.*$/g, "")
      }`;
      assert.doesNotMatch(cells, /\d\d/);
    },
  ));
});

Deno.test("table() escapes what looks like HTML", async () => {
  const html = await htmlOf(
    table([{ "<i>": `<script>alert("1 & 2")</script>` }], { caption: "<b>" }),
  );
  assert.doesNotMatch(html, /<script|<i>|<b>/);
  assert.match(html, /&lt;script&gt;alert\(&quot;1 &amp; 2&quot;\)/);
  assert.match(html, /<caption [^>]*>&lt;b&gt;<\/caption>/);
});

Deno.test("table() sets no colours: the page's are right, light or dark", async () => {
  const html = await htmlOf(table([{ a: 1 }], { caption: "One" }));
  assert.doesNotMatch(html, /color|background/);
});

Deno.test("table() takes all keys of all rows as columns", () => {
  assert.equal(
    String(table([{ a: 1 }, { b: "x" }])),
    ["a  b", "1  –", "–  x", "2 rows × 2 columns"].join("\n"),
  );
  assert.equal(String(table([])).trim(), "0 rows × 0 columns");
});

Deno.test("table() refuses what is no table", () => {
  assert.throws(() => table(5 as unknown as object[]), {
    name: "TypeError",
    message:
      "Cannot show a table as its data must be a data frame or an array of objects: current value is number",
  });
  assert.throws(
    () => table([1] as unknown as object[]),
    /an array with something else in it/,
  );
  assert.throws(() => table([], { rows: 0 }), {
    name: "RangeError",
    message:
      "Cannot show a table as rows must be a whole number of at least 1: current value is 0",
  });
  const misspelt = { rows: 3, title: "One" };
  assert.throws(
    () => table([], misspelt),
    /TypeError: Cannot use an unknown option of table.*current value is title/,
  );
});
