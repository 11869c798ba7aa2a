import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../lib/cli/_find_notebooks.ts";
import { parseNotebook } from "../lib/cli/_notebook_file.ts";
import { committedFaults } from "../lib/cli/_notebook_rules.ts";

const folder = fileURLToPath(new URL("../notebooks", import.meta.url));

for (const { name, file } of await findNotebooks(folder)) {
  Deno.test(`notebooks/${name}.ipynb is fit to be committed`, async () => {
    const text = await Deno.readTextFile(file);
    assert.deepEqual(committedFaults(parseNotebook(text, file), text), []);
  });
}
