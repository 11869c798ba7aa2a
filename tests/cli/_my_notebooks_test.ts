import assert from "node:assert/strict";
import { join } from "node:path";
import { findNotebooks } from "../../lib/cli/_find_notebooks.ts";
import { copyLessons, freshCopy } from "../../lib/cli/_my_notebooks.ts";
import { formatNotebook, parseNotebook } from "../../lib/cli/_notebook_file.ts";
import { codeCell, makeNotebook } from "./_make_notebook.ts";

/** A folder of two lessons. */
async function lessons() {
  const folder = await Deno.makeTempDir();
  const lesson = makeNotebook([
    codeCell("1 + 1"),
    codeCell("2", { metadata: { tags: ["solution"] } }),
  ]);
  for (const name of ["01-movielens", "02-autoencoders"]) {
    await Deno.writeTextFile(
      join(folder, `${name}.ipynb`),
      formatNotebook(lesson),
    );
  }
  return {
    folder,
    mine: (name: string) => join(folder, "my", name),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

async function names(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("copyLessons() makes a copy of every lesson on first use", async () => {
  await using course = await lessons();
  const { made, kept } = await copyLessons(course.folder);
  assert.deepEqual(made, ["01-movielens", "02-autoencoders"]);
  assert.deepEqual(kept, []);
  assert.deepEqual(await names(course.mine("")), [
    "01-movielens.ipynb",
    "02-autoencoders.ipynb",
  ]);
});

Deno.test("copyLessons() never writes over what the student wrote", async () => {
  await using course = await lessons();
  await copyLessons(course.folder);
  const mine = course.mine("01-movielens.ipynb");
  await Deno.writeTextFile(mine, "an evening's work");
  await Deno.remove(course.mine("02-autoencoders.ipynb"));
  const { made, kept } = await copyLessons(course.folder);
  assert.deepEqual(made, ["02-autoencoders"]);
  assert.deepEqual(kept, ["01-movielens"]);
  assert.equal(await Deno.readTextFile(mine), "an evening's work");
});

Deno.test("copyLessons() leaves solutions out when told", async () => {
  await using course = await lessons();
  await copyLessons(course.folder, { solutions: false });
  const text = await Deno.readTextFile(course.mine("01-movielens.ipynb"));
  assert.deepEqual(
    parseNotebook(text, "copy").cells.map(({ source }) => source),
    ["1 + 1"],
  );
});

Deno.test("freshCopy() keeps every older copy under a name of its own", async () => {
  await using course = await lessons();
  const [lesson] = await findNotebooks(course.folder, ["1"]);
  const mine = course.mine("01-movielens.ipynb");
  assert.equal((await freshCopy(lesson, course.folder)).old, undefined);
  for (const work of ["first", "second"]) {
    await Deno.writeTextFile(mine, work);
    await freshCopy(lesson, course.folder);
  }
  assert.deepEqual(await names(course.mine("")), [
    "01-movielens.ipynb",
    "01-movielens.old-1.ipynb",
    "01-movielens.old-2.ipynb",
  ]);
  for (const [number, work] of [[1, "first"], [2, "second"]]) {
    const old = course.mine(`01-movielens.old-${number}.ipynb`);
    assert.equal(await Deno.readTextFile(old), work);
  }
  assert.match(await Deno.readTextFile(mine), /nbformat/);
});

Deno.test("the copies are no lessons: report, check and git pass them by", async () => {
  await using course = await lessons();
  await copyLessons(course.folder);
  const found = await findNotebooks(course.folder);
  assert.deepEqual(found.map(({ name }) => name), [
    "01-movielens",
    "02-autoencoders",
  ]);
  const ignored = await Deno.readTextFile(
    new URL("../../.gitignore", import.meta.url),
  );
  assert.ok(ignored.split("\n").includes("/notebooks/my/"));
});
