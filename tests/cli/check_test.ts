import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { notebookChecks } from "../../lib/cli/_check_notebook.ts";
import { type Cell, formatNotebook } from "../../lib/cli/_notebook_file.ts";
import { notebookModule, relocate } from "../../lib/cli/_notebook_module.ts";
import { codeCell, makeNotebook } from "./_make_notebook.ts";

const config = fileURLToPath(new URL("../../deno.json", import.meta.url));

/** What the checks of a notebook of these cells say, by the check's first word. */
async function check(...cells: Cell[]): Promise<Record<string, string>> {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "05-x.ipynb");
    await Deno.writeTextFile(file, formatNotebook(makeNotebook(cells)));
    const said: Record<string, string> = {};
    for (const [name, run] of notebookChecks(file, { config })) {
      said[name.split(" ")[0]] = await run();
    }
    return said;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("notebookModule() knows the cell and line of every line", () => {
  const module = notebookModule(makeNotebook([
    codeCell("a;\nb;\n"),
    { cell_type: "markdown", metadata: {}, source: "text" },
    codeCell("c;"),
  ]));
  assert.equal(module.source, "a;\nb;\nc;\n");
  assert.deepEqual([1, 2, 3].map(module.locate), [
    { cell: 1, line: 1 },
    { cell: 1, line: 2 },
    { cell: 2, line: 1 },
  ]);
  assert.throws(() => module.locate(0), RangeError);
});

Deno.test("notebookModule() ends a cell's last statement", () => {
  const { source } = notebookModule(makeNotebook([
    codeCell("const a = b"),
    codeCell("[a];"),
    codeCell("`c`;"),
  ]));
  assert.equal(source, "const a = b\n;[a];\n`c`;\n");
});

Deno.test("relocate() rewrites what check and lint write, and no other file", () => {
  const module = notebookModule(makeNotebook([codeCell("a;"), codeCell("b;")]));
  const options = { path: "/t/05-x.ts", notebook: "05-x.ipynb", module };
  assert.equal(
    relocate("at file:///t/05-x.ts:2:1, /t/other.ts:2:1", options),
    "at 05-x.ipynb, cell 2, line 1, /t/other.ts:2:1",
  );
  assert.equal(
    relocate("file:///t/05-x.ts: line 1, col 3 - no", options),
    "05-x.ipynb, cell 1, line 1 - no",
  );
});

Deno.test("notebookChecks() finds nothing in a notebook in order", async () => {
  assert.deepEqual(
    await check(
      { cell_type: "markdown", metadata: {}, source: "# Title" },
      codeCell('import { rmse } from "stacked-autoencoders/core";'),
      codeCell("const typed: typeof rmse = rmse;\ntyped;"),
    ),
    { format: "", rules: "", types: "", lint: "" },
  );
});

Deno.test("notebookChecks() names cell and line of a type error and of a name declared twice", async () => {
  const { types } = await check(
    codeCell("const a = 1;"),
    codeCell("const b: number = 2;\nconst c: string = b;"),
    codeCell("const a = 3;\n[b, c, a];"),
  );
  assert.match(types, /TS2322[^]*notebooks\/05-x\.ipynb, cell 2, line 2/);
  assert.match(types, /TS2451[^]*notebooks\/05-x\.ipynb, cell 3, line 1/);
});

Deno.test("notebookChecks() names a cell that lint or format dislikes", async () => {
  const { lint, format, rules } = await check(
    codeCell("const fine = 1;"),
    codeCell("debugger;\nlet never =  fine;"),
  );
  assert.match(lint, /cell 2, line 1 .*no-debugger/);
  assert.match(lint, /cell 2, line 2 .*prefer-const/);
  assert.match(format, /notebooks\/05-x\.ipynb is not formatted: deno fmt/);
  assert.equal(rules, "");
});

Deno.test("notebookChecks() lets a cell name a result, but use its imports", async () => {
  const named = await check(codeCell("const history = 1;"));
  assert.equal(named.lint, "");
  const unused = await check(
    codeCell('import { rmse } from "stacked-autoencoders/core";'),
  );
  assert.match(unused.lint, /cell 1, line 1 .*`rmse` is never used/);
});
