import assert from "node:assert/strict";
import { studentCopy } from "../../lib/cli/_student_copy.ts";
import { codeCell, makeNotebook, stream } from "./_make_notebook.ts";

const lesson = makeNotebook([
  { cell_type: "markdown", metadata: {}, source: "**1. Guess.**" },
  codeCell("const answer = yourTurn<number>();", {
    metadata: { tags: ["exercise"] },
    outputs: [stream("from the last run")],
  }),
  codeCell("answerCheck.solution(42);", { metadata: { tags: ["solution"] } }),
]);

Deno.test("studentCopy() has every cell and no output", () => {
  const { cells } = studentCopy(lesson);
  assert.deepEqual(
    cells.map(({ source }) => source),
    lesson.cells.map(({ source }) => source),
  );
  for (const { cell_type, outputs, execution_count } of cells.slice(1)) {
    assert.equal(cell_type, "code");
    assert.deepEqual(outputs, []);
    assert.equal(execution_count, null);
  }
});

Deno.test("studentCopy() leaves the solutions out when told, and only them", () => {
  const { cells } = studentCopy(lesson, { solutions: false });
  assert.deepEqual(cells.map(({ id }) => id), ["cell-1", "cell-2"]);
});

Deno.test("studentCopy() leaves the lesson as it is", () => {
  const before = JSON.stringify(lesson);
  studentCopy(lesson, { solutions: false });
  assert.equal(JSON.stringify(lesson), before);
});
