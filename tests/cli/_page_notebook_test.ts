import assert from "node:assert/strict";
import { pageNotebook } from "../../lib/cli/_page_notebook.ts";
import { TaskError } from "../../lib/cli/_task_error.ts";
import { codeCell, makeNotebook, result } from "./_make_notebook.ts";

const text = (source: string) => ({
  cell_type: "markdown",
  metadata: {},
  source,
});

Deno.test("pageNotebook() sets formulas, title and notice, and leaves code alone", () => {
  const notebook = makeNotebook([
    text("# A *small* sum\n\nIt is $x^2$."),
    codeCell("`costs $5`;"),
  ]);
  const { cells, metadata } = pageNotebook(notebook, {
    name: "01-sum",
    notice: "Invented",
  });
  assert.equal(metadata.title, "A small sum");
  assert.deepEqual(metadata.report, { notice: "Invented" });
  assert.match(
    cells[0].source,
    /^# A \*small\* sum\n\nIt is <math>.*<\/math>\.$/,
  );
  assert.equal(cells[1].source, "`costs $5`;");
  assert.equal(notebook.cells[0].source, "# A *small* sum\n\nIt is $x^2$.");
});

Deno.test("pageNotebook() takes a plot's SVG, and HTML where there is none", () => {
  const html = "<table></table>";
  const plot = { "text/html": "<img>", "image/svg+xml": "<svg/>" };
  const { cells } = pageNotebook(
    makeNotebook([
      codeCell("plot;", { outputs: [result(plot)] }),
      codeCell("table;", { outputs: [result({ "text/html": html })] }),
    ]),
    { name: "01-sum" },
  );
  const [shown, table] = cells.map((cell) => cell.outputs?.[0].data);
  assert.deepEqual(shown, { "image/svg+xml": "<svg/>" });
  assert.deepEqual(table, { "text/html": html });
});

Deno.test("pageNotebook() names the notebook and the text whose formula is no TeX", () => {
  const wrong = makeNotebook([text("## Loss\n\n$\\frac{$")]);
  assert.throws(
    () => pageNotebook(wrong, { name: "02-loss" }),
    (error: Error) =>
      error instanceof TaskError &&
      /in 02-loss, in the text that begins "## Loss"$/.test(error.message),
  );
});
