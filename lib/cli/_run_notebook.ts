import { join } from "node:path";
import type { CellFailure } from "./_cell_failure.ts";
import { executeNotebook } from "./_execute_notebook.ts";
import { exportHtml } from "./_export_html.ts";
import type { NotebookPath } from "./_find_notebooks.ts";
import { isSynthetic, usedData } from "./_notebook_data.ts";
import {
  formatNotebook,
  type Notebook,
  readNotebook,
} from "./_notebook_file.ts";
import type { Jupyter } from "./_prepare_jupyter.ts";
import {
  type OutputDifference,
  outputDifferences,
} from "./_output_differences.ts";
import { TaskError } from "./_task_error.ts";
import { tidyNotebook } from "./_tidy_notebook.ts";

/** Options of {@linkcode runNotebook}. */
export interface RunNotebookOptions {
  /** The Jupyter to run in. */
  readonly jupyter: Jupyter;
  /** The folder for the executed copy and the page. */
  readonly folder: string;
  /** Whether MovieLens 100K is not to be had. @default false */
  readonly synthetic?: boolean;
  /** Whether the notebook itself gets the run's outputs. @default false */
  readonly write?: boolean;
  /** Whether to compare the run's outputs with the notebook's. @default false */
  readonly verify?: boolean;
}

/** What became of a notebook. */
export interface NotebookRun {
  /** How long it took, the kernel's start included. */
  readonly seconds: number;
  /** The page; none if a cell failed. */
  readonly page?: string;
  /** What its ratings were; none if a cell failed. */
  readonly data?: string;
  /** Where the run's outputs are not those of the notebook, if compared. */
  readonly differences?: readonly OutputDifference[];
  /** What failed, if something did. */
  readonly failure?: CellFailure;
}

const NOTICE =
  "Synthetic data: the ratings below are made up, because MovieLens was not " +
  "found. Figures and conclusions are not those of the course.";

/**
 * Runs a notebook and writes its executed copy and its page. What an earlier run
 * left there goes first: after a failure there is no page.
 *
 * @throws {TaskError} If the page cannot be made, or if made-up ratings would
 * be written into the notebook or compared with it.
 */
export async function runNotebook(
  { name, file }: NotebookPath,
  options: RunNotebookOptions,
): Promise<NotebookRun> {
  const { jupyter, folder, write = false, verify = false } = options;
  const { synthetic: expected } = options;
  await Deno.mkdir(folder, { recursive: true });
  const copy = join(folder, `${name}.ipynb`);
  for (const old of [copy, join(folder, `${name}.html`)]) {
    await Deno.remove(old).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
  const committed = verify ? await readNotebook(file) : undefined;
  const { seconds, failure, notebook } = await executeNotebook(file, {
    jupyter,
    output: copy,
  });
  if (notebook === undefined) return { seconds, failure };

  const tidy = tidyNotebook(notebook);
  const synthetic = isSynthetic(tidy, { synthetic: expected });
  const data = usedData(tidy, { synthetic: expected });
  await replaceFile(copy, withReport(tidy, { seconds, data }));
  const notice = synthetic ? NOTICE : undefined;
  const page = await exportHtml(tidy, { jupyter, folder, name, notice });
  if ((write || verify) && synthetic) {
    throw new TaskError(
      `Cannot ${
        write ? "write" : "verify"
      } ${file} as its outputs must come from MovieLens: its ` +
        "ratings were synthetic; set MOVIELENS_DIR, or run `deno task data`",
    );
  }
  if (write) await replaceFile(file, tidy);
  const differences = committed &&
    outputDifferences(tidyNotebook(committed), tidy);
  return { seconds, data, page, differences };
}

/** The executed copy remembers how it ran, for the index of a later run. */
function withReport(
  notebook: Notebook,
  report: { seconds: number; data: string },
): Notebook {
  return { ...notebook, metadata: { ...notebook.metadata, report } };
}

/** Whoever has the file open never finds half of it. */
async function replaceFile(file: string, notebook: Notebook) {
  await Deno.writeTextFile(`${file}.part`, formatNotebook(notebook));
  await Deno.rename(`${file}.part`, file);
}
