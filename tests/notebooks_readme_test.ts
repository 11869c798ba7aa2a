import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../lib/cli/_find_notebooks.ts";
import { type Notebook, readNotebook } from "../lib/cli/_notebook_file.ts";

const folder = fileURLToPath(new URL("../notebooks", import.meta.url));
const readme = await Deno.readTextFile(`${folder}/README.md`);

/** The rows of "From slide to section". */
const rows = [...readme.matchAll(
  /^\| *(\d+)(?:–(\d+))? *\| *\[([\w-]+)\]\(\3\.ipynb\) *\| *(.+?) *\|$/gm,
)].map(([, from, to = from, name, section]) => ({
  slides: [Number(from), Number(to)],
  name,
  section,
}));
const lessons = new Map(
  await Promise.all(
    (await findNotebooks(folder)).map(async ({ name, file }) =>
      [name, await readNotebook(file)] as const
    ),
  ),
);

Deno.test("notebooks/README.md has a section for every slide from 2 to 21", () => {
  const shown = new Set(
    rows.flatMap(({ slides: [from, to] }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at)
    ),
  );
  for (let slide = 2; slide <= 21; slide++) {
    assert.ok(shown.has(slide), `slide ${slide}`);
  }
});

for (const name of new Set(rows.map(({ name }) => name))) {
  const lesson = lessons.get(name);
  Deno.test({
    name: lesson === undefined
      ? `notebooks/README.md, ${name} (skipped: there is no such notebook yet)`
      : `notebooks/README.md names sections that ${name} has`,
    ignore: lesson === undefined,
    fn() {
      const headings = headingsOf(lesson!);
      for (const row of rows.filter((row) => row.name === name)) {
        assert.ok(
          headings.includes(row.section),
          `${row.section} is none of ${headings.join(", ")}`,
        );
      }
    },
  });
}

Deno.test("notebooks/README.md lists every notebook", () => {
  for (const name of lessons.keys()) {
    assert.ok(readme.includes(`| [${name}](${name}.ipynb) `), name);
  }
});

function headingsOf({ cells }: Notebook): string[] {
  return cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap(({ source }) => [...source.matchAll(/^#{2,6} +(.+)$/gm)])
    .map(([, heading]) => heading.trim());
}
