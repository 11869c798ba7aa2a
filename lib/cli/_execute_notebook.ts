import { dirname, resolve } from "node:path";
import {
  type CellFailure,
  cellFailure,
  outputFailure,
} from "./_cell_failure.ts";
import { type Notebook, readNotebook } from "./_notebook_file.ts";
import type { Jupyter } from "./_prepare_jupyter.ts";
import { runCommand } from "./_run_command.ts";
import { silentError } from "./_silent_error.ts";

/** Options of {@linkcode executeNotebook}. */
export interface ExecuteNotebookOptions {
  /** The Jupyter to run in. */
  readonly jupyter: Jupyter;
  /** Where the executed copy goes; not written when a cell fails. */
  readonly output: string;
  /** The longest that one cell may take, in seconds, above 0. @default 3600 */
  readonly cellTimeout?: number;
}

/** How a run went. */
export interface Execution {
  /** How long it took, the kernel's start included. */
  readonly seconds: number;
  /** The executed notebook, unless it failed. */
  readonly notebook?: Notebook;
  /** What failed, if something did. */
  readonly failure?: CellFailure;
}

/**
 * Runs a notebook in the Deno kernel, from its own folder, into a copy.
 *
 * @param file The notebook; stays as it is.
 */
export async function executeNotebook(
  file: string,
  options: ExecuteNotebookOptions,
): Promise<Execution> {
  const { jupyter, output, cellTimeout = 3600 } = options;
  if (!(cellTimeout > 0)) {
    throw new RangeError(
      `Cannot run a notebook as cellTimeout must be above 0: current value is ${cellTimeout}`,
    );
  }
  const source = await readNotebook(file);
  const start = performance.now();
  const result = await runCommand(jupyter.python, [
    ...["-m", "jupyter", "execute", "--kernel_name=deno"],
    ...[`--timeout=${cellTimeout}`, "--startup_timeout=120"],
    ...[`--output=${resolve(output)}`, resolve(file)],
  ], {
    cwd: dirname(resolve(file)),
    // Values have the colours that JupyterLab shows, whatever this terminal wants
    env: { ...jupyter.env, ...dataFolder(), NO_COLOR: "" },
  });
  const seconds = (performance.now() - start) / 1000;
  if (!result?.success) {
    const failure = cellFailure(source, result?.stderr ?? "");
    const error = failure.error || await silentError(failure.source);
    return { seconds, failure: { ...failure, error } };
  }
  const notebook = await readNotebook(output);
  const failure = outputFailure(notebook);
  return failure ? { seconds, failure } : { seconds, notebook };
}

/** The kernel runs in the notebook's folder, where a relative path is another. */
export function dataFolder(): Record<string, string> {
  const folder = Deno.env.get("MOVIELENS_DIR");
  return folder ? { MOVIELENS_DIR: resolve(folder) } : {};
}
