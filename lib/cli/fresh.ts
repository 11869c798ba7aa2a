/**
 * `deno task fresh`: a new copy of a lesson, the student's old one kept.
 *
 * @module
 */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "./_find_notebooks.ts";
import { freshCopy } from "./_my_notebooks.ts";
import { runTask, taskCommand } from "./_run_task.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const command = taskCommand(
  "fresh",
  "Makes a new copy of lessons in notebooks/my/; an older copy is kept beside it.",
)
  .argument("<names...>", "which ones: 3, 03 or 03-why-stacked")
  .option("--no-solutions", "leave the exercises' solutions out")
  .option(
    "--notebooks <dir>",
    "where the lessons are",
    join(root, "notebooks"),
  );

async function main(): Promise<number> {
  command.parse(Deno.args, { from: "user" });
  const { notebooks, solutions } = command.opts<
    { notebooks: string; solutions: boolean }
  >();
  for (const lesson of await findNotebooks(notebooks, command.args)) {
    const { file, old } = await freshCopy(lesson, notebooks, { solutions });
    console.log(
      old === undefined
        ? `${relative(root, file)} is new`
        : `${relative(root, file)} is new; the old one is ${
          relative(root, old)
        }`,
    );
  }
  return 0;
}

if (import.meta.main) Deno.exit(await runTask(main));
