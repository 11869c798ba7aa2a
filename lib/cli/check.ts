/**
 * `deno task check`: format, lint and types of the code and of the notebooks.
 *
 * @module
 */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { notebookChecks, withoutNoise } from "./_check_notebook.ts";
import { findNotebooks } from "./_find_notebooks.ts";
import { runCommand } from "./_run_command.ts";
import { runTask, taskCommand } from "./_run_task.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** AssemblyScript looks like TypeScript to no tool but its own compiler. */
const assembly = "lib/autoencoder/kernels/assembly";

const command = taskCommand(
  "check",
  "Checks format, lint and types of the code and of the notebooks' cells.",
)
  .option("--notebooks <dir>", "where they are", join(root, "notebooks"));

async function main(): Promise<number> {
  command.parse(Deno.args, { from: "user" });
  const { notebooks } = command.opts<{ notebooks: string }>();
  const code = await filesIn(["lib", "tests"], /\.ts$/);
  const text = await filesIn(
    [
      "README.md",
      "notebooks/README.md",
      "deno.json",
      "data",
      ".vscode",
      "lib",
      "tests",
    ],
    /\.(md|jsonc?|css)$/,
  );
  const checks: [name: string, check: () => Promise<string>][] = [
    ["format", () => deno("fmt", "--check", ...code, ...text)],
    ["lint", () => deno("lint", "--compact", ...code)],
    ["types", () => deno("check", ...code)],
  ];
  for (const { file } of await findNotebooks(notebooks)) {
    checks.push(...notebookChecks(file, { config: join(root, "deno.json") }));
  }
  let failed = 0;
  for (const [name, check] of checks) {
    const wrong = (await check()).trimEnd();
    if (wrong) failed++;
    console.log(wrong ? `FAILED ${name}\n${wrong}` : `ok ${name}`);
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What deno complains of; nothing if it does not. */
async function deno(...args: string[]): Promise<string> {
  const result = await runCommand(Deno.execPath(), args, {
    cwd: root,
    env: { NO_COLOR: "1" },
  });
  if (result?.success) return "";
  const said = `${result?.stdout ?? ""}${result?.stderr ?? ""}`;
  return withoutNoise(said).trim() || `deno ${args[0]} failed`;
}

/** The files under the project's files and folders, those of the rule. */
async function filesIn(places: string[], rule: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    const path = join(root, place);
    const stat = await Deno.stat(path).catch(absent);
    if (stat?.isFile && rule.test(place)) found.push(place);
    if (!stat?.isDirectory || place === assembly) continue;
    const inside: string[] = [];
    for await (const { name, isDirectory } of Deno.readDir(path)) {
      // The data sets under data/ are not ours to check
      if (place === "data" && isDirectory) continue;
      inside.push(relative(root, join(path, name)));
    }
    found.push(...await filesIn(inside.sort(), rule));
  }
  return found;
}

/** The answer of a place that may not be there; any other error stays one. */
function absent(error: unknown): undefined {
  if (error instanceof Deno.errors.NotFound) return undefined;
  throw error;
}

if (import.meta.main) Deno.exit(await runTask(main));
