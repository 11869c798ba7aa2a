import assert from "node:assert/strict";
import { formatNotebook, type Notebook } from "../../lib/cli/_notebook_file.ts";
import {
  committedFaults,
  linesOfCode,
  sourceFaults,
} from "../../lib/cli/_notebook_rules.ts";
import { codeCell, makeNotebook, result, stream } from "./_make_notebook.ts";

const faults = (notebook: Notebook) =>
  committedFaults(notebook, formatNotebook(notebook));

/** A table as HTML. */
function table(head: string[], rows: string[][]): string {
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((it) => `<${tag}>${it}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(head, "th")}</thead><tbody>${
    rows.map((it) => row(it, "td")).join("")
  }</tbody></table>`;
}

const showing = (html: string) =>
  makeNotebook([
    codeCell("table(users);", { outputs: [result({ "text/html": html })] }),
  ]);

Deno.test("committedFaults() finds none in a notebook in order", () => {
  const notebook = makeNotebook([
    { cell_type: "markdown", metadata: {}, source: "# Title" },
    codeCell('import { x } from "y";\n\nconst a = 1;'),
    codeCell("a;", { outputs: [result({ "text/plain": "1" })] }),
    codeCell('console.log("a");', { outputs: [stream("a\n")] }),
  ]);
  assert.deepEqual(faults(notebook), []);
});

Deno.test("sourceFaults() names format, kernel, missing and repeated ids", () => {
  const notebook = makeNotebook(
    [codeCell("let a;", { id: "x" }), codeCell("let b;", { id: "x" })],
    { nbformat_minor: 4, metadata: { kernelspec: { name: "python3" } } },
  );
  assert.deepEqual(sourceFaults(notebook), [
    "format 4.4, must be 4.5",
    "kernel python3 of undefined, must be deno of typescript",
    "language_info undefined, must be typescript",
    "id x is there twice",
  ]);
  const none = makeNotebook([codeCell("let a;", { id: undefined })]);
  assert.deepEqual(sourceFaults(none), ["cell at place 1 has no id"]);
});

Deno.test("sourceFaults() names a cell of more than fifteen lines of code", () => {
  const lines = (count: number) =>
    codeCell(Array(count).fill("a();").join("\n"));
  assert.deepEqual(sourceFaults(makeNotebook([lines(15)])), []);
  assert.deepEqual(sourceFaults(makeNotebook([lines(1), lines(16)])), [
    "cell 2 has 16 lines of code, may have 15",
  ]);
});

Deno.test("linesOfCode() leaves out blank lines, comments and imports", () => {
  const source = `import {
  a,
} from "x";
// why
/* and
why not */

const b = a(); // counts
  b.c();`;
  assert.equal(linesOfCode(source), 2);
});

Deno.test("committedFaults() notices a result that was lost", () => {
  for (
    const lost of ["a;", "table(\n  rows,\n);", "({ a, b });", "// why\n`x`;"]
  ) {
    assert.deepEqual(faults(makeNotebook([codeCell(lost)])), [
      "cell 1: ends in an expression and shows nothing",
    ], lost);
  }
  const silent = [
    "const a = {\n  b,\n};",
    "for (const a of b) {\n  c(a);\n}",
    "history = await fit();",
  ];
  for (const source of silent) {
    assert.deepEqual(faults(makeNotebook([codeCell(source)])), [], source);
  }
});

Deno.test("committedFaults() names a wrong count and an error", () => {
  const notebook = makeNotebook([
    codeCell("const a = 1;", { execution_count: 3 }),
    codeCell("b();", {
      outputs: [{ output_type: "error", ename: "TypeError", evalue: "no b" }],
    }),
  ]);
  assert.deepEqual(faults(notebook), [
    "cell 1: execution count 3, must be 1",
    "cell 2: error TypeError: no b",
  ]);
});

Deno.test("committedFaults() lets an error be that is tagged raises-exception", () => {
  const cell = codeCell("b();", {
    metadata: { tags: ["raises-exception"] },
    outputs: [{ output_type: "error", ename: "TypeError", evalue: "no b" }],
  });
  assert.deepEqual(faults(makeNotebook([cell])), []);
});

Deno.test("committedFaults() refuses synthetic ratings and paths of one machine", () => {
  const invented = codeCell("const a = 1;", {
    outputs: [stream("SYNTHETIC DATA: this is not MovieLens.", "stderr")],
  });
  assert.deepEqual(faults(makeNotebook([invented])), [
    "cell 1: its ratings are synthetic",
  ]);
  for (const path of ["/home/ada/x", "/tmp/y", "/root/z", `/${"work"}/main`]) {
    const cell = codeCell("log();", { outputs: [stream(`from ${path}\n`)] });
    assert.deepEqual(faults(makeNotebook([cell])).length, 1, path);
  }
  const url = codeCell("log();", { outputs: [stream("https://x.org/home/a")] });
  assert.deepEqual(faults(makeNotebook([url])), []);
});

Deno.test("committedFaults() refuses more than ten rows of a table by user", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => [`${at}`, "4"]);
  for (const name of ["user", "User ID", "user_id", "userId"]) {
    assert.deepEqual(faults(showing(table([name, "stars"], rows(10)))), []);
    assert.deepEqual(faults(showing(table([name, "stars"], rows(11)))), [
      "cell 1: a table by user with 11 rows, may have 10",
    ], name);
  }
  assert.deepEqual(faults(showing(table(["movie", "stars"], rows(30)))), []);
});

Deno.test("committedFaults() refuses a zip code that is not masked", () => {
  const zip = (code: string) => showing(table(["age", "zip"], [["24", code]]));
  assert.deepEqual(faults(zip("8••••")), []);
  assert.deepEqual(faults(zip("85711")), [
    "cell 1: the zip code 85711, unmasked",
  ]);
});

Deno.test("committedFaults() refuses a notebook above a megabyte", () => {
  const notebook = makeNotebook([
    codeCell("log();", { outputs: [stream("x".repeat(1_000_000))] }),
  ]);
  assert.match(faults(notebook)[0], /^it has \d+ bytes, may have 1000000$/);
});

const tagged = (tag: string, source: string, text?: string) =>
  codeCell(source, {
    metadata: { tags: [tag] },
    outputs: text === undefined ? [] : [result({ "text/plain": text })],
  });

Deno.test("sourceFaults() names a check whose solution CI does not hold to it", () => {
  const check = tagged("check", "const sumCheck = check();");
  const solution = tagged("solution", "sumCheck.solution(2);");
  const help = tagged("solution", "const two = 1 + 1;");
  assert.deepEqual(sourceFaults(makeNotebook([check, solution])), []);
  assert.deepEqual(
    sourceFaults(makeNotebook([check, check, help, solution])),
    [],
  );
  const fault = ["cell 1 is a check that no solution after it is held to"];
  assert.deepEqual(sourceFaults(makeNotebook([check])), fault);
  assert.deepEqual(sourceFaults(makeNotebook([check, help])), fault);
  assert.deepEqual(
    sourceFaults(makeNotebook([check, codeCell("let a;"), solution])),
    fault,
  );
});

Deno.test("committedFaults() names an exercise that somebody has done", () => {
  const lesson = (found: string) =>
    makeNotebook([
      tagged("check", "sumCheck;", found),
      tagged("solution", "sumCheck.solution(2);", "✓ sum is 2."),
    ]);
  assert.deepEqual(faults(lesson("○ sum: no answer yet.")), []);
  for (const found of ["✓ sum is right.", "✗ sum is not right yet: 3."]) {
    assert.deepEqual(faults(lesson(found)), [
      "cell 1: the exercise is not undone",
    ]);
  }
});
