import assert from "node:assert/strict";
import {
  formatNotebook,
  parseNotebook,
  titleOf,
} from "../../lib/cli/_notebook_file.ts";
import { tidyNotebook } from "../../lib/cli/_tidy_notebook.ts";
import { codeCell, makeNotebook, result, stream } from "./_make_notebook.ts";

Deno.test("formatNotebook() writes as Jupyter does: sorted keys, lines, one space", () => {
  const text = formatNotebook(makeNotebook([
    codeCell("a;\nb;", { outputs: [stream("1\n2\n")] }),
  ]));
  assert.match(text, /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "code",/);
  assert.match(text, /"source": \[\n {4}"a;\\n",\n {4}"b;"\n {3}\]/);
  assert.match(text, /"text": \[\n\s+"1\\n",\n\s+"2\\n"\n/);
  assert.ok(text.endsWith("}\n"));
});

Deno.test("formatNotebook() and parseNotebook() are each other's inverse", () => {
  const notebook = makeNotebook([
    { cell_type: "markdown", metadata: {}, source: "# A\n\nb\n" },
    codeCell("", { outputs: [result({ "text/plain": "x\n", "a/json": [1] })] }),
  ]);
  assert.deepEqual(parseNotebook(formatNotebook(notebook), "x"), notebook);
});

Deno.test("parseNotebook() names the file and what it found instead", () => {
  assert.throws(() => parseNotebook("{", "a.ipynb"), {
    name: "SyntaxError",
    message: "Cannot read a.ipynb as it must be JSON",
  });
  assert.throws(() => parseNotebook('{"nbformat": 3}', "a.ipynb"), {
    name: "SyntaxError",
    message:
      "Cannot read a.ipynb as it must be a notebook of format 4: current value is 3",
  });
});

Deno.test("titleOf() is the first heading without its marks, or else the name", () => {
  const text = (source: string) =>
    makeNotebook([{ cell_type: "markdown", metadata: {}, source }]);
  assert.equal(
    titleOf(text("intro\n\n# The *deep* `net`"), "x"),
    "The deep net",
  );
  assert.equal(titleOf(text("no heading"), "05-x"), "05-x");
});

Deno.test("tidyNotebook() merges the pieces of a stream, but not two streams", () => {
  const outputs = [
    stream("a\n"),
    stream("b\n"),
    stream("oh\n", "stderr"),
    stream("c\n"),
  ];
  const tidy = tidyNotebook(makeNotebook([codeCell("a();", { outputs })]));
  assert.deepEqual(tidy.cells[0].outputs, [
    stream("a\nb\n"),
    stream("oh\n", "stderr"),
    stream("c\n"),
  ]);
});

Deno.test("tidyNotebook() counts from 1, drops times and keeps ids and tags", () => {
  const cell = codeCell("a;", {
    id: "mine",
    execution_count: 9,
    metadata: { tags: ["solution"], execution: { "iopub.status.busy": "…" } },
    outputs: [{ ...result({ "text/plain": "1" }), execution_count: 9 }],
  });
  const notebook = makeNotebook([cell], {
    metadata: { kernelspec: { name: "deno" }, widgets: {} },
  });
  const before = structuredClone(notebook);
  const tidy = tidyNotebook(notebook);
  assert.deepEqual(tidy.metadata, { kernelspec: { name: "deno" } });
  assert.deepEqual(tidy.cells[0], {
    ...cell,
    execution_count: 1,
    metadata: { tags: ["solution"] },
    outputs: [{ ...result({ "text/plain": "1" }), execution_count: 1 }],
  });
  assert.deepEqual(notebook, before, "the notebook itself stays as it is");
  assert.deepEqual(tidyNotebook(tidy), tidy);
});
