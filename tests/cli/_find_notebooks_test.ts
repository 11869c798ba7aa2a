import assert from "node:assert/strict";
import { join } from "node:path";
import { findNotebooks } from "../../lib/cli/_find_notebooks.ts";

/** Finds in a folder of the course's first notebooks, and what is none. */
async function find(...names: string[]): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    for (
      const file of ["05-training.ipynb", "01-movielens.ipynb", "10-more.ipynb"]
    ) await Deno.writeTextFile(join(folder, file), "{}");
    await Deno.writeTextFile(join(folder, "README.md"), "");
    await Deno.mkdir(join(folder, ".ipynb_checkpoints"));
    return (await findNotebooks(folder, names)).map(({ name }) => name);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("findNotebooks() finds all, in order, without names", async () => {
  assert.deepEqual(await find(), ["01-movielens", "05-training", "10-more"]);
});

Deno.test("findNotebooks() takes a number, padded or not, or a stem", async () => {
  for (const name of ["5", "05", "05-training"]) {
    assert.deepEqual(await find(name), ["05-training"], name);
  }
  assert.deepEqual(await find("10", "1", "01"), ["01-movielens", "10-more"]);
});

Deno.test("findNotebooks() lists those there are when a name is none of them", async () => {
  await assert.rejects(find("7"), {
    name: "TaskError",
    exitStatus: 2,
    message: "Cannot find the notebook 7 as it must be a number or a name of " +
      "those there are: 01-movielens, 05-training, 10-more",
  });
});
