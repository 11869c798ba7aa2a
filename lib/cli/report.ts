/**
 * `deno task report`: runs the notebooks and exports them as HTML.
 *
 * @module
 */
import { Option } from "commander";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { differencesText } from "./_differences_text.ts";
import { failureText } from "./_failure_text.ts";
import { findNotebooks, type NotebookPath } from "./_find_notebooks.ts";
import { announceData } from "./_notebook_data.ts";
import { readNotebook, titleOf } from "./_notebook_file.ts";
import { prepareJupyter } from "./_prepare_jupyter.ts";
import { duration, type IndexEntry, reportIndex } from "./_report_index.ts";
import { type NotebookRun, runNotebook } from "./_run_notebook.ts";
import { runTask, taskCommand } from "./_run_task.ts";
import { showElapsed } from "./_show_elapsed.ts";
import { TaskError } from "./_task_error.ts";

interface ReportArguments {
  write?: true;
  verify?: true;
  notebooks: string;
  output: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

const command = taskCommand(
  "report",
  "Runs the notebooks on the data and exports them as HTML.",
)
  .argument("[names...]", "which ones: 5, 05 or 05-training; all without")
  .option("--write", "refresh the notebooks themselves too")
  .addOption(
    new Option(
      "--verify",
      "fail where a run shows something else than the notebook does",
    ).conflicts("write"),
  )
  .option("--notebooks <dir>", "where they are", join(root, "notebooks"))
  .option("--output <dir>", "where the report goes", join(root, "reports"));

async function main(): Promise<number> {
  command.parse(Deno.args, { from: "user" });
  const { write, verify, notebooks, output } = command.opts<ReportArguments>();
  const chosen = await findNotebooks(notebooks, command.args);
  const jupyter = await prepareJupyter({ root });
  const synthetic = await announceData();

  const runs = new Map<string, NotebookRun | undefined>();
  for (const notebook of chosen) {
    const options = { jupyter, folder: output, write, verify, synthetic };
    runs.set(notebook.name, await run(notebook, options));
  }
  const index = join(output, "index.html");
  await Deno.mkdir(output, { recursive: true });
  await Deno.writeTextFile(
    index,
    await reportIndex(await entries(notebooks, output, runs)),
  );
  const count = (fails: (run?: NotebookRun) => boolean) =>
    [...runs.values()].filter(fails).length;
  const failed = count((run) => !run?.page);
  const differ = count((run) => (run?.differences?.length ?? 0) > 0);
  if (differ > 0) {
    console.log(
      `${differ} of ${runs.size} show something else than is committed`,
    );
  }
  console.log(
    failed === 0
      ? `Open ${index}`
      : `${failed} of ${runs.size} failed; the others are in ${index}`,
  );
  return failed + differ === 0 ? 0 : 1;
}

/** One notebook, told in lines; a failure leaves the others their turn. */
async function run(
  notebook: NotebookPath,
  options: Parameters<typeof runNotebook>[1],
): Promise<NotebookRun | undefined> {
  console.log(`${notebook.name}: running`);
  try {
    using _elapsed = showElapsed(notebook.name);
    const result = await runNotebook(notebook, options);
    const time = duration(result.seconds);
    if (result.failure) {
      const file = basename(notebook.file);
      console.error(failureText(`notebooks/${file}`, result.failure));
      console.log(`${notebook.name}: failed after ${time}`);
    } else {
      console.log(
        `${notebook.name}: done in ${time}, data: ${result.data} → ${result.page}`,
      );
      tellDifferences(notebook, result);
    }
    return result;
  } catch (error) {
    const told = error instanceof TaskError || error instanceof SyntaxError;
    if (!told) throw error;
    console.error(`error: ${error.message}`);
    console.log(`${notebook.name}: failed`);
  }
}

/** Whether a run showed what the notebook shows, if that was asked. */
function tellDifferences(
  { name, file }: NotebookPath,
  { differences }: NotebookRun,
) {
  if (differences === undefined) return;
  if (differences.length === 0) {
    console.log(`${name}: shows what is committed`);
  } else {
    console.error(differencesText(`notebooks/${basename(file)}`, differences));
  }
}

/** All notebooks, those of this run and those of earlier ones. */
async function entries(
  notebooks: string,
  output: string,
  runs: ReadonlyMap<string, NotebookRun | undefined>,
): Promise<IndexEntry[]> {
  const all = await findNotebooks(notebooks);
  return await Promise.all(all.map(async ({ name, file }) => {
    const title = await readTitle(file, name);
    if (runs.has(name)) {
      const run = runs.get(name);
      return run?.page
        ? { name, title, seconds: run.seconds, data: run.data }
        : { name, title, failed: true };
    }
    return { name, title, ...await earlier(join(output, `${name}.ipynb`)) };
  }));
}

/** A notebook's title; its name where the file is no notebook, which its run tells. */
async function readTitle(file: string, name: string): Promise<string> {
  try {
    return titleOf(await readNotebook(file), name);
  } catch (error) {
    if (error instanceof SyntaxError) return name;
    throw error;
  }
}

/** How a notebook ran before, as its executed copy remembers it. */
async function earlier(copy: string): Promise<Partial<IndexEntry>> {
  try {
    const { metadata } = await readNotebook(copy);
    return metadata.report as Partial<IndexEntry> ?? {};
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

if (import.meta.main) Deno.exit(await runTask(main));
