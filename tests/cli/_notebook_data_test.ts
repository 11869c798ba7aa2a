import assert from "node:assert/strict";
import { isSynthetic, usedData } from "../../lib/cli/_notebook_data.ts";
import { codeCell, makeNotebook, stream } from "./_make_notebook.ts";

const loading = codeCell('const movielens = await loadMovieLens("ml-100k");');

Deno.test("isSynthetic() believes the notice on standard error", () => {
  const notice = stream(
    "═══\nSYNTHETIC DATA: this is not MovieLens.\n",
    "stderr",
  );
  const told = makeNotebook([{ ...loading, outputs: [notice] }]);
  assert.equal(isSynthetic(told), true);
  assert.equal(usedData(told), "synthetic ratings");
  const talked = stream("SYNTHETIC DATA would be another matter", "stdout");
  assert.equal(
    isSynthetic(makeNotebook([{ ...loading, outputs: [talked] }])),
    false,
  );
});

Deno.test("isSynthetic() holds without the notice when a notebook loads what is not to be had", () => {
  const lost = makeNotebook([loading]);
  assert.equal(isSynthetic(lost), false);
  assert.equal(isSynthetic(lost, { synthetic: true }), true);
  const without = makeNotebook([codeCell("1 + 1;")]);
  assert.equal(isSynthetic(without, { synthetic: true }), false);
});

Deno.test("usedData() names the data, or none where a notebook loads none", () => {
  assert.equal(usedData(makeNotebook([loading])), "MovieLens 100K");
  assert.equal(usedData(makeNotebook([codeCell("1 + 1;")])), "none");
});
