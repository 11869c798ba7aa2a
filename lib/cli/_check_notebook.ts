import { basename, join } from "node:path";
import { formatCode } from "./_format_code.ts";
import { readNotebook } from "./_notebook_file.ts";
import { notebookModule, relocate } from "./_notebook_module.ts";
import { sourceFaults } from "./_notebook_rules.ts";
import { runCommand } from "./_run_command.ts";

/** Options of the checks of a notebook. */
export interface CheckNotebookOptions {
  /** The project's `deno.json`, whose names the cells import by. */
  readonly config: string;
}

/**
 * The checks of one notebook: by name, each answers with what is wrong, nothing
 * if all is well.
 *
 * @param file The notebook.
 */
export function notebookChecks(
  file: string,
  { config }: CheckNotebookOptions,
): [name: string, check: () => Promise<string>][] {
  const notebook = `notebooks/${basename(file)}`;
  const deno = (...args: string[]) => checkModule(file, { args, notebook });
  return [
    [`format ${notebook}`, () => checkLayout(file, notebook)],
    [`rules ${notebook}`, async () => {
      const faults = sourceFaults(await readNotebook(file));
      return faults.map((fault) => `${notebook}: ${fault}`).join("\n");
    }],
    [`types ${notebook}`, () => deno("check", `--config=${config}`)],
    [`lint ${notebook}`, () => deno("lint", `--config=${config}`, "--compact")],
  ];
}

/**
 * `deno fmt --check` of Deno 2.9.6 calls every notebook unformatted that its
 * cache does not know, even its own work; its formatter is right.
 */
async function checkLayout(file: string, notebook: string): Promise<string> {
  const text = await Deno.readTextFile(file);
  const { success, stdout, stderr } = await formatCode(text, "ipynb");
  if (!success) return stderr;
  return stdout === text
    ? ""
    : `${notebook} is not formatted: deno fmt ${notebook}`;
}

/** Runs a subcommand of deno on the notebook's cells as one module. */
async function checkModule(
  file: string,
  { args, notebook }: { args: string[]; notebook: string },
): Promise<string> {
  const module = notebookModule(await readNotebook(file));
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    const path = join(folder, `${basename(file, ".ipynb")}.ts`);
    await Deno.writeTextFile(path, module.source);
    const result = await runCommand(Deno.execPath(), [...args, path], {
      env: { NO_COLOR: "1" },
    });
    if (result === undefined) {
      throw new Deno.errors.NotFound(
        `Cannot check ${notebook} as deno must be there: ${Deno.execPath()} is gone`,
      );
    }
    if (result.success) return "";
    const all = withoutNoise(result.stdout + result.stderr);
    if (!all.trim()) return `deno ${args[0]} failed without a word`;
    const said = withoutSpare(all, module.source);
    return relocate(said, { path, notebook, module });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * A cell may name a result for the reader's own use, such as `const history`;
 * an import that no cell uses remains a fault.
 */
function withoutSpare(said: string, source: string): string {
  const lines = source.split("\n");
  return said.split("\n").filter((complaint) => {
    const line = complaint.match(/: line (\d+), col .*\(no-unused-vars\)$/)
      ?.[1];
    return line === undefined || !/^(const|let) /.test(lines[Number(line) - 1]);
  }).join("\n");
}

/** What deno says besides what is wrong: files, counts, its own stack. */
export function withoutNoise(said: string): string {
  return said.replace(
    /^Check(ed)? .*\n|^Found \d+ problems?\n|^Stack backtrace:\n(?: +\d+: .*\n?)*/gm,
    "",
  );
}
