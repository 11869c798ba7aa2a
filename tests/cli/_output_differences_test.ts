import assert from "node:assert/strict";
import type { Output } from "../../lib/cli/_notebook_file.ts";
import {
  type OutputDifference,
  outputDifferences,
} from "../../lib/cli/_output_differences.ts";
import { codeCell, makeNotebook, result, stream } from "./_make_notebook.ts";

/** What differs where a cell showed `committed` once, and now shows `rerun`. */
function differences(
  committed: readonly Output[],
  rerun: readonly Output[],
): OutputDifference[] {
  const [before, after] = [committed, rerun].map((outputs) =>
    makeNotebook([
      { cell_type: "markdown", metadata: {}, source: "# Title" },
      codeCell("const a = 1;"),
      codeCell("a;", { outputs }),
    ])
  );
  return outputDifferences(before, after);
}

const text = (words: string) => result({ "text/plain": words });

Deno.test("outputDifferences() finds none when a run shows the same", () => {
  const outputs = [
    stream("fine\n"),
    result({ "text/plain": "1", "text/html": "<b>1</b>", "x/y": { z: [1] } }),
  ];
  assert.deepEqual(differences(outputs, structuredClone(outputs)), []);
});

Deno.test("outputDifferences() names the cell, the form and both texts when one digit differs", () => {
  assert.deepEqual(differences([text("0.9234")], [text("0.9235")]), [{
    cell: 2,
    what: "output 1, text/plain",
    committed: "0.9234",
    rerun: "0.9235",
  }]);
  assert.deepEqual(
    differences([stream("a\n"), text("1")], [stream("b\n"), text("1")]),
    [{ cell: 2, what: "output 1, text", committed: "a\n", rerun: "b\n" }],
  );
});

Deno.test("outputDifferences() compares every form, though the text is the same", () => {
  for (const form of ["text/html", "image/svg+xml", "x/y"]) {
    const one = result({ "text/plain": "a", [form]: "<i>1</i>" });
    const two = result({ "text/plain": "a", [form]: "<i>2</i>" });
    const none = result({ "text/plain": "a" });
    const [found] = differences([one], [two]);
    assert.equal(found.what, `output 1, ${form}`);
    assert.equal(differences([one], [none])[0].rerun, "(nothing)");
    assert.equal(differences([none], [one])[0].committed, "(nothing)");
  }
  const nested = (z: number) => result({ "x/y": { z: [z] } });
  assert.equal(differences([nested(1)], [nested(2)])[0].what, "output 1, x/y");
});

Deno.test("outputDifferences() reads a picture inside HTML, and finds what changed in it", () => {
  const picture = (label: string) => {
    const svg = new TextEncoder().encode(`<svg><text>${label}</text></svg>`);
    return result({
      "text/html": `<img src="data:image/svg+xml;base64,${svg.toBase64()}">`,
    });
  };
  assert.deepEqual(differences([picture("μ")], [picture("μ")]), []);
  assert.deepEqual(differences([picture("μ")], [picture("σ")]), [{
    cell: 2,
    what: "output 1, text/html",
    committed: '<img src="<svg><text>μ</text></svg>">',
    rerun: '<img src="<svg><text>σ</text></svg>">',
  }]);
});

Deno.test("outputDifferences() notices a result that was lost, one too many, another order", () => {
  assert.deepEqual(differences([stream("a\n"), text("1")], [stream("a\n")]), [{
    cell: 2,
    what: "2 outputs or 1",
    committed: "stdout: a\nexecute_result: 1",
    rerun: "stdout: a",
  }]);
  assert.equal(differences([], [text("1")]).length, 1);
  assert.equal(
    differences([stream("a\n"), text("1")], [text("1"), stream("a\n")]).length,
    2,
  );
});

Deno.test("outputDifferences() tells standard output from standard error, a result from a display", () => {
  const shown = { ...text("1"), output_type: "display_data" };
  for (
    const [one, two] of [
      [stream("a\n"), stream("a\n", "stderr")],
      [text("1"), shown],
      [text("1"), { ...text("1"), metadata: { isolated: true } }],
    ]
  ) {
    assert.equal(differences([one], [two])[0].what, "output 1, kind");
  }
});

Deno.test("outputDifferences() leaves execution counts to the rule for them", () => {
  const counted = (execution_count: number) => ({
    ...text("1"),
    execution_count,
  });
  assert.deepEqual(differences([counted(2)], [counted(7)]), []);
});

const loaded = (origin: string, users = "943") =>
  `MovieLens 100K: 100 000 ratings by ${users} users of 1682 movies, ${origin}\n`;

Deno.test("outputDifferences() lets MovieLens come from anywhere", () => {
  const origins = [
    "from MOVIELENS_DIR",
    "from data/",
    "from the folder given as dir",
    "downloaded from GroupLens into data/",
  ];
  for (const origin of origins) {
    const here = [stream(loaded("from MOVIELENS_DIR") + "then\n")];
    assert.deepEqual(
      differences(here, [stream(`${loaded(origin)}then\n`)]),
      [],
    );
  }
});

Deno.test("outputDifferences() hides nothing else of the line that says where MovieLens came from", () => {
  const here = loaded("from MOVIELENS_DIR");
  for (
    const other of [
      loaded("from data/", "942"),
      loaded("from elsewhere"),
      loaded("all of them invented"),
      loaded("from data/").replace("100K", "1M"),
      `${here}from data/\n`,
      here.replace("\n", " and more\n"),
    ]
  ) {
    const found = differences([stream(here)], [stream(other)]);
    assert.equal(found.length, 1, other);
  }
  // In a result it is no notice of where the data were found
  assert.equal(
    differences([text(here)], [text(loaded("from data/"))]).length,
    1,
  );
});

Deno.test("outputDifferences() lets no time pass: a cell that shows one differs", () => {
  const ended = (time: string) => text(`11 epochs in ${time} · loss 0.853`);
  assert.equal(differences([ended("0.9 s")], [ended("1.0 s")]).length, 1);
});
