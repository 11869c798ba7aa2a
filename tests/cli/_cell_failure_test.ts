import assert from "node:assert/strict";
import { cellFailure, outputFailure } from "../../lib/cli/_cell_failure.ts";
import { failureText } from "../../lib/cli/_failure_text.ts";
import { codeCell, makeNotebook } from "./_make_notebook.ts";

const notebook = makeNotebook([
  { cell_type: "markdown", metadata: {}, source: "# Title" },
  codeCell("const a = 1;"),
  codeCell('throw new RangeError("too far");\n'),
]);

/** What nbclient 0.11.0 writes for a cell that throws. */
const said = `[NbClientApp] Executing notebook with kernel: deno
Traceback (most recent call last):
  File "nbclient/client.py", line 918, in _check_raise_for_error
nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:
------------------
throw new RangeError("too far");
------------------


\u001b[31mRangeError: too far\u001b[0m
RangeError: too far
    at <anonymous>:2:7
`;

Deno.test("cellFailure() finds the cell's number and its error, without colours", () => {
  assert.deepEqual(cellFailure(notebook, said), {
    cells: [2],
    source: 'throw new RangeError("too far");\n',
    error: "RangeError: too far\nRangeError: too far\n    at <anonymous>:2:7",
  });
});

Deno.test("cellFailure() names every cell of the same source", () => {
  const same = 'throw new RangeError("too far");';
  const twice = makeNotebook([codeCell(same), codeCell("a;"), codeCell(same)]);
  assert.deepEqual(cellFailure(twice, said).cells, [1, 3]);
});

Deno.test("cellFailure() keeps the last words when the run failed outside a cell", () => {
  const { cells, source, error } = cellFailure(
    notebook,
    `Traceback (most recent call last):
  File "nbclient/client.py", line 1, in <module>
nbclient.exceptions.DeadKernelError: Kernel died`,
  );
  assert.deepEqual([cells, source], [[], ""]);
  assert.match(error, /^The kernel ended/);
});

Deno.test("cellFailure() leaves the error empty when the kernel gave none", () => {
  const wrong = makeNotebook([codeCell("const a = ;")]);
  const silent = said.slice(0, said.indexOf("throw")) +
    `const a = ;\n------------------\n\n\n\n`;
  assert.deepEqual(cellFailure(wrong, silent), {
    cells: [1],
    source: "const a = ;",
    error: "",
  });
});

Deno.test("cellFailure() tells the error from what the cell printed before", () => {
  const { cells, error } = cellFailure(
    notebook,
    said.replace(
      "------------------\n\n\n",
      "------------------\n\n----- stdout -----\nfine\n------------------\n\n",
    ),
  );
  assert.deepEqual(cells, [2]);
  assert.doesNotMatch(error, /stdout|fine|---/);
  assert.match(error, /^RangeError: too far/);
});

Deno.test("outputFailure() finds an error among the outputs, unless it is expected", () => {
  const outputs = [{
    output_type: "error",
    ename: "TypeError",
    evalue: "no b",
    traceback: ["\u001b[31mTypeError: no b\u001b[0m"],
  }];
  const failing = codeCell("b();", { outputs });
  assert.deepEqual(outputFailure(makeNotebook([codeCell("a;"), failing])), {
    cells: [2],
    source: "b();",
    error: "TypeError: no b",
  });
  const expected = { ...failing, metadata: { tags: ["raises-exception"] } };
  assert.equal(outputFailure(makeNotebook([expected])), undefined);
});

Deno.test("failureText() says where, and shows the first lines only", () => {
  const source = Array.from({ length: 9 }, (_, at) => `line${at}();`).join(
    "\n",
  );
  assert.equal(
    failureText("notebooks/05-x.ipynb", {
      cells: [7],
      source,
      error: "Oh: no",
    }),
    `notebooks/05-x.ipynb, cell 7 failed:
  | line0();
  | line1();
  | line2();
  | line3();
  | line4();
  | line5();
  | …
  Oh: no`,
  );
});
